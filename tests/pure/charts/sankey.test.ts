import { describe, expect, test } from 'vitest';
import { sankey } from '../../../src/charts/sankey/sankey.ts';
import { stretchesOf } from '../../../src/charts/sankey/stretches.ts';
import type { Drawing, Mark } from '../../../src/drawing/drawing.ts';
import { isLit } from '../../../src/drawing/emphasis.ts';
import { LocalEngine } from '../../../src/engine/local.ts';
import { otherOf } from '../../../src/model/subject.ts';
import { NOTHING } from '../../../src/model/sum.ts';
import { firstView, type View } from '../../../src/model/view.ts';
import { strategy } from '../data/strategy.ts';
import { datasetOf, plainRow, type PlainRow } from '../engine/random-dataset.ts';
import { pictureOf } from '../gallery/picture.ts';

const engine = new LocalEngine(strategy());
const first = firstView(engine.card);

async function drawn(view: Partial<View> = {}, width = 1000, on = engine): Promise<Drawing> {
  const whole = { ...firstView(on.card), ...view };
  return (await pictureOf(on, sankey.id, whole, { width, height: 480 })).drawing;
}

const ofRows = (rows: readonly Partial<PlainRow>[]) =>
  new LocalEngine(datasetOf(rows.map((row, at) => plainRow({ ...row, record: at + 1 }))));

function markOf(drawing: Drawing, key: string): Mark {
  const mark = drawing.marks.find((one) => one.key === key);
  if (!mark) throw new Error(`no mark has the key "${key}"`);
  return mark;
}

describe('a Sankey of the built-in data', () => {
  test('says what every node and link is, how much, and of what it is which share', async () => {
    const drawing = await drawn();
    expect(markOf(drawing, 'sector:Transport').label).toBe(
      'Transport, £680m in 3 figures, 11% of the stated commitments shown',
    );
    expect(markOf(drawing, 'sector:Tax → programme:Making Tax Digital').label).toBe(
      'Tax to Making Tax Digital, £1.3bn in 1 figure, 21% of the stated commitments shown',
    );
    expect(markOf(drawing, 'sector:Policing').label).toContain('size not stated');
  });

  test('draws what has no size as an outline on a dotted line, and at least with a torn edge', async () => {
    const drawing = await drawn();
    expect(markOf(drawing, 'sector:Policing')).toMatchObject({ dash: '2 2', fill: 'paper' });
    const thread = markOf(drawing, 'sector:Policing → programme:Police transformation fund');
    expect(thread).toMatchObject({ dash: '1.5 3' });
    expect(thread).not.toHaveProperty('fill');
    expect(markOf(drawing, 'sector:Energy torn').shape).toBe('path');
    expect(drawing.notes).toHaveLength(2);
  });

  test('carries the sector through every stage, and grey where sectors mix', async () => {
    const drawing = await drawn();
    expect(markOf(drawing, 'sector:Tax')).toMatchObject({ fill: 'c2' });
    expect(markOf(drawing, 'programme:Making Tax Digital')).toMatchObject({ fill: 'c2' });
    expect(markOf(drawing, 'announced:not stated')).toMatchObject({ fill: 'grey' });
  });

  test('traces the paths of real rows through a node that mixes them', async () => {
    const { traces } = await drawn();
    const lit = traces.filter((trace) => isLit(trace, ['programme:Making Tax Digital']));
    expect(lit.map(({ subjects }) => subjects)).toEqual([
      ['announced:not stated', 'sector:Tax', 'programme:Making Tax Digital'],
      ['announced:not stated', 'sector:Tax', 'programme:Making Tax Digital'],
    ]);
  });

  test('runs downwards where stages have no room beside each other', async () => {
    const across = markOf(await drawn({}, 1000), 'sector:Tax');
    const down = markOf(await drawn({}, 400), 'sector:Tax');
    expect(across).toMatchObject({ width: 10 });
    expect(down).toMatchObject({ height: 10 });
  });

  test('keeps a node in its place when others are filtered out', async () => {
    const order = (drawing: Drawing) =>
      drawing.marks.filter(({ key }) => /^programme:[^→]*$/.test(key)).map(({ key }) => key);
    const all = order(await drawn());
    const filters = [{ on: 'values', dimension: 'announced', among: ['not stated'] } as const];
    const some = order(await drawn({ filters }));
    expect(some.length).toBeLessThan(all.length);
    expect(some).toEqual(all.filter((key) => some.includes(key)));
  });

  test('has the same numbers as a table', async () => {
    const { table } = await drawn();
    expect(table.columns.map(({ label }) => label)).toEqual([
      'Announced at',
      'Sector',
      'Programme',
      'Amount',
      'Share of shown',
      'Figures',
    ]);
    expect(table.rows[0]!.cells.slice(0, 4)).toEqual([
      'Not stated',
      'Health and care',
      'NHS digital technology',
      '£4.2bn',
    ]);
  });

  test('needs two stages', async () => {
    expect((await drawn({ stages: ['sector'] })).empty).toBe(
      'A flow needs two stages. Choose another.',
    );
  });
});

describe('a Sankey of many values', () => {
  const many = ofRows(
    Array.from({ length: 30 }, (_, nth) => ({
      funder: nth % 2 ? 'F' : 'G',
      sector: `S${nth}`,
      low: 100 * (nth + 1),
      high: 100 * (nth + 1),
    })),
  );
  const stages = ['funder', 'sector'];

  test('gathers the tail, which opens and stands last', async () => {
    const drawing = await drawn({ stages, top: 5 }, 1000, many);
    const tail = markOf(drawing, otherOf('sector'));
    expect(tail.action).toEqual({ do: 'open', dimension: 'sector' });
    expect(tail.label).toMatch(/other \(25\)/i);
    const opened = await drawn({ stages, top: 5, opened: ['sector'] }, 1000, many);
    expect(opened.marks.filter(({ key }) => /^sector:S\d+$/.test(key))).toHaveLength(30);
    expect(opened.marks.some(({ key }) => key === otherOf('sector'))).toBe(false);
  });

  test('lets a filter choose any node or link but a gathered one', async () => {
    const { marks } = await drawn({ stages, top: 5 }, 1000, many);
    const filters = marks.flatMap(({ action }) => (action?.do === 'filter' ? [action] : []));
    expect(filters.length).toBeGreaterThan(5);
    for (const { subjects } of filters) expect(subjects).not.toContain(otherOf('sector'));
  });
});

describe('money returned', () => {
  const engineOf = ofRows([
    { funder: 'F', sector: 'S', low: 900, high: 900 },
    { funder: 'F', sector: 'T', low: -300, high: -300 },
    { funder: 'G', sector: 'S', low: 100, high: 400, bound: 'range' },
  ]);

  test('lies beside what came in, cross-hatched and as wide as it is', async () => {
    const drawing = await drawn({ stages: ['funder', 'sector'] }, 1000, engineOf);
    const [node, back] = [markOf(drawing, 'funder:F'), markOf(drawing, 'funder:F returned')];
    expect(back).toMatchObject({ texture: 'returned' });
    expect(node.shape === 'rect' && back.shape === 'rect' && back.height / node.height).toBeCloseTo(
      0.25,
      2,
    );
    expect(markOf(drawing, 'funder:F → sector:T')).toMatchObject({ texture: 'returned' });
    expect(markOf(drawing, 'funder:G range')).toMatchObject({ texture: 'range' });
    expect(drawing.notes.join(' ')).toContain('Cross-hatched flows are money returned');
  });

  test('is divided from what is sure and from the range without a gap', () => {
    const sum = { ...NOTHING, low: 600, high: 900, returned: -300, count: 3 };
    const stretches = stretchesOf(sum, 150);
    expect(stretches.map(({ suffix, texture }) => [suffix, texture])).toEqual([
      ['', undefined],
      [' range', 'range'],
      [' returned', 'returned'],
    ]);
    expect(stretches.map(({ from, length }) => [from, length])).toEqual([
      [0, 90],
      [90, 30],
      [120, 30],
    ]);
  });

  test('that is too thin to see leaves its room to the rest', () => {
    const sum = { ...NOTHING, low: 99_999, high: 99_999, returned: -1, count: 2 };
    expect(stretchesOf(sum, 100)).toEqual([{ suffix: '', from: 0, length: 100 }]);
  });
});

test('a sum of zero is a line and not the sign for an unstated size', async () => {
  const zero = ofRows([
    { low: 0, high: 0 },
    { sector: 'T', low: 500, high: 500 },
  ]);
  const drawing = await drawn({ stages: ['funder', 'sector'] }, 1000, zero);
  expect(markOf(drawing, 'sector:S')).not.toHaveProperty('dash');
  expect(markOf(drawing, 'sector:S').label).toContain('£0 in 1 figure');
});

test('the stages are part of how it is read', () => {
  expect(sankey.reading(first, engine.card)).toBe(
    'Announced at → Sector → Programme. Width is money.',
  );
});
