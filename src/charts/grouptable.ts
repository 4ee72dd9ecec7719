import type { Drawing } from '../drawing/drawing.ts';
import type { DatasetCard } from '../model/dataset.ts';
import { hasChain } from '../model/dimension.ts';
import { amountOfSum, type NumberRow } from '../model/numbers.ts';
import type { GroupsAnswer } from '../model/question.ts';
import type { DimensionId, Subject } from '../model/subject.ts';
import { NOTHING, totalOf } from '../model/sum.ts';
import type { View } from '../model/view.ts';
import { printSum } from '../words/amounts.ts';
import { shareOfSum } from '../words/shares.ts';
import { columnOf, measureOf, nameOf } from './spoken.ts';

/** The groups of an answer as rows, largest first: the same numbers as the picture, printed and exact. */
export function tableOfGroups(
  { groups, gathered }: GroupsAnswer,
  by: readonly DimensionId[],
  view: View,
  card: DatasetCard,
): Pick<Drawing, 'table' | 'numbers'> {
  const measure = measureOf(view, card);
  const whole = hasChain(card) ? NOTHING : totalOf(groups.map(({ sum }) => sum));
  const sorted = [...groups].sort(
    (a, b) => b.sum.high - a.sum.high || (a.path.join('\n') < b.path.join('\n') ? -1 : 1),
  );
  const namesOf = (path: readonly Subject[]) => path.map((subject) => nameOf(subject, gathered));
  const rows = sorted.map(({ path, sum }) => ({
    subjects: path,
    cells: [
      ...namesOf(path),
      printSum(sum, measure),
      shareOfSum(sum, whole, measure) ?? '',
      String(sum.count + sum.unstated),
    ],
  }));
  const heads = by.map((dimension) => columnOf(dimension, card));
  return {
    table: {
      columns: [
        ...heads,
        { label: 'Amount', numeric: true },
        { label: 'Share of shown', numeric: true },
        { label: 'Figures', numeric: true },
      ],
      rows,
    },
    numbers: {
      measure,
      heads: heads.map(({ label }) => label),
      rows: sorted.map(({ path, sum }): NumberRow => ({
        names: namesOf(path),
        amount: amountOfSum(sum),
        figures: sum.count,
        unstated: sum.unstated,
      })),
    },
  };
}
