import type { Mark } from '../drawing/drawing.ts';
import { isLit } from '../drawing/emphasis.ts';
import type { DatasetCard } from '../model/dataset.ts';
import { subjectOf } from '../model/subject.ts';
import type { View } from '../model/view.ts';
import type { Scene } from '../story/story.ts';
import { labelOf } from '../words/selection.ts';
import type { AnswerBook } from './answers.ts';
import { isOf, nameOf } from './pointing.ts';

/** The values a view selects that the file does not have, in words. */
export async function lostValues(
  { filters, measure }: View,
  card: DatasetCard,
  answers: AnswerBook,
): Promise<string[]> {
  const lost: string[] = [];
  for (const filter of filters) {
    if (filter.on !== 'values') continue;
    for (const value of filter.among) {
      const { rows } = await answers.ask({
        ask: 'records',
        measure,
        filters: [],
        subjects: [subjectOf(filter.dimension, value)],
        offset: 0,
        limit: 1,
        from: 'file',
      });
      if (rows === 0) lost.push(`“${value}”, ${labelOf(filter.dimension, card).toLowerCase()}`);
    }
  }
  return lost;
}

/** What a scene would light up or dim that is on no mark of its picture. */
export function unseen({ reveals, dimmed }: Scene, marks: readonly Mark[]): string[] {
  const unlit = reveals.filter((place) => !marks.some((mark) => isLit(mark, place)));
  const undimmed = dimmed.filter((subject) => !marks.some((mark) => isOf(mark, subject)));
  return [
    ...unlit.map((place) => `${nameOf(place)}, to be lit up`),
    ...undimmed.map((subject) => `${nameOf([subject])}, to stand back`),
  ];
}
