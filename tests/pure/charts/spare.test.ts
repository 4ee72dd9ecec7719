import { describe, expect, test } from 'vitest';
import { firstView } from '../../../src/model/view.ts';
import { ENGINES } from '../gallery/datasets.ts';
import { pictureOf } from '../gallery/picture.ts';
import { breachesOf } from './laws.ts';

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

const ORDERS = [
  ['announced', 'sector', 'programme'],
  ['sector', 'programme', 'announced'],
  ['programme', 'sector', 'announced'],
];

test.each(ORDERS)('of three stages, %s → %s → %s, all names are whole', async (...stages) => {
  const { card } = ENGINES.strategy;
  const view = { ...firstView(card), stages };
  const frame = { width: 611, height: 290, spare: true, whole: true };
  const { drawing } = await pictureOf(ENGINES.strategy, 'sankey', view, frame);
  const texts = drawing.marks.flatMap((mark) => (mark.shape === 'text' ? mark.text : []));
  expect(texts.filter((text) => text.includes('…'))).toEqual([]);
  expect(breachesOf(drawing)).toEqual([]);
});

test.each(ORDERS)('with less room, %s → %s → %s run into nothing', async (...stages) => {
  const { card } = ENGINES.strategy;
  const view = { ...firstView(card), stages };
  const frame = { width: 483, height: 260, spare: true, whole: true };
  const { drawing } = await pictureOf(ENGINES.strategy, 'sankey', view, frame);
  expect(breachesOf(drawing)).toEqual([]);
  // The largest keep their names, whatever else is shortened.
  const texts = drawing.marks.flatMap((mark) => (mark.shape === 'text' ? mark.text : []));
  expect(texts).toContain('Health and care');
  expect(texts).toContain('Not stated');
});
