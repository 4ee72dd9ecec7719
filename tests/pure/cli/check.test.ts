import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FLAGS } from '../../../src/cli/options.ts';
import type { Report } from '../../../src/load/report.ts';
import { run } from './running.ts';

const FIXTURES = 'tests/fixtures/load';
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tranche-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function reportOf(text: string, ...words: string[]): Promise<Report> {
  const path = join(folder, 'file.csv');
  writeFileSync(path, text);
  const { out } = await run('check', path, '--json', ...words);
  return JSON.parse(out) as Report; // written by the command just run
}

describe('tranche check', () => {
  it('ends with 0 when a file is read without doubt, and says how', async () => {
    const { code, out, err } = await run('check', `${FIXTURES}/utf8.csv`);
    expect([code, err]).toEqual([0, []]);
    expect(out).toMatch(/sum +300\.75 GBP \(spend, 2 amounts\)/);
  });

  it('ends with 1 when a person should look at it, and still reports', async () => {
    expect(await run('check', `${FIXTURES}/date-ambiguous.csv`)).toMatchObject({ code: 1 });
    const unread = await run('check', `${FIXTURES}/amount-unreadable.csv`, '--json');
    expect(unread.code).toBe(1);
    expect(JSON.parse(unread.out)).toMatchObject({ rows: { unread: 1 } });
    expect(await run('check', `${FIXTURES}/only-header.csv`)).toMatchObject({ code: 1 });
  });

  it.each([
    ['no file', ['check', 'nowhere.csv'], /nowhere\.csv: there is no such file/],
    ['a folder', ['check', FIXTURES], /folder/],
    ['a PDF', ['check', `${FIXTURES}/pdf-renamed.csv`], /PDF/],
    ['an empty file', ['check', `${FIXTURES}/empty.csv`], /empty/],
    ['no such column', ['check', `${FIXTURES}/utf8.csv`, '--amount', 'x'], /no column "x"/],
    ['no such option', ['check', 'a.csv', '--amont', 'x'], /no option "--amont"/],
    ['no value', ['check', 'a.csv', '--amount'], /needs a value/],
    ['no such value', ['check', 'a.csv', '--decimal', 'dot'], /cannot be "dot"/],
    ['no such command', ['draw'], /no command "draw"/],
    ['nothing to do', [], /check FILE/],
    ['no file named', ['check', '--json'], /name a file/],
  ])('ends with 2 and one clear line: %s', async (_, words, line) => {
    const { code, err } = await run(...words);
    expect(code).toBe(2);
    expect(err).toHaveLength(1);
    expect(err[0]).toMatch(line);
    expect(err[0]).not.toContain('\n');
  });

  it('reads the first table that can be read, and names the others', async () => {
    const path = join(folder, 'reply.json');
    const records = [1, 2].map((n) => ({
      funder: 'F',
      recipient: `R${n}`,
      date: '2019-04-13',
      amount: n,
    }));
    const fields = [{ id: 'funder' }, { id: 'recipient' }];
    writeFileSync(path, JSON.stringify({ result: { fields, records } }));
    const { code, out } = await run('check', path, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      sums: [{ sum: '3' }],
      doubts: expect.arrayContaining([
        expect.stringMatching(/"result.records" is read.*"result.fields"/),
      ]),
    });
    writeFileSync(path, JSON.stringify({ result: { fields, other: fields } }));
    const refused = await run('check', path);
    expect(refused.code).toBe(2);
    expect(refused.err[0]).toMatch(
      /None of its 2 tables can be read \("result.fields", "result.other"\)/,
    );
    const named = await run('check', path, '--sheet', 'result.none');
    expect(named.err[0]).toMatch(/no sheet "result.none"/);
  });

  it('reports several files as a list, and the worst decides the exit code', async () => {
    const files = ['utf8', 'pdf-renamed', 'tab'].map((name) => `${FIXTURES}/${name}.csv`);
    const { code, out, err } = await run('check', '--json', ...files);
    expect([code, err.length]).toEqual([2, 1]);
    expect((JSON.parse(out) as Report[]).map(({ file }) => file)).toEqual(['utf8.csv', 'tab.csv']); // as above
  });

  it('has every field that is promised', async () => {
    const { out } = await run('check', `${FIXTURES}/utf8.csv`, '--json');
    const fields = [...readFileSync('docs/report.md', 'utf8').matchAll(/^\| `(\w+)` /gm)].map(
      ([, field]) => field,
    );
    expect(Object.keys(JSON.parse(out) as Report)).toEqual(fields); // as above
  });

  it('says in its help all that can be set', async () => {
    const { code, out } = await run('check', '--help');
    expect(code).toBe(0);
    for (const { name } of FLAGS) expect(out).toContain(`--${name} `);
  });
});

describe('what is set by hand', () => {
  it('stands above what the file suggests', async () => {
    const text = 'Supplier,Region,Paid,Annual cost,Total cost\nA,N,01/02/2018,"1.500","2.500"\n';
    const report = await reportOf(
      text,
      ...['--amount', 'annual cost', '--date-order', 'month-first', '--decimal=point'],
      ...['--factor', '1000', '--always-currency', 'USD', '--always-kind', 'award'],
      ...['--always-funder', 'The State', '--date', 'Paid'],
    );
    expect(report).toMatchObject({
      roles: { amount: 'Annual cost' },
      dates: { first: '2018-01-02', ambiguous: false },
      sums: [{ currency: 'USD', kind: 'award', sum: '1500', count: 1 }],
      doubts: [],
    });
  });

  it('may be the format: encoding, delimiter, header, and totals kept', async () => {
    const text = 'a note; of sorts\nWer;Wo;Wieviel\nA;N;1,5\nB;S;2,5\nTotal;;4,0\n';
    const report = await reportOf(
      text,
      ...['--delimiter', 'semicolon', '--header-row', '1', '--amount', 'column 3'],
      ...['--totals', 'keep', '--encoding', 'windows-1252'],
    );
    expect(report).toMatchObject({
      encoding: 'windows-1252',
      headerRow: 1,
      rows: { data: 3, totals: 0 },
      sums: [{ sum: '8', count: 3 }],
    });
  });

  it('may be names to merge, in a column whose header has a colon too', async () => {
    const text = 'Recipient Org:Name,Place,Amount\nHMRC,N,1\nHM Revenue,S,2\nThe Revenue,S,3\n';
    const report = await reportOf(
      text,
      ...['--fold', 'Recipient Org:Name: HM Revenue = HMRC'],
      ...['--fold', 'Recipient Org:Name: The Revenue = HMRC'],
    );
    expect(report.distinct['recipient']).toBe(1);
    expect(report.decisions).toContain(
      'In "Recipient Org:Name", "HM Revenue" is merged into "HMRC".',
    );
    const { code, err } = await run('check', '--fold', 'HMRC', `${FIXTURES}/utf8.csv`);
    expect([code, err.join()]).toEqual([2, expect.stringMatching(/--fold cannot be "HMRC"/)]);
  });
});
