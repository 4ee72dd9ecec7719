import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DateStyle } from '../../../../src/load/plan.ts';
import { feedBytes } from '../../../../src/load/scan/bytefeed.ts';
import { DayTaker } from '../../../../src/load/scan/daytaker.ts';
import { Coding } from '../../../../src/load/scan/encoding.ts';
import { encode, sourceOf } from './feeding.ts';

const STYLES: readonly DateStyle[] = [
  'year first',
  'day first',
  'short year first',
  'month first',
  'month named',
  'year',
  'financial year',
  'excel serial',
];
const two = (most: number) =>
  fc.integer({ min: 0, max: most }).map((number) => String(number).padStart(2, '0'));
const year = fc.constantFrom('1900', '1899', '2024', '2023', '2155', '2156', '0001', '20x4');
const mark = fc.constantFrom('-', '/', '.', ' ', '5');
const day = fc
  .tuple(year, two(13), two(32), mark, mark, fc.constantFrom('ymd', 'dmy', 'mdy'))
  .map(([y, m, d, one, other, order]) => {
    const parts = { y, m, d };
    const [first, second, third] = [...order].map((part) => parts[part as keyof typeof parts]);
    return `${first}${one}${second}${other}${third}`;
  });
const cells = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: day },
    fc.constantFrom('', 'n/a', '2024', '45000', '1 May 2024'),
  ),
  { minLength: 1, maxLength: 30 },
);

it('reads the bytes of a date as its text is read, met before or not', async () => {
  await fc.assert(
    fc.asyncProperty(cells, fc.constantFrom(...STYLES), async (texts, style) => {
      const coding = new Coding('utf-8');
      const [bytes, text] = [new DayTaker(style, coding), new DayTaker(style, coding)];
      const read = ({ start, end }: DayTaker, readable: boolean) => ({ start, end, readable });
      const found: ReturnType<typeof read>[] = [];
      const twice = [...texts, ...texts];
      await feedBytes(
        sourceOf(encode(twice.map((cell) => `x,${cell}\n`).join(''))),
        { from: 0, delimiter: ',', coding },
        { take: (record) => void found.push(read(bytes, bytes.cell(record, 1))) },
      );
      expect(found).toEqual(twice.map((cell) => read(text, text.text(cell))));
    }),
    { numRuns: 400 },
  );
});
