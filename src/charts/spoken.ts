import type { DatasetCard } from '../model/dataset.ts';
import { isUnstated } from '../model/dimension.ts';
import type { Measure } from '../model/measure.ts';
import type { Gathered } from '../model/question.ts';
import { dimensionOf, isAbsent, isOther, valueOf, type Subject } from '../model/subject.ts';
import type { Sum } from '../model/sum.ts';
import type { View } from '../model/view.ts';
import { NOT_STATED, printSum } from '../words/amounts.ts';
import { count, sentenceCase } from '../words/counts.ts';
import { labelOf, selectionSentence } from '../words/selection.ts';
import { shareWords } from '../words/shares.ts';
import { NOTHING } from '../model/sum.ts';

/** What a subject is called on a mark: its value, "Other (43)", or "Not stated". */
export function nameOf(subject: Subject, gathered: Gathered): string {
  if (isOther(subject)) return `Other (${gathered[dimensionOf(subject)] ?? 0})`;
  if (isAbsent(subject)) return 'Not at this stage';
  const value = valueOf(subject);
  return isUnstated(value) ? sentenceCase(value) : value;
}

/** The name with what it is a value of, where the value alone would not say: "Announced at: not stated". */
export function spokenName(subject: Subject, gathered: Gathered, card: DatasetCard): string {
  const dimension = labelOf(dimensionOf(subject), card);
  if (isOther(subject)) return `${dimension}: ${nameOf(subject, gathered).toLowerCase()}`;
  const value = valueOf(subject);
  return isUnstated(value) ? `${dimension}: ${value}` : value;
}

export function measureOf(view: View, card: DatasetCard): Measure {
  const measure = card.measures.find(({ id }) => id === view.measure);
  if (!measure) throw new Error(`the dataset has no measure "${view.measure}"`);
  return measure;
}

/** "£680m in 3 figures, 11% of the commitments shown": what a mark says after its name. */
export function spokenSum(sum: Sum, whole: Sum, measure: Measure): string {
  if (sum.count === 0) return NOT_STATED;
  const share = shareWords(sum, whole, measure, 'shown');
  return `${printSum(sum, measure)} in ${count(sum.count, 'figure')}${share ? `, ${share}` : ''}`;
}

/** Why there is nothing to draw, and the way out. */
export function emptyReason(view: View, card: DatasetCard): string {
  const measure = measureOf(view, card);
  const sentence = selectionSentence(view.filters, measure, NOTHING, card);
  return view.filters.length > 0
    ? `${sentence}. Take a filter away to see more.`
    : `${sentence} in this file. Choose another kind of money.`;
}

/** The head of a table column for a dimension. */
export function columnOf(dimension: string, card: DatasetCard) {
  return { label: labelOf(dimension, card), numeric: false };
}
