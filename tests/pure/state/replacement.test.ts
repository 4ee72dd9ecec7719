import { describe, expect, it } from 'vitest';
import { LocalEngine } from '../../../src/engine/local.ts';
import { openSource, type OpenHooks } from '../../../src/load/opensource.ts';
import { compareFiles } from '../../../src/state/replacement.ts';
import { encode, sourceOf } from '../load/scan/feeding.ts';

const HEADER = 'Supplier,Department,Amount,Date';
const PLAIN = ['Bright Ltd,Roads,1000.00,2021-05-01', 'Glass plc,Parks,2500.50,2021-05-02'];
const SPARE = ['Elm Ltd,Parks,40.00,2021-05-03', 'Oak plc,Roads,70.00,2021-05-04'];

const numbered = (rows: readonly string[]) => [
  `Transaction Number,${HEADER}`,
  ...rows.map((row, index) => `T${index + 1},${row}`),
];

async function side(lines: readonly string[], hooks: OpenHooks = {}) {
  const opened = await openSource([sourceOf(encode(`${lines.join('\n')}\n`))], {}, hooks);
  if ('refused' in opened) throw new Error(opened.refused);
  return { reading: opened.reading, engine: new LocalEngine(opened.dataset) };
}

async function told(
  before: readonly string[],
  after: readonly string[],
  hooks?: OpenHooks,
): Promise<string[]> {
  const differences = await compareFiles(await side(before, hooks), await side(after, hooks));
  return differences.map(({ sentence }) => sentence);
}

const swapped = [...SPARE, PLAIN[0]!.replace('1000.00', '2500.50')].concat(
  PLAIN[1]!.replace('2500.50', '1000.00'),
);

describe('the next file of a series', () => {
  it('is told of row by row, by what names each row', async () => {
    const before = numbered([...PLAIN, ...SPARE]);
    const after = before.map((row) =>
      row.startsWith('T1,')
        ? row.replace('1000.00', '2500.50')
        : row.startsWith('T2,')
          ? row.replace('2500.50', '1000.00')
          : row,
    );
    expect(await told(before, after)).toEqual([
      '2 rows, known by their “Transaction Number”, have other amounts: £3,501 now, £3,501 before.',
    ]);
    const moved = before.map((row) => (row.startsWith('T3,') ? row.replace('-03', '-13') : row));
    expect(await told(before, moved)).toEqual([
      '1 row, known by its “Transaction Number”, has its amount as before, and something else that has changed.',
    ]);
    const [header = '', ...rows] = before;
    const grown = [header, ...rows.slice(1), 'T9,Bright Ltd,Roads,5.00,2021-05-09'];
    expect(await told(before, grown)).toEqual([
      'Spend: £2,616; it was £3,611.',
      '1 row is new: £5.',
      '1 row is gone: £1,000.',
    ]);
  });

  it('is told of as a heap of rows where nothing names them', async () => {
    const before = [HEADER, ...PLAIN, ...SPARE];
    expect(await told(before, [HEADER, ...swapped])).toEqual([
      '2 rows are new: £3,501.',
      '2 rows are gone: £3,501.',
    ]);
    expect(await told(before, [HEADER, ...SPARE, ...PLAIN])).toEqual([]);
    const twice = [...before, PLAIN[0]!];
    expect(await told(before, twice)).toContain('1 row is new: £1,000.');
  });

  it('is compared by what is written, not by how, in the columns that both have', async () => {
    const before = ['Supplier,Amount', 'Bright Ltd,1000.00', 'Glass plc,2500.50'];
    const after = ['Amount,Note,Supplier', '"1,000.00",a,Bright Ltd', '2500.5,b,Glass plc'];
    expect(await told(before, after)).toEqual(['New: column “Note”.']);
  });

  it('says of a large file which columns were not compared', async () => {
    const grants = [
      'Identifier,Title,Currency,Amount Awarded,Award Date,Funding Org:Name,Recipient Org:Name',
      '360G-1,First,GBP,1000,2020-01-15,Mill Trust,Club 1',
      '360G-2,Second,GBP,2000,2020-02-15,Mill Trust,Club 2',
    ];
    const after = grants.map((row) => row.replace('First', 'Third').replace(',2000,', ',2100,'));
    expect(await told(grants, after, { kept: 0 })).toEqual([
      'Award: £3,100; it was £3,000.',
      '1 row is new: £2,100.',
      '1 row is gone: £2,000.',
      'Rows were compared without “Identifier” and “Title”, which a large file does not keep at hand.',
    ]);
  });

  it('has its money in every digit where it would read alike', async () => {
    const before = [HEADER, 'Bright Ltd,Roads,4180601.47,2021-05-01', ...SPARE];
    const after = before.map((row) => row.replace('4180601.47', '4180602.47'));
    expect((await told(before, after))[0]).toBe('Spend: £4,180,712.47; it was £4,180,711.47.');
  });
});
