import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { wayBetween } from '../../../src/drawing/between.ts';
import type { Drawing, Mark, RectMark } from '../../../src/drawing/drawing.ts';
import { decodeView } from '../../../src/model/address.ts';
import { AnswerBook } from '../../../src/state/answers.ts';
import { pointedOut, saidOn } from '../../../src/state/pointing.ts';
import { readStory } from '../../../src/story/storyfile.ts';
import { ENGINES } from '../gallery/datasets.ts';
import { pictureOf } from '../gallery/picture.ts';

const FRAME = { width: 680, height: 290, spare: true };
const MOMENTS = [0, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.99];

/** Every scene of the built-in story as it is on stage. */
async function scenes(): Promise<Drawing[]> {
  const story = readStory(readFileSync('data/digital-strategy-2017.story.json', 'utf8'));
  if ('refused' in story) throw new Error(story.refused);
  const engine = ENGINES.strategy;
  const drawings: Drawing[] = [];
  for (const scene of story.scenes) {
    const { view } = decodeView(scene.view, engine.card);
    const said = await saidOn(scene, view, engine.card, new AnswerBook(engine));
    const { drawing } = await pictureOf(engine, view.lead, view, FRAME);
    drawings.push(pointedOut(drawing, said).drawing);
  }
  return drawings;
}

/** The named box that is about a subject and least besides. */
function boxOf(subject: string, marks: readonly Mark[]): RectMark | undefined {
  return marks
    .filter((mark) => mark.shape === 'rect')
    .filter(({ label, subjects }) => label !== undefined && subjects.includes(subject))
    .toSorted((a, b) => a.subjects.length - b.subjects.length)[0];
}

const pairsOf = (drawings: readonly Drawing[]) =>
  drawings.flatMap((from) => drawings.filter((to) => to !== from).map((to) => ({ from, to })));

test('what two scenes both show is one thing, of one colour, on its way between them', async () => {
  const lost = new Map<string, string[]>();
  let least = 1;
  for (const { from, to } of pairsOf(await scenes())) {
    const subjects = new Set(from.marks.flatMap((mark) => mark.subjects));
    const start = wayBetween(from.marks, to.marks, false, from.chart === to.chart)(0);
    let shared = 0;
    let kept = 0;
    for (const subject of subjects) {
      const [before, after] = [boxOf(subject, from.marks), boxOf(subject, to.marks)];
      if (!before || !after) continue;
      shared++;
      const begun = start.find(({ key }) => key === after.key);
      const stands =
        begun?.shape === 'rect' &&
        Math.abs(begun.x - before.x) < 0.05 &&
        Math.abs(begun.y - before.y) < 0.05 &&
        Math.abs(begun.width - before.width) < 0.05;
      if (stands && (begun.opacity ?? 1) === (after.opacity ?? 1) && before.fill === after.fill) {
        kept++;
      } else {
        const pair = `${from.chart} to ${to.chart}`;
        lost.set(pair, [...(lost.get(pair) ?? []), subject]);
      }
    }
    if (shared > 0) least = Math.min(least, kept / shared);
  }
  expect(least, JSON.stringify([...lost])).toBeGreaterThanOrEqual(0.95);
});

test('on the way between scenes no box is larger than its larger end', async () => {
  const area = (mark: Mark | undefined) => (mark?.shape === 'rect' ? mark.width * mark.height : 0);
  for (const { from, to } of pairsOf(await scenes())) {
    const way = wayBetween(from.marks, to.marks, false, from.chart === to.chart);
    const ends = [way(0), way(1)].map((marks) => new Map(marks.map((mark) => [mark.key, mark])));
    for (const moment of MOMENTS) {
      for (const mark of way(moment)) {
        const most = Math.max(...ends.map((end) => area(end.get(mark.key))));
        expect(area(mark), mark.key).toBeLessThanOrEqual(most * 1.01 + 1);
      }
    }
  }
});

test('between scenes nothing moves for those who want no motion', async () => {
  for (const { from, to } of pairsOf(await scenes())) {
    const way = wayBetween(from.marks, to.marks, true, from.chart === to.chart);
    const places = new Map<string, string>();
    for (const moment of MOMENTS) {
      for (const { opacity: _, ...place } of way(moment)) {
        const before = places.get(place.key);
        const now = JSON.stringify(place);
        if (before !== undefined) expect(now).toBe(before);
        places.set(place.key, now);
      }
    }
  }
});
