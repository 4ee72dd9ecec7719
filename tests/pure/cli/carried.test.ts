import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GRANTS, run } from './running.ts';

let folder: string;
let file: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tranche-'));
  file = join(folder, 'grants.csv');
  writeFileSync(file, GRANTS);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LOOK = ['--chart', 'treemap', '--by', 'sector,recipient', '--where', 'sector=Transport'];
const WORDS = [...LOOK, '--theme', 'dark', '--size', '120x90mm', '--title', 'Ours'];

/** Draws a picture into the folder and says where. */
async function drawn(name: string, ...words: string[]): Promise<string> {
  const path = join(folder, name);
  expect(await run('render', '-o', path, ...words)).toMatchObject({ code: 0, err: [] });
  return path;
}

describe('a picture that carries how it was made', () => {
  test.each(['svg', 'png', 'pdf', 'pptx', 'docx'])(
    'is drawn again from .%s, over the file',
    async (ending) => {
      const before = await drawn('settings.svg', file, ...WORDS, '--carries', 'settings');
      const picture = await drawn(`old.${ending}`, file, ...WORDS, '--carries', 'settings');
      const again = await drawn('again.svg', file, '--state', picture);
      expect(readFileSync(again, 'utf8')).toBe(readFileSync(before, 'utf8'));
    },
  );

  test('is drawn again of itself alone when it carries the data', async () => {
    const picture = await drawn('data.svg', file, ...WORDS, '--carries', 'data');
    const again = await drawn('again.svg', '--state', picture);
    expect(readFileSync(again, 'utf8')).toBe(readFileSync(picture, 'utf8'));
    const other = await drawn(
      'other.svg',
      '--state',
      picture,
      '--theme',
      'light',
      '--carries',
      'picture',
    );
    expect(readFileSync(other, 'utf8')).toContain('>Ours</text>');
    expect(readFileSync(other, 'utf8')).not.toContain('data-tranche');
  });

  test('of the built-in data needs no file', async () => {
    const words = ['--data', 'built-in', '--chart', 'timeline', '--carries', 'settings'];
    const picture = await drawn('builtin.png', ...words);
    const again = await drawn('again.png', '--state', picture);
    expect(readFileSync(again).equals(readFileSync(picture))).toBe(true);
  });

  test('is read as the file was', async () => {
    const text = 'What;Who;Paid\nBread;A;1,5\nTea;B;2,5\n';
    const german = join(folder, 'german.csv');
    writeFileSync(german, text);
    const words = [
      '--amount',
      'Paid',
      '--recipient',
      'Who',
      '--by',
      'who,what',
      '--decimal',
      'comma',
    ];
    const picture = await drawn('german.svg', german, ...words, '--carries', 'settings');
    const again = await drawn('again.svg', german, '--state', picture);
    expect(readFileSync(again, 'utf8')).toBe(readFileSync(picture, 'utf8'));
  });

  test('over next month’s file says what that no longer has', async () => {
    const picture = await drawn('sectors.svg', file, ...LOOK, '--carries', 'settings');
    const next = join(folder, 'next.csv');
    writeFileSync(next, 'Funder,Recipient,Amount\nA,B,1\nC,D,2\n');
    const { code, err } = await run('render', next, '-o', '-', '--state', picture);
    expect(code).toBe(1);
    expect(err.join()).toMatch(/left aside from what it starts from: .*“sector”/);
  });

  test.each([
    ['nowhere.svg', /nowhere\.svg: there is no such file/],
    ['grants.csv', /it is no picture and no report/],
    ['plain.svg', /it has no picture that can be opened again/],
    ['alone.svg', /it carries no data; name the file too, it was grants\.csv/],
  ])('is refused in a line: %s', async (name, line) => {
    await drawn('plain.svg', file);
    await drawn('alone.svg', file, '--carries', 'settings');
    const { code, err } = await run('render', '-o', '-', '--state', join(folder, name));
    expect([code, err.length]).toEqual([2, 1]);
    expect(err[0]).toMatch(line);
  });
});

describe('the numbers behind a figure', () => {
  test.each([
    ['csv', /Road Office,Transport,Bridges Ltd,250000,/],
    ['json', /"format": "tranche-figure-data"/],
    ['xlsx', /^PK/],
    ['pptx', /^PK/],
    ['docx', /^PK/],
  ])('are written as .%s', async (ending, holds) => {
    const path = await drawn(`numbers.${ending}`, file, '--table');
    expect(readFileSync(path, 'latin1')).toMatch(holds);
  });
});
