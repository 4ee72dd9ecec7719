import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LocalEngine } from '../../../src/engine/local.ts';
import { portableSvg } from '../../../src/export/portable.ts';
import { firstView } from '../../../src/model/view.ts';
import {
  datasetOf,
  DIMENSIONS,
  filters,
  measureIndex,
  MEASURES,
} from '../engine/random-dataset.ts';
import { BREAKINGS } from './broken.ts';
import { CASES } from './cases.ts';
import { DATASETS } from './datasets.ts';
import { arrowsReachAll, LAWS, type Law } from './laws.ts';
import { MONEY_LAWS } from './money.ts';
import { namedRows } from './named-rows.ts';
import { pictureOf, picturesOf, type Picture } from './picture.ts';
import { shuffled } from './shuffle.ts';

/** Hundreds of pictures are drawn in a test, on a machine that may be doing other things. */
const PATIENCE = { timeout: 60_000 };
const EVERY_LAW: Readonly<Record<string, Law>> = { ...LAWS, ...MONEY_LAWS };
const written = ({ drawing, caption }: Picture) => portableSvg(drawing, caption, 'light');
/** What a drawing says beside what it shows. */
const said = ({ drawing: { marks, table, traces } }: Picture) => ({
  table,
  marks: [...marks, ...traces].map(({ key, label, action }) => ({ key, label, action })),
});

const cases = await Promise.all(
  CASES.map(async (example) => ({ example, pictures: await picturesOf(example) })),
);

describe('in every picture of the gallery', () => {
  const named = { ...EVERY_LAW, 'arrow keys lead to every mark': arrowsReachAll };
  test.each(Object.entries<Law>(named))('%s', PATIENCE, (_, law) => {
    const breaches = cases.flatMap(({ example, pictures }) =>
      pictures.flatMap((picture) =>
        law(picture).map((breach) => `${example.name}--${picture.chart.id}: ${breach}`),
      ),
    );
    expect(breaches).toEqual([]);
  });

  test('the same question gives the same bytes, whatever the order of rows', PATIENCE, async () => {
    const turned = new Map(
      Object.entries(DATASETS).map(([name, dataset]) => {
        const order = Array.from({ length: dataset.rows }, (_, row) => dataset.rows - 1 - row);
        return [name, new LocalEngine(shuffled(dataset, order))];
      }),
    );
    for (const { example, pictures } of cases) {
      for (const picture of pictures) {
        const engine = turned.get(example.data)!;
        const again = await pictureOf(engine, picture.chart.id, example.view, example.frame);
        expect(written(again), example.name).toBe(written(picture));
        expect(said(again), example.name).toEqual(said(picture));
      }
    }
  });
});

describe('each law finds what breaks it', () => {
  const first = cases.find(({ example }) => example.name === 'first')!.pictures;
  const broken = (picture: Picture, name: keyof typeof BREAKINGS) =>
    BREAKINGS[name].map((breaking) => EVERY_LAW[name]!(breaking(picture)).length);

  test.each(Object.keys(BREAKINGS) as (keyof typeof BREAKINGS)[])('%s', (name) => {
    const treemap = first.find(({ chart }) => chart.id === 'treemap')!;
    expect(broken(treemap, name).every((breaches) => breaches > 0)).toBe(true);
  });

  test('of money in a Sankey too', () => {
    const name = 'marks are as large as their money, and none is missing';
    const sankey = first.find(({ chart }) => chart.id === 'sankey')!;
    expect(broken(sankey, name).every((breaches) => breaches > 0)).toBe(true);
  });
});

/** The timeline has random pictures of its own, in tests/pure/charts. */
const anyChart = fc.constantFrom('sankey', 'timeline', 'treemap');
const anyFrame = fc.record({
  width: fc.constantFrom(288, 360, 640, 1000, 1400),
  height: fc.constantFrom(380, 480),
});
const someDimensions = fc.shuffledSubarray([...DIMENSIONS], { minLength: 2 });
const anyPatch = fc.record({
  filters,
  stages: someDimensions,
  levels: someDimensions,
  split: fc.constantFrom(null, ...DIMENSIONS),
  top: fc.constantFrom(5, 12, 40),
  spread: fc.boolean(),
  measure: measureIndex.map((at) => MEASURES[at]!.id),
});

test('marks that no arrow key leads to are found', () => {
  const { pictures } = cases.find(({ example }) => example.name === 'first')!;
  const picture = pictures.find(({ chart }) => chart.id === 'treemap')!;
  const nowhere = { shape: 'text', key: 'nowhere', subjects: [], label: 'Nowhere' } as const;
  const place = { x: NaN, y: NaN, text: 'Nowhere', size: 12, fill: 'ink' } as const;
  const marks = picture.drawing.marks.toSpliced(1, 0, { ...nowhere, ...place });
  const broken = { ...picture, drawing: { ...picture.drawing, marks } };
  expect(arrowsReachAll(broken)).not.toEqual([]);
});

describe('in a picture of any data', () => {
  test('every law holds, and the order of rows does not matter', PATIENCE, async () => {
    await fc.assert(
      fc.asyncProperty(
        namedRows,
        anyChart,
        anyPatch,
        anyFrame,
        fc.nat(2),
        async (rows, chart, patch, frame, depth) => {
          const engine = new LocalEngine(datasetOf(rows));
          const zoom = patch.levels.slice(0, depth).flatMap((level) => rows[0]?.[level] ?? []);
          const view = { ...firstView(engine.card), ...patch, zoom };
          const picture = await pictureOf(engine, chart, view, frame);
          for (const [name, law] of Object.entries(EVERY_LAW))
            expect(law(picture), name).toEqual([]);
          const turned = new LocalEngine(datasetOf(rows.toReversed()));
          const again = await pictureOf(turned, chart, view, frame);
          expect(written(again)).toBe(written(picture));
        },
      ),
      { numRuns: 250 },
    );
  });

  test('a further filter never raises a total', PATIENCE, async () => {
    const positive = namedRows.map((rows) =>
      rows.map((row) => ({
        ...row,
        low: row.low === null ? null : Math.abs(row.low),
        high: row.high === null ? null : Math.abs(row.low ?? 0) + Math.abs(row.high),
      })),
    );
    const question = { ask: 'groups', by: [], also: [], measure: MEASURES[0]!.id } as const;
    await fc.assert(
      fc.asyncProperty(positive, filters, filters, async (rows, some, more) => {
        const engine = new LocalEngine(datasetOf(rows));
        const wide = await engine.ask({ ...question, filters: some });
        const narrow = await engine.ask({ ...question, filters: [...some, ...more] });
        for (const part of ['low', 'high', 'count'] as const) {
          const [most, least] = [wide, narrow].map(({ ledger }) => ledger.shown.sum[part]);
          expect(least).toBeLessThanOrEqual(most!);
        }
      }),
    );
  });
});

test('the headline of the built-in data is what it is', () => {
  const { caption } = cases.find(({ example }) => example.name === 'first')!.pictures[0]!;
  expect(caption.notes).toEqual([
    'At least £6.335bn committed in 9 figures; 1 of unstated size; 3 benefit estimates, 1 market estimate and 1 yearly spend not added.',
  ]);
});
