import { describe, expect, test } from 'vitest';
import type { Mark } from '../../../src/drawing/drawing.ts';
import { firstView, type View } from '../../../src/model/view.ts';
import { ENGINES } from '../gallery/datasets.ts';
import { pictureOf } from '../gallery/picture.ts';

const engine = ENGINES.strategy;
const FRAME = { width: 1000, height: 480 };
/** All commitments of a stated size, in pence. */
const ALL = 633_500_000_000;
const transport = { on: 'values', dimension: 'sector', among: ['Transport'] } as const;

const draw = async (chart: string, patch: Partial<View>) =>
  (await pictureOf(engine, chart, { ...firstView(engine.card), ...patch }, FRAME)).drawing;

function areaOf(mark: Mark | undefined): number {
  if (mark?.shape !== 'rect') throw new Error(`no box: ${mark?.key}`);
  return mark.width * mark.height;
}
const areas = (marks: readonly Mark[], name: RegExp) =>
  marks.filter(({ shape, label }) => shape === 'rect' && label?.match(name)).map(areaOf);

describe('a held scale', () => {
  test.each([
    ['sankey', {}, /^Smart ticketing|^Transport/],
    ['timeline', {}, /Digital signalling/],
    ['timeline', { spread: false }, /Digital signalling/],
    ['treemap', {}, /Digital signalling/],
    ['treemap', { split: null }, /Digital signalling/],
  ])('of a %s (%o) keeps the size of what a filter leaves', async (chart, patch, name) => {
    const whole = areas((await draw(chart, { ...patch, scale: ALL })).marks, name);
    const held = areas(
      (await draw(chart, { ...patch, scale: ALL, filters: [transport] })).marks,
      name,
    );
    const free = areas((await draw(chart, { ...patch, filters: [transport] })).marks, name);
    expect(whole.length).toBeGreaterThan(0);
    held.forEach((area, at) => expect(area / (whole[at] ?? 0)).toBeCloseTo(1, 1));
    expect(free[0]).toBeGreaterThan((held[0] ?? 0) * 1.5);
  });

  test('that has no room for what is shown is given up, and that is said', async () => {
    const { notes } = await draw('sankey', { scale: 1_000_000 });
    expect(notes[0]).toBe(
      'The money shown has no room at the scale that is held: this picture has its own.',
    );
    const roomy = await draw('sankey', { scale: 2 * ALL });
    expect(roomy.notes[0]).toBe('The scale is held: £1bn is as large in every picture like this.');
  });
});
