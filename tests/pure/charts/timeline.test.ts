import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chartOf } from '../../../src/charts/index.ts';
import type { Answers } from '../../../src/charts/chart.ts';
import { timeline } from '../../../src/charts/timeline/timeline.ts';
import type { Drawing, Mark, RectMark } from '../../../src/drawing/drawing.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import { LocalEngine } from '../../../src/engine/local.ts';
import type { Amount } from '../../../src/model/amount.ts';
import type { DatasetCard, Milestone } from '../../../src/model/dataset.ts';
import { dayOf } from '../../../src/model/period.ts';
import type { Figure, SeriesPoint } from '../../../src/model/question.ts';
import { subjectOf } from '../../../src/model/subject.ts';
import { NOTHING } from '../../../src/model/sum.ts';
import { firstView, type View } from '../../../src/model/view.ts';
import { strategy } from '../data/strategy.ts';
import { datasetOf, filters, measureIndex, MEASURES, rows } from '../engine/random-dataset.ts';
import { breachesOf } from './laws.ts';

const WIDTHS = [288, 640, 1000, 1400];
type TimelineAnswers = Answers<ReturnType<typeof timeline.asks>>;

async function answersOf(engine: Engine, view: View): Promise<TimelineAnswers> {
  const { figures, series } = timeline.asks(view, engine.card);
  return { figures: await engine.ask(figures), series: await engine.ask(series) };
}

async function drawn(engine: Engine, view: View, width: number): Promise<Drawing> {
  const answers = await answersOf(engine, view);
  return timeline.draw(answers, view, engine.card, { width, height: 420 });
}

/** A figure and a card made by hand. */
const measure = MEASURES[0]!;
const SECTORS = ['Health', 'Tax', 'Transport'];
const card: DatasetCard = {
  id: 'hand',
  source: {
    title: '',
    publisher: '',
    published: '',
    link: '',
    licence: '',
    licenceLink: '',
    note: '',
  },
  rows: 3,
  unread: 0,
  noRows: 0,
  measures: MEASURES.map((each) => ({ ...each, rows: 1 })),
  dimensions: [
    {
      id: 'sector',
      label: 'Sector',
      distinct: SECTORS.length,
      ranked: SECTORS.map((value) => ({ value, rows: 1 })),
    },
    { id: 'title', label: 'Figure', distinct: 3, ranked: [] },
  ],
  span: { start: dayOf(2016, 4, 1), end: dayOf(2020, 4, 1) },
  problems: [],
  companions: { milestones: [], statistics: [], pledges: [] },
  suggested: { stages: ['sector', 'title'], levels: ['sector', 'title'], colour: 'sector' },
};
const view = firstView(card);
const exactly = (money: number): Amount => ({ low: money, high: money, bound: 'exact' });

function figure(title: string, amount: Amount, changes: Partial<Figure> = {}): Figure {
  return {
    row: 0,
    title,
    amount,
    start: dayOf(2017, 4, 1),
    end: dayOf(2019, 4, 1),
    periodBasis: 'stated',
    touches: [subjectOf('sector', 'Health'), subjectOf('title', title)],
    ...changes,
  };
}

const undated = { start: null, end: null, periodBasis: 'not stated' } as const;
const ledger = {
  measure: measure.id,
  shown: { rows: 0, sum: NOTHING },
  filtered: { rows: 0, sum: NOTHING },
  leftOut: [],
  unread: { rows: 0 },
  file: { rows: 0, sums: [] },
};

function drawFigures(
  figures: readonly Figure[] | null,
  changes: Partial<View> = {},
  width = 1000,
  on = card,
  points: readonly SeriesPoint[] = [],
): Drawing {
  const answers: TimelineAnswers = {
    figures: { ask: 'figures', figures, ledger },
    series: { ask: 'series', points, undated: [], gathered: {}, ledger },
  };
  return timeline.draw(answers, { ...view, ...changes }, on, { width, height: 420 });
}

function rectOf(drawing: Drawing, key: string): RectMark {
  const mark = drawing.marks.find((each) => each.key === key);
  if (mark?.shape !== 'rect') throw new Error(`no rect with key "${key}"`);
  return mark;
}

const areaOf = ({ width, height }: RectMark) => width * height;
const markOf = (drawing: Drawing, key: string): Mark | undefined =>
  drawing.marks.find((mark) => mark.key === key);

describe('figures one by one', () => {
  const large = figure('Large', exactly(400_000_000));
  const short = figure('Short', exactly(100_000_000), { end: dayOf(2018, 4, 1) });
  const loose = figure('Loose', exactly(200_000_000), undated);

  test.each([true, false])('area is money, on the axis and on the shelf (spread %s)', (spread) => {
    const drawing = drawFigures([large, short, loose], { spread });
    const [a, b, c] = ['Large', 'Short', 'Loose'].map((title) =>
      areaOf(rectOf(drawing, subjectOf('title', title))),
    );
    expect(b! / a!).toBeCloseTo(1 / 4, 2);
    expect(c! / a!).toBeCloseTo(1 / 2, 2);
  });

  test('length is the period', () => {
    const drawing = drawFigures([large, short]);
    const [a, b] = ['Large', 'Short'].map((title) => rectOf(drawing, subjectOf('title', title)));
    expect(a!.width / b!.width).toBeCloseTo(2, 2);
    expect(a!.x).toBe(b!.x);
  });

  test('a spread is hatched as our assumption and says what it is a year', () => {
    const drawing = drawFigures([large]);
    expect(rectOf(drawing, 'title:Large').texture).toBe('assumed');
    expect(rectOf(drawing, 'title:Large').label).toBe(
      'Large, £4m, 1 Apr 2017 to 31 Mar 2019, about £2m a year if spread evenly',
    );
    expect(drawing.notes.join(' ')).toContain('our assumption');
    expect(rectOf(drawFigures([large], { spread: false }), 'title:Large').texture).toBeUndefined();
  });

  test('stated and assumed ends differ', () => {
    const drawing = drawFigures([figure('Half', exactly(1e8), { periodBasis: 'end assumed' })]);
    expect(markOf(drawing, 'title:Half start')).not.toHaveProperty('dash');
    expect(markOf(drawing, 'title:Half end')).toHaveProperty('dash');
    expect(rectOf(drawing, 'title:Half').label).toContain('end assumed');
  });

  test('a range is solid to its low end and hatched to its high end', () => {
    const range = figure('Range', { low: 1e8, high: 4e8, bound: 'range' }, undated);
    const drawing = drawFigures([range, figure('Four', exactly(4e8), undated)]);
    const [low, rest] = [rectOf(drawing, 'title:Range'), rectOf(drawing, 'title:Range range')];
    expect(rest.texture).toBe('range');
    expect(areaOf(rest) / areaOf(low)).toBeCloseTo(3, 1);
    expect(areaOf(rest) + areaOf(low)).toBeCloseTo(areaOf(rectOf(drawing, 'title:Four')), -1);
  });

  test('no stated upper end is a torn edge; no stated size is an outline without a fill', () => {
    const least = figure('Least', { low: 1e8, high: null, bound: 'at least' });
    const nobody = figure('Nobody', { low: null, high: null, bound: 'not stated' }, undated);
    const drawing = drawFigures([least, nobody]);
    expect(markOf(drawing, 'title:Least torn')?.shape).toBe('path');
    expect(rectOf(drawing, 'title:Nobody')).toMatchObject({ dash: '2 2' });
    expect(rectOf(drawing, 'title:Nobody')).not.toHaveProperty('fill');
    expect(rectOf(drawing, 'title:Nobody').label).toContain('size not stated');
  });

  test('a figure with only an end says by when', () => {
    const by = figure('Market', exactly(1e8), { start: null, end: dayOf(2021, 1, 1) });
    const drawing = drawFigures([by]);
    expect(drawing.marks.some((mark) => mark.shape === 'text' && mark.text === 'by Dec 2020')).toBe(
      true,
    );
  });

  test('yearly money is a block a year, and is not spread', () => {
    const drawing = drawFigures([large], { measure: MEASURES[1]!.id });
    const blocks = drawing.marks.filter(
      (mark): mark is RectMark => mark.shape === 'rect' && mark.subjects.includes('title:Large'),
    );
    expect(blocks).toHaveLength(2);
    expect(blocks.every(({ texture }) => texture === undefined)).toBe(true);
    expect(blocks[0]!.label).toContain('£4m a year');
  });

  test('two figures of one subject have keys of their own', () => {
    const twins = [figure('Twin', exactly(2e8)), figure('Twin', exactly(1e8))];
    const drawing = drawFigures(twins);
    expect(rectOf(drawing, 'title:Twin#2').subjects).toEqual(['title:Twin']);
    expect(breachesOf(drawing)).toEqual([]);
  });

  test('a name that spells the key of another mark takes nothing from it', () => {
    const range = figure('A', { low: 1e8, high: 4e8, bound: 'range' });
    const drawing = drawFigures([range, figure('A range', exactly(1e8))]);
    expect(rectOf(drawing, 'title:A range').label).toContain('A range, £1m');
    expect(breachesOf(drawing)).toEqual([]);
  });

  test('figures stand by the standing of their sector, then by size', () => {
    const tax = { touches: [subjectOf('sector', 'Tax'), subjectOf('title', 'Tax')] };
    const drawing = drawFigures([
      figure('Tax', exactly(9e8), tax),
      figure('Small', exactly(1e8)),
      figure('Big', exactly(3e8)),
    ]);
    expect(drawing.table.rows.map(({ cells }) => cells[0])).toEqual(['Big', 'Small', 'Tax']);
  });

  test('a crowded shelf says how many more there are and what they are worth', () => {
    const many = Array.from({ length: 30 }, (_, at) =>
      figure(`Grant ${at}`, exactly(1e6 * (at + 1)), undated),
    );
    const drawing = drawFigures([large, ...many]);
    const more = markOf(drawing, 'shelf:more');
    expect(more?.label).toMatch(/^and \d+ more, £/);
    const standing = drawing.marks.filter(({ key }) => /^title:Grant \d+$/.test(key)).length;
    expect(more?.label).toContain(`and ${30 - standing} more`);
    expect(breachesOf(drawing)).toEqual([]);
  });
});

describe('the period chosen on it', () => {
  const within = { start: dayOf(2018, 1, 1), end: dayOf(2019, 1, 1) };

  test('is not asked for and shows as a window', () => {
    const brushed = { ...view, filters: [{ on: 'period', within } as const] };
    const { figures, series } = timeline.asks(brushed, card);
    expect([figures.filters, series.filters]).toEqual([[], []]);
    const drawing = drawFigures([figure('A', exactly(1e8))], brushed);
    const windows = drawing.marks.filter(({ key }) => key.startsWith('brush:'));
    expect(windows.map(({ key }) => key)).toEqual([
      'brush:before',
      'brush:after',
      'brush:start',
      'brush:end',
    ]);
    expect(windows.every(({ subjects }) => subjects.length === 0)).toBe(true);
    const { x0, x1, from, to } = drawing.time!;
    const edge = markOf(drawing, 'brush:start');
    const at = x0 + ((within.start - from) / (to - from)) * (x1 - x0);
    expect(edge?.shape === 'line' && edge.x0).toBeCloseTo(at, 1);
  });
});

describe('columns', () => {
  const units = [2016, 2017, 2019].map((year) => ({
    start: dayOf(year, 4, 1),
    end: dayOf(year + 1, 4, 1),
  }));
  const point = (at: number, sector: string, low: number, more = {}): SeriesPoint => ({
    period: units[at]!,
    subject: subjectOf('sector', sector),
    sum: { ...NOTHING, low, high: low, count: 1, ...more },
    touches: [subjectOf('sector', sector)],
  });
  const points = [
    point(0, 'Tax', 100_000),
    point(0, 'Health', 300_000),
    point(1, 'Health', 200_000),
    point(2, 'Tax', -50_000, { returned: -50_000 }),
  ];
  const yearly = { unit: 'year', calendar: 'financial' } as const;
  const drawing = drawFigures(null, yearly, 1000, card, points);

  test('area is money and every column is as wide', () => {
    const [a, b, c] = [
      'sector:Health@2016-04-01',
      'sector:Tax@2016-04-01',
      'sector:Health@2017-04-01',
    ].map((key) => rectOf(drawing, key));
    expect(areaOf(a!) / areaOf(b!)).toBeCloseTo(3, 2);
    expect(areaOf(a!) / areaOf(c!)).toBeCloseTo(1.5, 2);
    expect(a!.width).toBeCloseTo(c!.width, 1);
    expect(a!.y).toBeGreaterThan(b!.y);
  });

  test('a unit without figures has no mark', () => {
    expect(drawing.marks.filter(({ key }) => key.includes('@2018-04-01'))).toEqual([]);
    expect(drawing.notes.join(' ')).toContain('A gap is a year without figures');
  });

  test('returned money stands below the line', () => {
    const back = rectOf(drawing, 'sector:Tax@2019-04-01');
    const axis = markOf(drawing, 'money:0');
    expect(back.texture).toBe('returned');
    expect(axis?.shape === 'line' && back.y >= axis.y0).toBe(true);
    expect(areaOf(back) * 2).toBeCloseTo(areaOf(rectOf(drawing, 'sector:Tax@2016-04-01')), -1);
  });

  test('a unit the file ends within is paler and said to be unfinished', () => {
    const span = { start: dayOf(2016, 4, 1), end: dayOf(2019, 9, 1) };
    const early = drawFigures(null, yearly, 1000, { ...card, span }, points);
    expect(rectOf(early, 'sector:Tax@2019-04-01').fillOpacity).toBeLessThan(1);
    expect(rectOf(early, 'sector:Tax@2016-04-01').fillOpacity).toBeUndefined();
    expect(early.notes.join(' ')).toContain('The last year is paler because not whole');
  });

  test('the table has the same numbers, and the order of the answer does not matter', () => {
    expect(drawing.table.rows[0]!.cells).toEqual(['2016-17', 'Health', '£3,000']);
    const turned = drawFigures(null, yearly, 1000, card, points.toReversed());
    expect(turned).toEqual(drawing);
  });
});

describe('milestones', () => {
  const milestone = (id: string, year: number, sector: string): Milestone => ({
    id,
    title: `Something is done about ${id} in the whole country`,
    sector,
    start: dayOf(year, 1, 1),
    end: dayOf(year + 1, 1, 1),
    printed: `by ${year}`,
    status: 'planned',
    paragraph: '',
  });
  const milestones = Array.from({ length: 30 }, (_, at) =>
    milestone(`m${at}`, 2016 + (at % 4), at % 2 ? 'Tax' : 'Health'),
  );
  const dotted = { ...card, companions: { ...card.companions, milestones } };
  const dots = (drawing: Drawing) =>
    drawing.marks.filter(({ key, label }) => key.startsWith('milestone:') && label);

  test.each(WIDTHS)('all can be reached; what has no room for words is listed (%i px)', (width) => {
    const drawing = drawFigures([figure('A', exactly(1e8))], {}, width, dotted);
    expect(dots(drawing)).toHaveLength(30);
    const named = drawing.marks.filter(({ key }) => /^milestone:.* name$/.test(key)).length;
    const note = drawing.notes.find((text) => text.startsWith('Milestones without a label'));
    expect(note?.match(/Something is done/g)).toHaveLength(30 - named);
    expect(breachesOf(drawing)).toEqual([]);
  });

  test('a chosen sector leaves its own', () => {
    const filters = [{ on: 'values', dimension: 'sector', among: ['Tax'] } as const];
    expect(dots(drawFigures([figure('A', exactly(1e8))], { filters }, 1000, dotted))).toHaveLength(
      15,
    );
  });
});

test('nothing to draw says why', () => {
  const filters = [{ on: 'values', dimension: 'sector', among: ['Tax'] } as const];
  const drawing = drawFigures([], { filters });
  expect(drawing.marks).toEqual([]);
  expect(drawing.empty).toContain('Tax');
});

describe('the built-in dataset', async () => {
  const engine = new LocalEngine(strategy());
  const first = firstView(engine.card);
  const sector = { on: 'values', dimension: 'sector', among: ['Transport'] } as const;
  const within = { start: dayOf(2018, 1, 1), end: dayOf(2019, 1, 1) };
  const views: [string, View][] = [
    ['spread', first],
    ['lump', { ...first, spread: false }],
    ['calendar years', { ...first, calendar: 'calendar' }],
    ['one sector', { ...first, filters: [sector] }],
    ['a period', { ...first, filters: [{ on: 'period', within }] }],
    ...engine.card.measures.map(({ id, kind }): [string, View] => [
      kind,
      { ...first, measure: id },
    ]),
  ];

  for (const [name, each] of views) {
    test.each(WIDTHS)(`keeps the laws: ${name} at %i px`, async (width) => {
      const answers = await answersOf(engine, each);
      const frame = { width, height: 420 };
      const drawing = timeline.draw(answers, each, engine.card, frame);
      expect(breachesOf(drawing)).toEqual([]);
      const { ask, figures, ledger: book } = answers.figures;
      const turned = { ask, ledger: book, figures: figures && figures.toReversed() };
      const again = timeline.draw({ ...answers, figures: turned }, each, engine.card, frame);
      expect(JSON.stringify(again)).toBe(JSON.stringify(drawing));
    });
  }

  test('draws every commitment, with the area of its money', async () => {
    const drawing = await drawn(engine, first, 1000);
    const { figures } = (await answersOf(engine, first)).figures;
    expect(figures).toHaveLength(10);
    const perPound = figures!
      .filter(({ amount }) => amount.low !== null)
      .map(({ title, amount }) => {
        const mark = rectOf(drawing, subjectOf('title', title));
        return { title, mark, scale: areaOf(mark) / amount.low! };
      })
      .filter(({ mark }) => mark.height > 2);
    expect(perPound.length).toBeGreaterThanOrEqual(8);
    const [{ scale: one }] = perPound as [(typeof perPound)[0]];
    for (const { scale } of perPound) expect(scale / one).toBeCloseTo(1, 2);
    expect(rectOf(drawing, 'title:NHS digital technology').label).toBe(
      'NHS digital technology, £4.2bn, 1 Mar 2017 to 28 Feb 2022, both ends assumed, about £840m a year if spread evenly',
    );
  });
});

test('the laws hold for anything a file may hold', async () => {
  const changes = fc.record({
    spread: fc.boolean(),
    unit: fc.constantFrom('auto' as const, 'month' as const, 'quarter' as const, 'year' as const),
    calendar: fc.constantFrom('calendar' as const, 'financial' as const),
    filters,
  });
  const limit = fc.boolean();
  await fc.assert(
    fc.asyncProperty(
      rows,
      measureIndex,
      changes,
      fc.constantFrom(...WIDTHS),
      limit,
      async (list, measureAt, change, width, columns) => {
        const engine = new LocalEngine(datasetOf(list));
        if (engine.card.suggested.colour === '') return;
        const each = { ...firstView(engine.card), measure: MEASURES[measureAt]!.id, ...change };
        const answers = await answersOf(engine, each);
        const { ask, ledger: book } = answers.figures;
        const asked = columns
          ? { ...answers, figures: { ask, ledger: book, figures: null } }
          : answers;
        const drawing = timeline.draw(asked, each, engine.card, { width, height: 420 });
        expect(breachesOf(drawing)).toEqual([]);
        const again = new LocalEngine(datasetOf(list.toReversed()));
        const other = await answersOf(again, each);
        const turned = columns
          ? { ...other, figures: { ask, ledger: book, figures: null } }
          : other;
        const mirror = timeline.draw(turned, each, again.card, { width, height: 420 });
        expect(JSON.stringify(mirror)).toBe(JSON.stringify(drawing));
      },
    ),
    { numRuns: 150 },
  );
});

test('is listed', () => {
  expect(chartOf('timeline')).toBe(timeline);
});
