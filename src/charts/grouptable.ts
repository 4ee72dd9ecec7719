import type { Table } from '../drawing/drawing.ts';
import type { DatasetCard } from '../model/dataset.ts';
import type { GroupsAnswer } from '../model/question.ts';
import type { DimensionId } from '../model/subject.ts';
import { totalOf } from '../model/sum.ts';
import type { View } from '../model/view.ts';
import { printSum } from '../words/amounts.ts';
import { shareOfSum } from '../words/shares.ts';
import { columnOf, measureOf, nameOf } from './spoken.ts';

/** The groups of an answer as rows, largest first: the same numbers as the picture. */
export function tableOfGroups(
  { groups, gathered }: GroupsAnswer,
  by: readonly DimensionId[],
  view: View,
  card: DatasetCard,
): Table {
  const measure = measureOf(view, card);
  const whole = totalOf(groups.map(({ sum }) => sum));
  const rows = [...groups]
    .sort((a, b) => b.sum.high - a.sum.high || (a.path.join('\n') < b.path.join('\n') ? -1 : 1))
    .map(({ path, sum }) => ({
      subjects: path,
      cells: [
        ...path.map((subject) => nameOf(subject, gathered)),
        printSum(sum, measure),
        shareOfSum(sum, whole, measure) ?? '',
        String(sum.count + sum.unstated),
      ],
    }));
  return {
    columns: [
      ...by.map((dimension) => columnOf(dimension, card)),
      { label: 'Amount', numeric: true },
      { label: 'Share of shown', numeric: true },
      { label: 'Figures', numeric: true },
    ],
    rows,
  };
}
