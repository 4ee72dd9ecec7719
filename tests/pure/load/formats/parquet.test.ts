import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ByteSource } from '../../../../src/load/source.ts';
import { unpack } from '../../../../src/load/formats/unpack.ts';
import { feedsIn, file, recordsIn, recordsOf, refusalOf } from './bytes.ts';

/** Written by PyArrow 25 in groups of three rows, once for each way of packing. */
const CODECS = ['none', 'snappy', 'zstd', 'gzip', 'brotli', 'lz4'];
const bytes = (codec: string) => readFileSync(`tests/fixtures/formats/grants.${codec}.parquet`);

const HEADER =
  'Funder,Amount,Large,Small,Double,Float,Whole,Date,Paid,Open,Tags,Place,__proto__'.split(',');
const RECORDS = [
  HEADER,
  [
    ...['Council', '1291436.54', '12345678901234567890123.4567', '1.5', '0.1', '0.1'],
    ...['9007199254740993', '2024-01-18', '2024-01-18T09:30:00', 'true'],
    ...['["a","b"]', '{"name":"X","code":"1"}', 'p'],
  ],
  [
    ...['Ålesund', '-0.10', '-1.0000', '-2.5', '-1e+21', '-2.5', '-1'],
    ...['1899-12-31', '2024-01-18', 'false', '[]', '', 'q'],
  ],
  ['', '', '0.0000', '', '', '', '', '', '', '', '', '{"name":null,"code":"2"}', 'r'],
  [
    ...['Council', '99999999999999.99', '', '0.0', '1234567.891', '16777216', '0'],
    ...['1970-01-01', '1969-12-31T23:59:59.5', 'true', '["c"]', '{"name":"Y","code":"3"}', 's'],
  ],
];

describe('Parquet', () => {
  test.each(CODECS)('packed with %s: every digit of decimals and days', async (codec) => {
    expect(await recordsIn(file('grants.csv', bytes(codec)))).toEqual(RECORDS);
  });

  test('reads the bytes of wanted columns alone, and leaves the others blank', async () => {
    const whole = bytes('none');
    const asked: [from: number, to: number][] = [];
    const source: ByteSource = {
      name: 'a.parquet',
      size: whole.length,
      slice: async (from, to) => {
        asked.push([from, to]);
        return whole.subarray(from, to);
      },
    };
    const [feed] = feedsIn(await unpack(source));
    asked.length = 0;
    const records: string[][] = [];
    await feed!.read(
      (batch) => records.push(...batch.map((cells) => [...cells])),
      undefined,
      new Set([7, 1]),
    );
    expect(records).toEqual(
      RECORDS.map((cells, row) =>
        cells.map((cell, column) => (row === 0 || column === 1 || column === 7 ? cell : '')),
      ),
    );
    const read = asked.reduce((sum, [from, to]) => sum + to - from, 0);
    expect(read).toBeLessThan(whole.length / 4);
  });

  test('cut off or damaged anywhere it is read or refused with a reason', async () => {
    const whole = bytes('snappy');
    expect(await refusalOf(file('a.parquet', whole.subarray(0, 2000)))).toMatch(/cut off/);
    for (let at = 4; at < whole.length; at += 37) {
      const damaged = Uint8Array.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 0xff;
      const [feed] = await unpack(file('a.parquet', damaged)).then((unpacked) =>
        'refused' in unpacked ? [] : feedsIn(unpacked),
      );
      if (feed) await recordsOf(feed).catch((fault: Error) => expect(fault.name).toBe('Refusal'));
    }
  });
});
