import { format } from 'd3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { grouped, groupedPence } from '../../../src/words/grouped.ts';

test('numbers are grouped as everywhere, in thousands', () => {
  const [whole, pence] = [format(',d'), format(',.2f')];
  const amount = fc.oneof(
    fc.nat(),
    fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
    fc.double({ min: 0, max: 1e15, noNaN: true }),
    fc.constantFrom(0, 0.5, 999, 999.995, 1000, 999_999.5),
  );
  fc.assert(
    fc.property(amount, (n) => {
      expect(grouped(n)).toBe(whole(n));
      expect(groupedPence(n)).toBe(pence(n));
    }),
  );
});
