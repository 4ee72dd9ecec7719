import type { Drawing } from '../../drawing/drawing.ts';
import type { DatasetCard } from '../../model/dataset.ts';
import type { Measure } from '../../model/measure.ts';
import { amountOfSum, type NumberRow } from '../../model/numbers.ts';
import type { TimeUnit } from '../../model/period.ts';
import type { Gathered, Group } from '../../model/question.ts';
import type { View } from '../../model/view.ts';
import type { Column } from '../../shapes/columns.ts';
import { printSum } from '../../words/amounts.ts';
import { sentenceCase } from '../../words/counts.ts';
import { printDay, printUnit } from '../../words/periods.ts';
import { labelOf } from '../../words/selection.ts';
import { nameOf } from '../spoken.ts';
import type { Unfinished } from './columnmarks.ts';
import { subjectOfGroup } from './undatedblock.ts';

/** The columns as numbers and words, printed and exact, undated money last. */
export function columnTable(
  columns: readonly Column[],
  undated: readonly Group[],
  gathered: Gathered,
  unit: TimeUnit,
  view: View,
  card: DatasetCard,
  measure: Measure,
): Pick<Drawing, 'table' | 'numbers'> {
  const dated = columns.flatMap(({ period, parts }) =>
    parts.map(({ point: { subject, sum } }) => ({
      when: printUnit(period.start, unit, view.calendar),
      period: { ...period, basis: null },
      subject,
      sum: { ...sum, unstated: 0 },
      unstated: sum.unstated,
    })),
  );
  const rest = undated.map((group) => ({
    when: 'Period not stated',
    period: { start: null, end: null, basis: null },
    subject: subjectOfGroup(group),
    sum: group.sum.count > 0 ? { ...group.sum, unstated: 0 } : group.sum,
    unstated: group.sum.unstated,
  }));
  const rows = [...dated, ...rest].map((row) => ({
    ...row,
    names: [row.when, nameOf(row.subject, gathered)],
  }));
  const heads = [sentenceCase(unit), labelOf(card.suggested.colour, card)];
  return {
    table: {
      columns: [
        ...heads.map((label) => ({ label, numeric: false })),
        { label: 'Amount', numeric: true },
      ],
      rows: rows.map(({ names, subject, sum }) => ({
        cells: [...names, printSum(sum, measure)],
        subjects: [subject],
      })),
    },
    numbers: {
      measure,
      heads,
      rows: rows.map(({ names, period, sum, unstated }): NumberRow => ({
        names,
        period,
        amount: amountOfSum(sum),
        figures: sum.count,
        unstated,
      })),
    },
  };
}

/** What the columns assume and how their signs are read; only of signs that are in the picture. */
export function columnNotes(
  columns: readonly Column[],
  undated: readonly Group[],
  { first, last }: Unfinished,
  units: number,
  unit: TimeUnit,
  view: View,
  { span }: DatasetCard,
): string[] {
  const notes: string[] = [];
  const parts = columns.flatMap((column) => column.parts);
  if (columns.length > 0) {
    notes.push(
      view.spread
        ? 'A sum is spread evenly over the days of its period: our assumption, not the source’s.'
        : `A sum stands whole in the ${unit} its period starts in.`,
    );
  }
  if (span && (first || last)) {
    const which =
      first && last ? `first and last ${unit}s are` : `${first ? 'first' : 'last'} ${unit} is`;
    const days = `${printDay(span.start)} to ${printDay(span.end - 1)}`;
    notes.push(`The ${which} paler because not whole: the file runs from ${days}.`);
  }
  if (columns.length > 0 && columns.length < units) {
    notes.push(`A gap is a ${unit} without figures, not a sum of zero.`);
  }
  if (parts.some(({ range }) => range)) {
    notes.push('Solid to the low end of a range, hatched to the high end.');
  }
  if (columns.some(({ open }) => open)) {
    notes.push('A dashed top means at least this much: a figure in it has no stated upper end.');
  }
  if (parts.some(({ returned }) => returned)) {
    notes.push('Money returned stands below the line, cross-hatched.');
  }
  if (undated.length > 0 && columns.length > 0) {
    notes.push('Money without a period is on the same scale of area as the columns.');
  }
  return notes;
}
