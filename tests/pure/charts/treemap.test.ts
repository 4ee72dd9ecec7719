import { describe, expect, test } from 'vitest';
import { treemap } from '../../../src/charts/treemap/treemap.ts';
import type { Drawing, Mark, RectMark } from '../../../src/drawing/drawing.ts';
import { textWidth } from '../../../src/drawing/text.ts';
import { LocalEngine } from '../../../src/engine/local.ts';
import { firstView, type View } from '../../../src/model/view.ts';
import { strategy } from '../data/strategy.ts';
import { datasetOf, plainRow, type PlainRow } from '../engine/random-dataset.ts';
import { pictureOf } from '../gallery/picture.ts';

const engine = new LocalEngine(strategy());

async function drawn(view: Partial<View> = {}, width = 1000, on = engine): Promise<Drawing> {
  const whole = { ...firstView(on.card), ...view };
  return (await pictureOf(on, treemap.id, whole, { width, height: 480 })).drawing;
}

const ofRows = (rows: readonly Partial<PlainRow>[]) =>
  new LocalEngine(datasetOf(rows.map((row, at) => plainRow({ ...row, record: at + 1 }))));

function markOf(drawing: Drawing, key: string): Mark {
  const mark = drawing.marks.find((one) => one.key === key);
  if (!mark) throw new Error(`no mark has the key "${key}"`);
  return mark;
}

function areaOf(drawing: Drawing, key: string): number {
  const mark = markOf(drawing, key) as RectMark; // the marks of parts are rectangles
  return mark.width * mark.height;
}

const wordsOf = (drawing: Drawing) =>
  drawing.marks.flatMap((mark) => (mark.shape === 'text' ? [mark.text] : []));

describe('small multiples', () => {
  test('have one scale of area, which a note says', async () => {
    const drawing = await drawn();
    const [tax, transport] = ['sector:Tax', 'sector:Transport'].map((key) => areaOf(drawing, key));
    expect(tax! / transport!).toBeCloseTo(1300 / 680, 2);
    expect(drawing.notes[0]).toMatch(
      /^One scale for all: a square one centimetre wide stands for £\d+m\.$/,
    );
  });

  test('name the sectors that have pledges and no price, with how many', async () => {
    const drawing = await drawn();
    const words = wordsOf(drawing).join(' ');
    expect(words).toContain('Courts and tribunals 7');
    expect(words).toContain('Local government 3');
    expect(markOf(drawing, 'sector:Prisons').label).toBe(
      'Prisons, 5 pledges, no figure of this kind',
    );
  });

  test('put what has no area into the strip', async () => {
    const drawing = await drawn();
    expect(markOf(drawing, 'sector:Policing')).toMatchObject({ dash: '2 2', fill: 'paper' });
  });

  test('grow beyond the frame before they get too small to read', async () => {
    const narrow = await drawn({}, 288);
    const heaviest = markOf(narrow, 'sector:Health and care') as RectMark; // a part is a rectangle
    expect(heaviest.width).toBeGreaterThanOrEqual(143);
  });
});

describe('a nested treemap', () => {
  test('says in few words what has no area where there is little room', async () => {
    const measure = 'benefit estimate/GBP/total';
    const drawing = await drawn({ measure, split: null }, 163);
    expect(wordsOf(drawing)).toContain('No benefit estimate');
    const heading = drawing.marks.find((mark) => mark.key.startsWith('strip'));
    if (heading?.shape !== 'text') throw new Error('the strip has a heading');
    expect(textWidth(heading.text, heading.size)).toBeLessThanOrEqual(163);
  });

  test('has tiles within tiles, each with the area of its money', async () => {
    const drawing = await drawn({ split: null });
    const scale = areaOf(drawing, 'sector:Health and care') / 4275;
    expect(areaOf(drawing, 'title:NHS digital technology') / 4200).toBeCloseTo(scale, 1);
    expect(areaOf(drawing, 'sector:Transport') / 680).toBeCloseTo(scale, 0);
  });

  test('says what has no room for a label', async () => {
    const drawing = await drawn({ split: null });
    expect(drawing.notes[0]).toBe(
      'Too small for a label: GP online consultations £45m, GP digital development £30m, Energy at least £50m and Culture £30m.',
    );
  });

  test('zooms into parts, filters by leaves and opens gathered tails', async () => {
    const drawing = await drawn({ split: null });
    expect(markOf(drawing, 'sector:Transport').action).toEqual({ do: 'zoom', to: ['Transport'] });
    expect(markOf(drawing, 'title:Making Tax Digital').action).toEqual({
      do: 'filter',
      subjects: ['title:Making Tax Digital'],
    });
    const few = ofRows(
      Array.from({ length: 12 }, (_, nth) => ({ funder: `F${nth}`, low: 9 + nth, high: 9 + nth })),
    );
    const levels = ['sector', 'funder'];
    const gathered = await drawn({ levels, split: null, top: 5 }, 1000, few);
    expect(gathered.marks.map(({ action }) => action)).toContainEqual({
      do: 'open',
      dimension: 'funder',
    });
  });

  test('when zoomed shows that part alone, and says of what it is a part', async () => {
    const drawing = await drawn({ split: null, zoom: ['Transport'] });
    expect(drawing.notes[0]).toBe('Zoomed into Transport: £680m of at least £6.335bn.');
    const about = new Set(drawing.marks.flatMap(({ subjects }) => subjects.slice(0, 1)));
    expect([...about]).toEqual(['sector:Transport']);
    expect(drawing.table.rows).toHaveLength(3);
    expect(wordsOf(drawing).filter((words) => words.startsWith('Digital signalling'))).toHaveLength(
      1,
    );
  });

  test('says so when a zoom leads nowhere, and how to get back', async () => {
    expect((await drawn({ split: null, zoom: ['Atlantis'] })).empty).toBe(
      'Nothing in this selection is inside Atlantis. Go back to all.',
    );
  });
});

describe('a range', () => {
  test('is solid to its low end and hatched above, and its label stands on what is solid', async () => {
    const drawing = await drawn({ measure: 'benefit estimate/GBP/total' });
    const tile = markOf(drawing, 'title:Smart energy benefits to consumers') as RectMark; // a part is a rectangle
    const hatched = drawing.marks.find(
      (mark): mark is RectMark => mark.shape === 'rect' && mark.texture === 'range',
    )!;
    expect(hatched.height / tile.height).toBeCloseTo(23 / 40, 2);
    expect(hatched.y + hatched.height).toBeCloseTo(tile.y + tile.height, 1);
    const label = drawing.marks.find((mark) => mark.shape === 'text' && mark.text === '£17–40bn');
    expect(label?.shape === 'text' && label.y < hatched.y).toBe(true);
  });

  test('across zero is drawn inside its tile', async () => {
    const across = ofRows([{ low: -100, high: 50, bound: 'range' }]);
    const drawing = await drawn({ levels: ['sector', 'funder'], split: null }, 1000, across);
    for (const mark of drawing.marks) {
      if (mark.shape === 'rect') expect(mark.y + mark.height).toBeLessThanOrEqual(drawing.height);
    }
  });
});

test('a funder in two sectors has a tile in each, with a key of its own', async () => {
  const twice = ofRows([
    { sector: 'S', low: 200, high: 200 },
    { sector: 'T', low: 100, high: 100 },
  ]);
  const drawing = await drawn({ levels: ['sector', 'funder'], split: null }, 1000, twice);
  const keys = drawing.marks.filter(({ label }) => label?.startsWith('F,')).map(({ key }) => key);
  expect(keys).toEqual(['sector:S / funder:F', 'sector:T / funder:F']);
});

test('money returned has no area and says so', async () => {
  const back = ofRows([
    { sector: 'S', low: 200, high: 200 },
    { sector: 'T', low: -100, high: -100 },
  ]);
  const drawing = await drawn({ levels: ['sector', 'funder'], split: 'sector' }, 1000, back);
  expect(markOf(drawing, 'sector:T')).toMatchObject({ texture: 'returned' });
  expect(drawing.notes.join(' ')).toContain('Money returned has no area; sums include it.');
});
