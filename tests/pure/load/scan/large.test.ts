import { describe, expect, it } from 'vitest';
import { Complaints } from '../../../../src/load/complaints.ts';
import { planOf } from '../../../../src/load/plan/planof.ts';
import { feedBytes } from '../../../../src/load/scan/bytefeed.ts';
import { SPARE } from '../../../../src/load/scan/byterecord.ts';
import { ByteReader } from '../../../../src/load/scan/bytereader.ts';
import { ByteWords } from '../../../../src/load/scan/bytewords.ts';
import { Coding } from '../../../../src/load/scan/encoding.ts';
import { farTexts } from '../../../../src/load/scan/fartexts.ts';
import { scanText } from '../../../../src/load/scan/scantext.ts';
import { TooLarge } from '../../../../src/load/scan/toolarge.ts';
import type { ByteSource } from '../../../../src/load/source.ts';
import { encode, sourceOf } from './feeding.ts';

const HEADER = 'Funding Org:Name,Recipient Org:Name,Amount Awarded,Award Date,Description\n';
const rowOf = (n: number) => `Trust,"Club, ${n}",${n}.50,2019-01-01,"About ""${n}"" é"\n`;
const ROWS = 500;
const bytes = encode(HEADER + Array.from({ length: ROWS }, (_, n) => rowOf(n)).join(''));

function planned() {
  const plan = planOf(bytes, new Uint8Array(), bytes.length, 'grants.csv', {});
  if ('refused' in plan) throw new Error(plan.refused);
  return plan;
}

/** A source of `bytes` that stand at `from`, with nothing that is ever read before them. */
function standingAt(from: number): ByteSource {
  const { slice } = sourceOf(bytes);
  return {
    name: 'grants.csv',
    size: from + bytes.length,
    slice: (start, end) => slice(start - from, end - from),
  };
}

describe('a very large file', () => {
  // Where 32 bits end: with a sign, and without one.
  it.each([2 ** 31, 2 ** 32])('is read and read again around byte %d', async (edge) => {
    const from = edge - Math.floor(bytes.length / 2);
    const source = standingAt(from);
    const plan = planned();
    const coding = new Coding('utf-8');
    const reader = new ByteReader(plan, coding, false);
    await feedBytes(source, { from, delimiter: ',', coding }, reader, { piece: 1000 });
    const { reading, sums } = reader.scanned();
    expect(reading.rows).toBe(ROWS);
    expect(sums.map(({ sum }) => sum)).toEqual([String((ROWS * ROWS) / 2)]);
    const { offsets } = reader.store.numbers;
    const description = { id: 'description', label: 'Description', column: 4 };
    const far = farTexts(source, ',', coding, [description], offsets!);
    const rows = [0, ROWS / 2, ROWS - 1];
    const texts = await far.read(rows);
    expect(texts).toEqual(rows.map((row) => [`About "${row}" é`]));
  });

  it('is refused with a sentence when there is no memory for it', async () => {
    const { slice, ...rest } = sourceOf(bytes);
    let asked = 0;
    const source = {
      ...rest,
      slice: async (from: number, to: number) => {
        // The two ends are read, and then the file from its start on.
        if (asked++ >= 2) throw new TooLarge('The file has more rows than there is memory for.');
        return slice(from, to);
      },
    };
    const read = await scanText(source, {});
    expect('refused' in read && read.refused).toMatch(/more rows than there is memory .* Split/);
  });

  it('in two encodings is read in one, and says that letters may be wrong', async () => {
    const row = (name: Uint8Array) => [
      encode('Suppliers of '),
      name,
      encode(',13/04/2018,Roads,1\n'),
    ];
    const utf8 = row(encode('Café')).flatMap((part) => [...part]);
    const pieces = [...encode('Supplier Name,Payment Date,Service Area,Net Amount\n')];
    const latin = row(Uint8Array.of(0x43, 0x61, 0x66, 0xe9)).flatMap((part) => [...part]);
    // Neither at the start of the file nor at its end, which are looked at first.
    for (let n = 0; n < 40_001; n++) pieces.push(...(n === 30_000 ? latin : utf8));
    const read = await scanText(sourceOf(Uint8Array.from(pieces)), {});
    if ('refused' in read) throw new Error(read.refused);
    expect(read.scanned.sums).toMatchObject([{ sum: '40001', count: 40_001 }]);
    const [decision] = read.plan.decisions.filter(({ matter }) => matter === 'encoding');
    expect(decision).toMatchObject({ doubt: true });
    expect(decision?.sentence).toMatch(/may turn letters before that into others/);
  });

  it('holds no more texts of a column than it can', () => {
    const words = new ByteWords(2);
    const take = (text: string) => {
      const cell = encode(text);
      const spared = Uint8Array.of(...cell, ...new Uint8Array(SPARE));
      return words.code(new DataView(spared.buffer), 0, cell.length);
    };
    expect([take('a'), take('b'), take('a')]).toEqual([0, 1, 0]);
    expect(() => take('c')).toThrow(TooLarge);
    expect(take('b')).toBe(1);
  });

  it('holds no more records that cannot be read than it can, and tells the first', () => {
    const complaints = new Complaints(planned().columns, 2);
    const refuse = (record: number) =>
      complaints.refuse({ kind: 'amount unreadable', message: 'No amount.', found: 'x' }, record);
    refuse(1);
    refuse(2);
    expect(() => refuse(3)).toThrow(/More than 2 records cannot be read.*record 1: No amount/);
  });
});
