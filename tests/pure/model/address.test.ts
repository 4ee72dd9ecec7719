import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHARTS } from '../../../src/charts/index.ts';
import { LocalEngine } from '../../../src/engine/local.ts';
import { decodeView, encodeView } from '../../../src/model/address.ts';
import type { Filter } from '../../../src/model/filter.ts';
import { firstView } from '../../../src/model/view.ts';
import { strategy } from '../data/strategy.ts';
import { anyView } from './anyview.ts';
import { pictureOf } from '../gallery/picture.ts';

const engine = new LocalEngine(strategy());
const { card } = engine;
const first = firstView(card);

describe('a view', () => {
  test('comes back from its address as it was', () => {
    fc.assert(
      fc.property(anyView(card), (view) => {
        expect(decodeView(encodeView(view, card), card)).toEqual({ view, ignored: [] });
      }),
      { numRuns: 500 },
    );
  });

  test('has one address, in letters that any address may have', () => {
    fc.assert(
      fc.property(anyView(card), (view) => {
        const address = encodeView(view, card);
        expect(address).toMatch(/^[\w.~!*'()%=&,-]*$/);
        expect(encodeView(decodeView(address, card).view, card)).toBe(address);
      }),
    );
  });

  test('is written only where it differs from the first', () => {
    expect(encodeView(first, card)).toBe('');
    const filters: Filter[] = [{ on: 'values', dimension: 'sector', among: ['Health and care'] }];
    expect(encodeView({ ...first, filters }, card)).toBe('v=1&is.sector=Health%20and%20care');
    expect(encodeView({ ...first, split: null, top: 5 }, card)).toBe('v=1&split=&top=5');
  });
});

const NAMES = ['v', 'lead', 'measure', 'by', 'levels', 'split', 'zoom', 'time', 'unit', 'calendar'];
const MORE_NAMES = [
  'top',
  'opened',
  'evidence',
  'book',
  'is.sector',
  'is.',
  'period',
  'amount',
  'text',
];
const FRAGMENTS = [
  ...['sankey', 'commitment/GBP/total', 'sector', 'sector,sector', 'sector,place', '', 'null'],
  ...['spread', 'lump', 'year', '5', '2', '-1', '1e400', 'NaN', '2017-01-01,2018-01-01'],
  ...['2018-01-01,2017-01-01', '1,2', ',', ',,', '%', '%E0%A4%A', '__proto__', 'constructor'],
  ...['sector:Tax', 'sector~other:', ':', 'x'.repeat(400), `${'x'.repeat(199)}😀`, '<script>'],
];
const anyField = fc
  .tuple(
    fc.oneof(fc.constantFrom(...NAMES, ...MORE_NAMES), fc.string()),
    fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ unit: 'binary' })),
  )
  .map(([name, value]) => `${name}=${value}`);
const anyFragment = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(anyField, { maxLength: 6 }).map((fields) => fields.join('&')),
);

describe('a broken address', () => {
  test('is never thrown at, and leads to a view that can be written and drawn', async () => {
    await fc.assert(
      fc.asyncProperty(anyFragment, async (fragment) => {
        const { view, ignored } = decodeView(fragment, card);
        expect(decodeView(encodeView(view, card), card)).toEqual({ view, ignored: [] });
        for (const reason of ignored) expect(reason.trim()).not.toBe('');
        for (const { id } of CHARTS) {
          const { drawing } = await pictureOf(engine, id, view, { width: 400, height: 400 });
          expect(drawing.marks.length > 0 || drawing.empty).toBeTruthy();
        }
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  test.each([
    ['lead=Sankey!', 'lead: no chart is called “Sankey!”'],
    ['measure=gold', 'measure: the data has no measure “gold”'],
    ['by=planet', 'by: the data has no column “planet”'],
    ['by=', 'by: it names no column'],
    ['split=planet', 'split: the data has no column “planet”'],
    ['time=slow', 'time: “slow” is not one of spread, lump'],
    ['unit=week', 'unit: “week” is not one of auto, month, quarter, year'],
    ['unit=__proto__', 'unit: “__proto__” is not one of auto, month, quarter, year'],
    ['top=7', 'top: “7” is not one of 5, 12, 20, 40'],
    ['evidence=nothing', 'evidence: the data has no column “nothing”'],
    ['is.planet=Mars', 'is.planet: the data has no column “planet”'],
    ['is.sector=', 'is.sector: it names no value'],
    ['period=2018-01-01,2017-01-01', 'period: it is not two days in order'],
    ['period=yesterday', 'period: it is not two days in order'],
    ['amount=much', 'amount: it is not two whole numbers'],
    ['amount=,', 'amount: it is not two whole numbers'],
    ['text=', 'text: it is empty'],
    ['colour=red', 'colour: nothing has that name'],
    ['__proto__=x', '__proto__: nothing has that name'],
    ['v=99', 'v: the link was written by another version; what still fits was read'],
    ['zoom=%E0%A4%A', '“zoom=%E0%A4%A”: its percent signs do not fit together'],
  ])('%s says what it ignored and keeps the rest', (field, reason) => {
    const { view, ignored } = decodeView(`${field}&book=shown`, card);
    expect(ignored).toEqual([reason]);
    expect(view).toEqual({ ...first, book: 'shown' });
  });

  test('with a text that is too long is cut between characters, so that it can be written again', () => {
    const { view } = decodeView(`text=${encodeURIComponent(`${'x'.repeat(199)}😀😀`)}`, card);
    expect(view.filters).toEqual([{ on: 'text', matches: `${'x'.repeat(199)}😀` }]);
    expect(decodeView(encodeView(view, card), card).view).toEqual(view);
  });

  test('that is longer than any view is left alone', () => {
    const { view, ignored } = decodeView(`text=${'a'.repeat(20_000)}`, card);
    expect(view).toEqual(first);
    expect(ignored).toEqual(['the whole link: it is longer than 16000 characters']);
  });
});
