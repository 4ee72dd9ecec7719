import fc from 'fast-check';
import type { CarriedFile } from '../../../src/carry/carried.ts';
import { ROLE_NAMES, type Options } from '../../../src/load/plan.ts';
import type { DatasetCard } from '../../../src/model/dataset.ts';
import {
  CARRIES,
  FIGURE_SIZES,
  FIGURE_THEMES,
  parseFigureSize,
  type FigureSpec,
} from '../../../src/model/figure.ts';
import { CALENDARS } from '../../../src/model/period.ts';
import { HOSTILE_NAMES } from '../gallery/datasets.ts';
import { anyView } from '../model/anyview.ts';

const anyText = fc.oneof(fc.constantFrom(...HOSTILE_NAMES), fc.string({ unit: 'grapheme' }));
const anyWords = fc.option(anyText);
const anySize = fc.oneof(
  fc.constantFrom(...FIGURE_SIZES.keys()),
  fc.tuple(side(), side()).map(([width, height]) => `${width}x${height}mm`),
);

/** Any figure of a dataset. */
export function anyFigure(card: DatasetCard): fc.Arbitrary<FigureSpec> {
  return anyView(card).chain((view) =>
    fc.record({
      view: fc.constant(view),
      chart: fc.constant(view.lead),
      size: anySize.map((name) => parseFigureSize(name) ?? { width: 0, height: 0, type: 0 }),
      theme: fc.constantFrom(...FIGURE_THEMES),
      words: fc.record({
        title: anyWords,
        subtitle: anyWords,
        notes: anyWords,
        source: anyWords,
        alt: anyWords,
        description: anyWords,
      }),
      carries: fc.constantFrom(...CARRIES),
    }),
  );
}

/** Anything a reader can decide by hand about a file. */
export const anyOptions: fc.Arbitrary<Options> = fc
  .record(
    {
      role: fc.tuple(fc.constantFrom(...ROLE_NAMES), anyText),
      always: fc.record(
        {
          currency: anyText,
          funder: fc.oneof(anyText, fc.record({ from: fc.constantFrom('title', 'name') })),
        },
        { requiredKeys: [] },
      ),
      delimiter: fc.constantFrom(',', ';', '\t', '|'),
      headerRow: fc.nat(1000),
      credits: fc.constantFrom('taken off', 'added'),
      kinds: fc.constant('one sum'),
      dateOrder: fc.constantFrom('day first', 'month first', 'year first'),
      factor: fc.constantFrom(1, 1000, 1e6),
      sheet: anyText,
      calendar: fc.constantFrom(...CALENDARS),
      totals: fc.constantFrom('leave out', 'keep', 'only', 'levels'),
      chain: fc.constantFrom('steps', 'once', 'rows'),
      fold: fc.array(fc.record({ column: anyText, names: fc.array(anyText), into: anyText })),
    },
    { requiredKeys: [] },
  )
  .map(({ role, ...others }) => ({ ...others, ...(role ? { [role[0]]: role[1] } : {}) }));

export const anyFiles: fc.Arbitrary<readonly CarriedFile[]> = fc.array(
  fc.record({ name: anyText, bytes: fc.uint8Array({ maxLength: 300 }) }),
  { maxLength: 3 },
);

function side() {
  return fc.integer({ min: 400, max: 12_000 }).map((tenths) => tenths / 10);
}
