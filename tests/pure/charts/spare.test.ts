import { describe, expect, test } from 'vitest';
import { firstView } from '../../../src/model/view.ts';
import { ENGINES } from '../gallery/datasets.ts';
import { pictureOf } from '../gallery/picture.ts';

/** Stages as they are at the back of a room: 4:3 and 16:9, in the chart's own pixels. */
const FRAMES = [
  { width: 500, height: 300, spare: true },
  { width: 680, height: 290, spare: true },
];

describe.each(['strategy', 'grants'] as const)('where height is short, %s', (data) => {
  const { card } = ENGINES[data];
  const view = { ...firstView(card), top: 5 };

  test.each(['sankey', 'timeline', 'treemap'])('stays within its frame as a %s', async (chart) => {
    for (const frame of FRAMES) {
      const { drawing } = await pictureOf(ENGINES[data], chart, view, frame);
      expect(drawing.height).toBeLessThanOrEqual(frame.height);
      const lowest = drawing.marks.flatMap((mark) => (mark.shape === 'text' ? mark.y : []));
      expect(Math.max(...lowest)).toBeLessThanOrEqual(frame.height);
    }
  });
});

test('milestones that give way are told', async () => {
  const { card } = ENGINES.strategy;
  const [frame] = FRAMES;
  const { drawing } = await pictureOf(ENGINES.strategy, 'timeline', firstView(card), frame!);
  const all = card.companions.milestones.length;
  const texts = drawing.marks.flatMap((mark) => (mark.shape === 'text' ? mark.text : []));
  expect(texts.some((text) => /^and \d+ more$/.test(text))).toBe(true);
  expect(drawing.notes.join(' ')).toContain('Milestones without a label');
  expect(all).toBe(17);
});

test.each(['sankey', 'timeline'])('names are whole where that is asked of a %s', async (chart) => {
  const { card } = ENGINES.strategy;
  for (const frame of FRAMES) {
    const view = { ...firstView(card), stages: ['sector', 'programme'] };
    const { drawing } = await pictureOf(ENGINES.strategy, chart, view, { ...frame, whole: true });
    const texts = drawing.marks.flatMap((mark) => (mark.shape === 'text' ? mark.text : []));
    expect(texts.filter((text) => text.includes('…'))).toEqual([]);
  }
});
