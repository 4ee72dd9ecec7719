import type { Problem } from '../model/problem.ts';
import { handDecisions } from './byhand.ts';
import { farDates } from './fardates.ts';
import { nameDecisions } from './namedecisions.ts';
import type { Decision, Plan } from './plan.ts';
import type { Scanned } from './scanned.ts';

/** How a file was read, as docs/report.md describes it: plain data, the same for the same file. */
export interface Report {
  readonly file: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
  /** Null for what is not delimited text, as are the next two. */
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly newline: string | null;
  /** 0-based record; -1 without a header. */
  readonly headerRow: number;
  readonly preamble: readonly string[];
  readonly title: string;
  readonly profile: { readonly id: string; readonly name: string; readonly confidence: number };
  /** The header of the column of each role. */
  readonly roles: Readonly<Record<string, string>>;
  /** One of the two: the currency, or all of them. */
  readonly currency?: string;
  readonly currencies?: readonly string[];
  /** What one unit written stands for. */
  readonly factor: number;
  readonly rows: {
    /** All records of the file. */
    readonly records: number;
    readonly data: number;
    readonly blank: number;
    readonly tags: number;
    readonly totals: number;
    readonly footers: number;
    /** Of those with data, the ones that could not be read. */
    readonly unread: number;
  };
  readonly amounts: Scanned['amounts'];
  readonly sums: readonly {
    readonly currency: string;
    readonly kind: string;
    readonly sum: string;
    readonly count: number;
  }[];
  readonly dates: {
    readonly column: string | null;
    readonly valid: number;
    readonly first: string | null;
    readonly last: string | null;
    readonly order: string | null;
    readonly ambiguous: boolean;
  };
  readonly distinct: Readonly<Record<string, number>>;
  readonly problems: readonly {
    readonly kind: string;
    readonly count: number;
    readonly examples: readonly Problem[];
  }[];
  /** All that was decided, a sentence each. */
  readonly decisions: readonly string[];
  /** Those of the decisions that a person should look at. */
  readonly doubts: readonly string[];
}

/** What is decided about which part of a date is its day, its month and its year. */
const DATE_PARTS = new Set(['date order', 'date year']);

/** What the report says of the file itself. */
export interface ReportedFile {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

/** The report of a plan and its scan. */
export function reportOf(plan: Plan, scanned: Scanned, file: ReportedFile): Report {
  const { format, columns, roles } = plan;
  const labelOf = (column: number | null | undefined) =>
    column === null || column === undefined ? null : (columns[column]?.label ?? null);
  const decisions = decisionsOf(plan, scanned);
  const currencies = [...new Set(scanned.sums.map(({ currency }) => currency))];
  const count = (rule: string) => scanned.asides.filter((aside) => aside.rule === rule).length;
  const dateColumn = roles.start ?? roles.end;
  return {
    file: file.name,
    bytes: file.size,
    sha256: file.sha256,
    encoding: format?.encoding ?? null,
    delimiter: format?.delimiter ?? null,
    newline: format?.newline ?? null,
    headerRow: plan.headerRow,
    preamble: plan.preamble,
    title: plan.about.title,
    profile: plan.profile,
    roles: recordOf([...plan.mapping].map(([role, column]) => [role, labelOf(column) ?? ''])),
    ...(currencies.length === 1 ? { currency: currencies[0] ?? '' } : { currencies }),
    factor: plan.numbers.factor,
    rows: {
      records: scanned.records.all,
      data: scanned.records.data,
      blank: scanned.records.blank,
      tags: scanned.records.tags,
      totals: count('total'),
      footers: count('footer'),
      unread: scanned.unread.length,
    },
    amounts: scanned.amounts,
    sums: scanned.sums.map(({ currency, kind, basis, sum, count }) => ({
      currency,
      kind: basis === 'total' ? kind : `${kind}, ${basis}`,
      sum,
      count,
    })),
    dates: {
      column: labelOf(dateColumn),
      ...scanned.dates,
      order: dateColumn === null ? null : (plan.dates.get(dateColumn) ?? 'year first'),
      ambiguous: decisions.some(({ matter, doubt }) => doubt && DATE_PARTS.has(matter)),
    },
    distinct: recordOf([...scanned.distinct]),
    problems: [...headerProblems(plan), ...scanned.problems],
    decisions: decisions.map(({ sentence }) => sentence),
    doubts: decisions.filter(({ doubt }) => doubt).map(({ sentence }) => sentence),
  };
}

/** True when a person should look at the file: a doubt, a record that could not be read, no record. */
export function needsPerson({ doubts, rows }: Report): boolean {
  return doubts.length > 0 || rows.unread > 0 || rows.data === 0;
}

/** All that was decided about a file, before its rows were read and by reading them. */
export function decisionsOf(plan: Plan, scanned: Scanned): Decision[] {
  return [
    ...handDecisions(plan.options),
    ...plan.decisions,
    ...farDates(plan, scanned),
    ...scanned.decisions,
    ...nameDecisions(plan, scanned),
  ];
}

function headerProblems({ problems }: Plan): Report['problems'] {
  const kinds = new Map<string, Problem[]>();
  for (const problem of problems) {
    kinds.set(problem.kind, [...(kinds.get(problem.kind) ?? []), problem]);
  }
  return Array.from(kinds, ([kind, found]) => ({
    kind,
    count: found.length,
    examples: found.slice(0, 5),
  }));
}

/** An object of entries whose keys are the program's own words. */
function recordOf<Value>(entries: readonly (readonly [string, Value])[]): Record<string, Value> {
  return Object.fromEntries(entries);
}
