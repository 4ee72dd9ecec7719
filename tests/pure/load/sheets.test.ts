import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { methodsNote } from '../../../src/load/methodsnote.ts';
import { openSource } from '../../../src/load/opensource.ts';
import type { Options } from '../../../src/load/plan.ts';
import { sourceOf } from './checked.ts';

async function readingOf(options: Options = {}) {
  const bytes = readFileSync('tests/fixtures/formats/grants.xlsx');
  const opened = await openSource([sourceOf('grants.xlsx', bytes)], options);
  if ('refused' in opened) throw new Error(opened.refused);
  return opened.reading;
}

it('says which sheet of a workbook is read and which is not', async () => {
  const reading = await readingOf();
  const sentence = 'The sheet "Grants & awards" is read; "Notes" is not.';
  expect(reading.decisions).toContainEqual(
    expect.objectContaining({
      sentence,
      doubt: true,
      choices: [{ sentence: 'Read "Notes"', options: { sheet: 'Notes' } }],
    }),
  );
  expect(methodsNote(reading)).toContain(sentence);
});

it('doubts nothing where a person has named the sheet', async () => {
  const { decisions } = await readingOf({ sheet: 'Grants & awards' });
  expect(decisions.filter(({ matter }) => matter === 'sheet')).toMatchObject([{ doubt: false }]);
});
