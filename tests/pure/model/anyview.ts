import fc from 'fast-check';
import { CHARTS } from '../../../src/charts/index.ts';
import type { DatasetCard } from '../../../src/model/dataset.ts';
import { withFilter, type Filter } from '../../../src/model/filter.ts';
import { dayOf } from '../../../src/model/period.ts';
import { subjectOf } from '../../../src/model/subject.ts';
import { BOOK_PARTS, TOP_CHOICES, type View } from '../../../src/model/view.ts';
import { HOSTILE_NAMES } from '../gallery/datasets.ts';

/** Values as files have them: whatever they hold, never nothing. */
const anyValue = fc.oneof(
  fc.constantFrom(...HOSTILE_NAMES, 'a,b', '100%', '%', '%zz', '&', '=', '#', '+', 'is.sector=x'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
);
const anyValues = fc.array(anyValue, { minLength: 1, maxLength: 4 });
const anyDay = fc.integer({ min: dayOf(0, 1, 1), max: dayOf(9998, 1, 1) });
const filterOn = (anyDimension: fc.Arbitrary<string>): fc.Arbitrary<Filter> =>
  fc.oneof(
    fc.record({ on: fc.constant('values' as const), dimension: anyDimension, among: anyValues }),
    fc.tuple(anyDay, fc.integer({ min: 1, max: 365 })).map(([start, days]) => ({
      on: 'period' as const,
      within: { start, end: start + days },
    })),
    fc
      .tuple(fc.option(fc.maxSafeInteger()), fc.option(fc.maxSafeInteger()))
      .filter(([from, to]) => from !== null || to !== null)
      .map(([from, to]) => ({ on: 'amount' as const, from: from && from + 0, to: to && to + 0 })),
    anyValue
      .filter((text) => Array.from(text).length <= 200)
      .map((matches) => ({ on: 'text' as const, matches })),
  );
/** Any view of a dataset. */
export function anyView(card: DatasetCard): fc.Arbitrary<View> {
  const ids = card.dimensions.map(({ id }) => id);
  const anyDimension = fc.constantFrom(...ids);
  const someDimensions = fc.shuffledSubarray(ids, { minLength: 1 });
  return fc.record({
    dataset: fc.constant(card.id),
    lead: fc.constantFrom(...CHARTS.map(({ id }) => id)),
    measure: fc.constantFrom(...card.measures.map(({ id }) => id)),
    filters: fc.array(filterOn(anyDimension)).map((list) => list.reduce<Filter[]>(withFilter, [])),
    stages: someDimensions,
    levels: someDimensions,
    split: fc.option(anyDimension),
    zoom: fc.oneof(fc.constant([]), anyValues),
    spread: fc.boolean(),
    unit: fc.constantFrom<View['unit']>('auto', 'month', 'quarter', 'year'),
    calendar: fc.constantFrom<View['calendar']>('calendar', 'financial'),
    top: fc.constantFrom(...TOP_CHOICES),
    opened: fc.array(anyDimension, { maxLength: 3 }),
    scale: fc.option(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER })),
    evidence: fc.option(
      fc.array(
        fc.tuple(anyDimension, anyValue).map(([id, value]) => subjectOf(id, value)),
        { maxLength: 3 },
      ),
    ),
    book: fc.constantFrom(null, ...BOOK_PARTS),
  });
}
