import type { ReadingCard } from '../load/readingcard.ts';
import type { DatasetCard } from '../model/dataset.ts';
import type { Opened } from './opening.ts';
import { count, listOf, sentenceCase } from '../words/counts.ts';

/** Next month's file, read and waiting to be accepted. */
export interface Replacement {
  readonly files: readonly File[];
  readonly opened: Opened;
  readonly differences: readonly Difference[];
}

/** A sentence on what differs between two files of one series, and how much it matters. */
export interface Difference {
  readonly kind: 'new' | 'gone' | 'changed';
  readonly sentence: string;
}

interface Side {
  readonly reading: ReadingCard;
  readonly card: DatasetCard;
}

/** Most names that are listed one by one. */
const NAMED = 8;

/** What is new, gone and changed from one file to the next, before the next takes its place. */
export function compareReadings(before: Side, after: Side): Difference[] {
  return [
    ...compareColumns(before.reading, after.reading),
    ...compareSums(before.reading, after.reading),
    ...compareValues(before.card, after.card),
  ];
}

function compareColumns(before: ReadingCard, after: ReadingCard): Difference[] {
  const labels = (reading: ReadingCard) => reading.columns.map(({ label }) => label);
  const differences = named('column', labels(before), labels(after));
  const lost = before.columns.filter(
    ({ role }) => role !== null && !after.columns.some((column) => column.role === role),
  );
  for (const { label, role } of lost) {
    differences.push({
      kind: 'gone',
      sentence: `No column is the ${role} any more; it was “${label}”.`,
    });
  }
  return differences;
}

function compareSums(before: ReadingCard, after: ReadingCard): Difference[] {
  const differences: Difference[] = [];
  if (before.rows.data !== after.rows.data) {
    differences.push({
      kind: 'changed',
      sentence: `${count(before.rows.data, 'row')} before, ${count(after.rows.data, 'row')} now.`,
    });
  }
  for (const { kind, currency, sum } of after.sums) {
    const old = before.sums.find((other) => other.kind === kind && other.currency === currency);
    const now = `${sentenceCase(kind)} in ${currency}: ${sum}`;
    if (!old) differences.push({ kind: 'new', sentence: `${now}, and none before.` });
    else if (old.sum !== sum)
      differences.push({ kind: 'changed', sentence: `${now}; it was ${old.sum}.` });
  }
  for (const { kind, currency, sum } of before.sums) {
    if (!after.sums.some((other) => other.kind === kind && other.currency === currency)) {
      differences.push({
        kind: 'gone',
        sentence: `${sentenceCase(kind)} in ${currency}: none; it was ${sum}.`,
      });
    }
  }
  return differences;
}

/** Values of grouping columns, as far as they are few enough to be known one by one. */
function compareValues(before: DatasetCard, after: DatasetCard): Difference[] {
  return before.dimensions.flatMap((old) => {
    const now = after.dimensions.find(({ id }) => id === old.id);
    if (!now || old.distinct > old.ranked.length || now.distinct > now.ranked.length) return [];
    return named(
      old.label.toLowerCase(),
      old.ranked.map(({ value }) => value),
      now.ranked.map(({ value }) => value),
    );
  });
}

function named(what: string, before: readonly string[], after: readonly string[]): Difference[] {
  const sides = [
    { kind: 'new', values: after.filter((value) => !before.includes(value)) },
    { kind: 'gone', values: before.filter((value) => !after.includes(value)) },
  ] as const;
  return sides.flatMap(({ kind, values }) =>
    values.length === 0
      ? []
      : [{ kind, sentence: `${kind === 'new' ? 'New' : 'Gone'}: ${what} ${someOf(values)}.` }],
  );
}

function someOf(values: readonly string[]): string {
  const quoted = values.slice(0, NAMED).map((value) => `“${value}”`);
  const more = values.length - quoted.length;
  return listOf(more > 0 ? [...quoted, `${more} more`] : quoted);
}
