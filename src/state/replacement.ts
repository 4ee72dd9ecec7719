import type { ReadingCard } from '../load/readingcard.ts';
import type { Engine } from '../engine/engine.ts';
import { READ_ROLES, type RoleName } from '../load/plan.ts';
import type { DatasetCard } from '../model/dataset.ts';
import type { Opened } from './opening.ts';
import { printExact, printMoney } from '../words/amounts.ts';
import { count, listOf, sentenceCase } from '../words/counts.ts';
import { compareRows, rowSentences } from './comparerows.ts';

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
  readonly engine: Engine;
}

/** Most names that are listed one by one. */
const NAMED = 8;
/** Most rows of a file that are held against another's: each takes some fifty bytes meanwhile. */
const COMPARED = 2_000_000;

/** What is new, gone and changed from one file to the next, before the next takes its place. */
export async function compareFiles(before: Side, after: Side): Promise<Difference[]> {
  return [
    ...compareColumns(before.reading, after.reading),
    ...compareSums(before.reading, after.reading),
    ...(await compareEachRow(before, after)),
    ...compareValues(before.engine.card, after.engine.card),
  ];
}

/** Rows that are new, gone and changed, and what of them could not be compared. */
async function compareEachRow(before: Side, after: Side): Promise<Difference[]> {
  const sides = [before, after];
  if (sides.some(({ engine }) => engine.card.rows > COMPARED)) {
    const sentence = `The rows were not compared one by one, as there are more than ${count(COMPARED, 'row')}: only the columns, the totals and the names were.`;
    return [{ kind: 'changed', sentence }];
  }
  const columns = textsOf(before).filter((id) => textsOf(after).includes(id));
  const [name, nameNow] = sides.map(({ reading }) =>
    reading.columns.find(({ role }) => role === 'id'),
  );
  const isNamed = name?.id != null && name.id === nameNow?.id;
  const question = { ask: 'prints', columns, id: isNamed ? name.id : null } as const;
  const [was, now] = await Promise.all([before.engine.ask(question), after.engine.ask(question)]);
  const unkept = before.reading.columns.flatMap(({ label, id, role }) => {
    if (isRead(role)) return [];
    const other = after.reading.columns.find((column) => column.label === label);
    return other && (id === null || other.id === null) ? [label] : [];
  });
  return [
    ...rowSentences(compareRows(was, now), was, now, name?.label ?? ''),
    ...(unkept.length === 0
      ? []
      : [
          {
            kind: 'changed' as const,
            sentence: `Rows were compared without ${someOf(unkept)}, which a large file does not keep at hand.`,
          },
        ]),
  ];
}

/** Whether a column is compared by what was read of it. */
function isRead(role: RoleName | null): boolean {
  return role !== null && READ_ROLES.includes(role);
}

/** Ids of all columns whose text tells one row from another. */
function textsOf({ reading, engine }: Side): string[] {
  const read = reading.columns.flatMap(({ id, role }) => (isRead(role) ? (id ?? []) : []));
  const ids = [...engine.card.dimensions, ...reading.columns].flatMap(({ id }) => id ?? []);
  return [...new Set(ids)].filter((id) => !read.includes(id));
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
  if (before.rows.unread !== after.rows.unread) {
    const sentence = `${count(before.rows.unread, 'record')} could not be read before, ${count(after.rows.unread, 'record')} now.`;
    differences.push({ kind: 'changed', sentence });
  }
  for (const now of after.sums) {
    const old = before.sums.find((other) => isOfOneKind(now, other));
    const said = `${sentenceCase(now.kind)}: ${moneyOf(now, old)}`;
    if (!old) differences.push({ kind: 'new', sentence: `${said}, and none before.` });
    else if (old.sum !== now.sum)
      differences.push({ kind: 'changed', sentence: `${said}; it was ${moneyOf(old, now)}.` });
  }
  for (const old of before.sums) {
    if (!after.sums.some((other) => isOfOneKind(old, other))) {
      differences.push({
        kind: 'gone',
        sentence: `${sentenceCase(old.kind)}: none in ${old.currency}; it was ${moneyOf(old)}.`,
      });
    }
  }
  return differences;
}

type ReadSum = ReadingCard['sums'][number];

function isOfOneKind(a: ReadSum, b: ReadSum): boolean {
  return a.kind === b.kind && a.currency === b.currency;
}

/** A sum as the page writes it; every digit where another that is not the same would read alike. */
function moneyOf(sum: ReadSum, other?: ReadSum): string {
  const written = ({ sum: digits, currency }: ReadSum, print: typeof printMoney) => {
    const decimals = /\.(\d+)$/.exec(digits)?.[1]?.length ?? 0;
    const measure = { id: '', kind: '', basis: 'total', currency, decimals } as const;
    return print(Number(digits.replace('.', '')), measure);
  };
  const isAlike = other && written(other, printMoney) === written(sum, printMoney);
  return written(sum, isAlike ? printExact : printMoney);
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
