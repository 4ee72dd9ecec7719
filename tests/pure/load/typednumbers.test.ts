import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ByteSource } from '../../../src/load/source.ts';
import type { Options } from '../../../src/load/plan.ts';
import { openSource } from '../../../src/load/opensource.ts';
import { checkBytes, sourceOf } from './checked.ts';
import { bytesOf } from './files.ts';
import { sheetOf, zip } from './formats/bytes.ts';

/** Three amounts that come as numbers; as texts in a file of their own they would be thousands. */
const AMOUNTS = ['1.234', '12.345', '100.125'];
const SUM = '113.704';

const json = (amounts: readonly string[]) =>
  bytesOf(`[${amounts.map((amount, row) => `{"to":"R${row}","amount":${amount}}`).join(',\n')}]`);
const sums = (sum: string) => [{ currency: 'GBP', sum }];
const report = async (source: ByteSource, options: Options = {}) =>
  checkBytes(source.name, await source.slice(0, source.size), options);

function ods(cells: readonly string[]): ByteSource {
  const text = (words: string) =>
    `<table:table-cell office:value-type="string"><text:p>${words}</text:p></table:table-cell>`;
  const row = (inner: string) => `<table:table-row>${inner}</table:table-row>`;
  const rows = cells.map((cell, at) => row(text(`R${at}`) + cell)).join('');
  return zip('book.ods', {
    'META-INF/manifest.xml': '<manifest:manifest/>',
    'content.xml': `<office:document-content><table:table table:name="T">${row(text('Supplier') + text('Amount'))}${rows}</table:table></office:document-content>`,
  });
}

const xlsx = (cells: readonly string[], format = '') =>
  sheetOf(
    ['Supplier', 'Amount'],
    cells.map((cell, at) => `<c t="str"><v>R${at}</v></c>${cell.replace('<c', '<c s="1"')}`),
    [format],
  );

describe('amounts that come as numbers', () => {
  it('are never thousands in JSON, whether records or lists', async () => {
    const read = await checkBytes('a.json', json(AMOUNTS));
    expect(read).toMatchObject({ sums: sums(SUM), problems: [] });
    expect(doubtsOf(read)).not.toMatch(/decimals/);
    const lists = bytesOf(`[["to","amount"],${AMOUNTS.map((n, at) => `["R${at}",${n}]`).join()}]`);
    const listed = await checkBytes('a.json', lists);
    expect(listed).toMatchObject({ sums: sums(SUM) });
    expect(doubtsOf(listed)).not.toMatch(/decimals/);
  });

  it('are none either in a workbook, with the currency of a cell or without', async () => {
    const cells = AMOUNTS.map((amount) => `<c><v>${amount}</v></c>`);
    for (const source of [xlsx(cells), xlsx(cells, '[$£-809]#,##0')]) {
      const read = await report(source);
      expect(read).toMatchObject({ sums: sums(SUM), problems: [] });
      expect(doubtsOf(read)).not.toMatch(/decimals/);
    }
  });

  it('are none either in an OpenDocument spreadsheet', async () => {
    const cells = AMOUNTS.map(
      (amount) => `<table:table-cell office:value-type="float" office:value="${amount}"/>`,
    );
    const read = await report(ods(cells));
    expect(read).toMatchObject({ sums: sums(SUM), problems: [] });
    expect(doubtsOf(read)).not.toMatch(/decimals/);
  });

  it.each(['Double', 'Float', 'Decimal'])('are none either in Parquet: %s', async (amount) => {
    const bytes = readFileSync('tests/fixtures/formats/thousandths.parquet');
    const read = await checkBytes('a.parquet', bytes, { amount });
    expect(read).toMatchObject({ sums: sums(SUM) });
    expect(doubtsOf(read)).not.toMatch(/decimals/);
    const asText = await checkBytes('a.parquet', bytes, { amount: 'Text' });
    expect(asText).toMatchObject({ sums: sums('113704') });
    expect(doubtsOf(asText)).toMatch(/three decimals/);
  });

  it('have the decimals of the file and are shown as they stand in it', async () => {
    const opened = await openSource([sourceOf('a.json', json([...AMOUNTS, '25.000']))], {});
    if ('refused' in opened) throw new Error(opened.refused);
    const { measures, texts } = opened.dataset;
    expect(measures.map(({ decimals }) => decimals)).toEqual([3]);
    expect(texts.find(({ label }) => label === 'amount')?.values).toEqual([...AMOUNTS, '25.000']);
  });

  it('are the same whatever a person says of the decimal mark of texts', async () => {
    const read = await checkBytes('a.json', json(AMOUNTS), { decimal: ',' });
    expect(read).toMatchObject({ sums: sums(SUM), problems: [] });
  });

  it('leave a text among them in doubt that may be thousands, which alone a choice turns', async () => {
    const bytes = json(['1000.5', '100.125', '"25.000"']);
    const read = await checkBytes('a.json', bytes);
    expect(read).toMatchObject({ sums: sums('26100.625') });
    expect(doubtsOf(read)).toMatch(/"25\.000" in "amount".* three decimals cannot be decided/);
    const turned = await checkBytes('a.json', bytes, { decimal: '.' });
    expect(turned).toMatchObject({ sums: sums('1125.625') });
  });

  it('stand beside texts in the other convention, each read as it is', async () => {
    const read = await checkBytes('a.json', json(['1.125', '"1.234,56"', '7.5']));
    expect(read).toMatchObject({ sums: sums('1243.185'), problems: [] });
  });

  it('lost no digits to a spreadsheet where they have an exponent', async () => {
    const read = await checkBytes('a.json', json(['1.5e6', '2.25E3', '7']));
    expect(read).toMatchObject({ sums: sums('1502257') });
    expect(doubtsOf(read)).not.toMatch(/digits/);
  });

  it('make a total as well', async () => {
    const cells = ['1.125', '2.250', '3.375'].map((amount) => `<c><v>${amount}</v></c>`);
    const source = xlsx([...cells, '<c t="str"><v>1,5</v></c>']);
    expect(await report(source)).toMatchObject({ sums: sums('8.25') });
  });
});

/** All that is doubted of a file. */
function doubtsOf(read: Awaited<ReturnType<typeof checkBytes>>): string {
  if ('refused' in read) throw new Error(read.refused);
  return read.doubts.join('\n');
}
