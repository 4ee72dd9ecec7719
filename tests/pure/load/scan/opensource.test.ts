import { readAs } from '../../../../src/state/readas.ts';
import { describe, expect, it } from 'vitest';
import { LocalEngine } from '../../../../src/engine/local.ts';
import { openSource, type OpenedSource, type OpenHooks } from '../../../../src/load/opensource.ts';
import type { Options } from '../../../../src/load/plan.ts';
import { encode, sourceOf } from './feeding.ts';

const HEADER =
  'Identifier,Title,Description,Currency,Amount Awarded,Award Date,Funding Org:Name,Recipient Org:Name\n';

function grants(rows: number, name = 'Łódź Trust'): string {
  return (
    HEADER +
    Array.from(
      { length: rows },
      (_, row) =>
        `360G-${row},Grant no ${row},"For the ""${row}"", and\nmore",GBP,${row}.50,2017-03-${10 + (row % 9)},${name},Body ${row % 7}\n`,
    ).join('')
  );
}

async function opened(
  text: string | Uint8Array,
  options: Options = {},
  hooks: OpenHooks = {},
): Promise<OpenedSource> {
  const bytes = typeof text === 'string' ? encode(text) : text;
  const result = await openSource([sourceOf(bytes)], options, hooks);
  if ('refused' in result) throw new Error(result.refused);
  return result;
}

const everything = {
  ask: 'records',
  measure: 'award/GBP/total',
  filters: [],
  subjects: [],
  from: 'file',
} as const;

describe('a file of the reader’s', { timeout: 30_000 }, () => {
  it('is read the same whether its text is kept or read again', async () => {
    const text = grants(500);
    const kept = new LocalEngine((await opened(text)).dataset);
    const { dataset } = await opened(text, {}, { kept: 0, piece: 1000 });
    expect(dataset.far?.columns.map(({ label }) => label)).toContain('Description');
    expect(dataset.texts).toEqual([]);
    const far = new LocalEngine(dataset);
    const question = { ...everything, offset: 120, limit: 30 };
    const [once, again] = [await kept.ask(question), await far.ask(question)];
    const plain = ({ records }: typeof once) =>
      records.map(({ cells, ...record }) => ({
        ...record,
        cells: cells.map(({ label, text: cell }) => [label, cell]).sort(),
      }));
    expect(plain(again)).toEqual(plain(once));
    expect(again.records[0]?.cells).toContainEqual({
      id: 'description',
      label: 'Description',
      text: 'For the "120", and\nmore',
    });
  });

  it('keeps no more text the longer a file’s descriptions are', async () => {
    const { dataset } = await opened(grants(2000), {}, { kept: 0 });
    const kept = [...dataset.dimensions, ...dataset.texts].flatMap(({ values }) => values);
    expect(kept.length).toBeLessThan(20);
  });

  it('is shown while it grows, each time as far as it has been read', async () => {
    const seen: number[] = [];
    const progress: number[] = [];
    const text = grants(40_000);
    const { dataset, scanned } = await opened(
      text,
      {},
      {
        piece: 1 << 18,
        onprogress: ({ bytes }) => void progress.push(bytes),
        onpartial: ({ dataset: part, reading }) => {
          expect(reading.partial).toBe(true);
          expect(readAs(reading)).toMatch(/is being read as .* only what has been read so far\.$/);
          expect(new LocalEngine(part).card.partial).toBe(true);
          expect(part.low.length).toBe(part.rows);
          expect(Array.from(part.low.subarray(0, 3))).toEqual([50, 150, 250]);
          for (const { codes, values } of part.dimensions) {
            expect(codes.length).toBe(part.rows);
            expect(values[codes[part.rows - 1]!]).toBeDefined();
          }
          seen.push(new LocalEngine(part).card.rows);
        },
      },
    );
    expect(seen.length).toBeGreaterThan(0);
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
    expect(progress.at(-1)).toBe(encode(text).length);
    expect(dataset.rows).toBe(40_000);
    expect(dataset.partial).toBeUndefined();
    expect(scanned.sums).toMatchObject([{ currency: 'GBP', sum: '800000000', count: 40_000 }]);
  });

  it('can be stopped half-way', async () => {
    const stop = new AbortController();
    let pieces = 0;
    const reading = openSource(
      [sourceOf(encode(grants(20_000)))],
      {},
      {
        signal: stop.signal,
        piece: 1 << 16,
        onprogress: () => {
          if (++pieces === 3) stop.abort();
        },
      },
    );
    await expect(reading).rejects.toThrow(/abort/i);
    expect(pieces).toBe(3);
  });

  it('is read again as a whole when a byte near its end is not UTF-8', async () => {
    const bytes = encode(grants(30_000, 'Cafe'));
    const late = bytes.lastIndexOf('e'.charCodeAt(0), bytes.length - 200_000);
    bytes[late] = 0xe9;
    const { plan, dataset } = await opened(bytes, {}, { piece: 1 << 16 });
    expect(plan.format?.encoding).toBe('windows-1252');
    expect(plan.options).toEqual({});
    expect(plan.decisions[0]?.matter).toBe('encoding');
    expect(dataset.rows).toBe(30_000);
  });

  it('is read by the parser that recovers when a quotation mark is out of place', async () => {
    const text = grants(50).replace('Grant no 20', '"Grant" no 20');
    const { dataset, scanned } = await opened(text);
    expect(scanned.unread).toMatchObject([{ kind: 'quotation mark out of place' }]);
    expect(dataset.rows + scanned.unread.length).toBeLessThanOrEqual(50);
  });

  it('ends at a quotation mark that is never closed, and says so', async () => {
    const { scanned, dataset } = await opened(grants(50) + 'x,"y,z\n' + 'a,b,c\n'.repeat(9));
    expect(dataset.rows).toBe(50);
    expect(scanned.unread).toMatchObject([{ kind: 'quotation mark out of place', row: 52 }]);
  });

  it.each([
    ['', /empty/],
    ['%PDF-1.7 name,amount\n', /PDF/],
    ['name,age\nAda,36\n', /amount/i],
  ])('is refused with the reason: %j', async (text, reason) => {
    expect(await openSource([sourceOf(encode(text))], {})).toEqual({
      refused: expect.stringMatching(reason),
    });
  });
});

describe('several files', () => {
  it('of one shape become one, with the file as a dimension', async () => {
    const sources = [
      sourceOf(encode(grants(10, 'First')), 'may.csv'),
      sourceOf(encode(grants(5, 'Second')), 'june.csv'),
    ];
    const result = await openSource(sources, {}, { kept: 0 });
    if ('refused' in result) throw new Error(result.refused);
    const { dataset, scanned } = result;
    expect(dataset.rows).toBe(15);
    const file = dataset.dimensions.find(({ id }) => id === 'file');
    expect(Array.from(file?.codes ?? [], (code) => file?.values[code])).toEqual([
      ...Array(10).fill('may.csv'),
      ...Array(5).fill('june.csv'),
    ]);
    expect(scanned.records.data).toBe(15);
    expect(scanned.sums).toMatchObject([{ sum: '62.5', count: 15 }]);
    expect(scanned.distinct.get('funder')).toBe(2);
    const { records } = await new LocalEngine(dataset).ask({ ...everything, offset: 9, limit: 2 });
    const titles = records.map(({ title }) => title);
    expect(titles).toEqual(['Grant no 9', 'Grant no 0']);
  });

  it('are doubted where rows stand in two of them', async () => {
    const doubts = async (...texts: readonly string[]) => {
      const sources = texts.map((text, file) => sourceOf(encode(text), `${file + 1}.csv`));
      const result = await openSource(sources, {});
      if ('refused' in result) throw new Error(result.refused);
      return result.reading.decisions.flatMap(({ matter, sentence, doubt }) =>
        matter === 'rows in several files' && doubt ? [sentence] : [],
      );
    };
    const [header = '', ...rows] = grants(6).split(/\n(?=360G)/);
    const part = (from: number, to: number) => [header, ...rows.slice(from, to)].join('\n');
    expect(await doubts(part(0, 3), part(3, 6))).toEqual([]);
    expect(await doubts(part(0, 4), part(2, 6))).toEqual([
      '2 rows of “2.csv” repeat rows of “1.csv”, cell by cell. They are counted each time.',
    ]);
    expect(await doubts(part(0, 2), part(2, 4), part(1, 3))).toEqual([
      '2 rows of “3.csv” repeat rows of the files before it, cell by cell. They are counted each time.',
    ]);
    expect(await doubts(part(0, 4), part(0, 4))).toEqual([
      '“2.csv” holds the same rows as “1.csv”, cell by cell: each is counted twice.',
    ]);
  });

  it('of different shapes are refused', async () => {
    const sources = [
      sourceOf(encode(grants(10)), 'may.csv'),
      sourceOf(encode('Supplier,Amount,Date\nA,5,2017-01-01\nB,6,2017-01-02\n'), 'june.csv'),
    ];
    expect(await openSource(sources, {})).toEqual({ refused: expect.stringMatching(/one shape/) });
  });
});
