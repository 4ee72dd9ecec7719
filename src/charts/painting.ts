import type { DatasetCard } from '../model/dataset.ts';
import type { Measure } from '../model/measure.ts';
import type { Gathered, GroupsAnswer } from '../model/question.ts';
import { hasChain } from '../model/dimension.ts';
import { NOTHING, totalOf, type Sum } from '../model/sum.ts';
import type { View } from '../model/view.ts';
import { measureOf } from './spoken.ts';

/** What all parts of one picture share. */
export interface Painting {
  readonly view: View;
  readonly card: DatasetCard;
  readonly measure: Measure;
  readonly gathered: Gathered;
  readonly whole: Sum;
  /** What shares are of: the whole, but nothing in a chain, whose rows repeat money. */
  readonly base: Sum;
}

export function paintingOf(answer: GroupsAnswer, view: View, card: DatasetCard): Painting {
  const whole = totalOf(answer.groups.map(({ sum }) => sum));
  return {
    view,
    card,
    measure: measureOf(view, card),
    gathered: answer.gathered,
    whole,
    base: hasChain(card) ? NOTHING : whole,
  };
}
