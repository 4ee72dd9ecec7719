import type { Problem } from '../../model/problem.ts';
import type { DataPackage } from '../formats/package.ts';
import { readHeader } from '../header.ts';
import type { Decision, NumberStyle, Options, Plan } from '../plan.ts';
import type { Preamble } from '../preamble.ts';
import { ownMapping, ownRoles } from '../profiles/own.ts';
import { isBlank } from '../table.ts';
import { aboutOf } from './about.ts';
import { numberingDecision, secondHeaderDecision } from './doubts.ts';
import { holdsData, type Layout } from './layout.ts';
import { layoutSaid } from './packageheader.ts';
import { whyReport } from './reportstyle.ts';
import { understand } from './understand.ts';

/** A file whose ends are records of cells. */
export interface Opened {
  readonly name: string;
  readonly format: Plan['format'];
  readonly from: Plan['from'];
  readonly head: readonly (readonly string[])[];
  /** Positions in `head` of records with a quotation mark out of place. */
  readonly misquoted: ReadonlySet<number>;
  readonly tail: readonly (readonly string[])[];
  /** How much of the file `head` is. */
  readonly share: number;
  readonly preamble: Preamble;
  /** What a data package tells of the file. */
  readonly about?: DataPackage | undefined;
  readonly decisions: readonly Decision[];
  readonly problems: readonly Problem[];
}

const PLAIN: NumberStyle = { decimal: '.', group: '', either: false, factor: 1, decimals: 0 };

export type Base = Omit<
  Plan,
  'profile' | 'roles' | 'mapping' | 'years' | 'numbers' | 'dates' | 'decisions'
>;

/** Decides all that comes after decoding: header, profile, roles, styles, currency, doubts. */
export function planRecords(opened: Opened, options: Options): Plan | { readonly refused: string } {
  const { head, from } = opened;
  const at = options.headerRow === undefined ? undefined : options.headerRow - from.record;
  if (at !== undefined && !head[at]) {
    return { refused: `There is no record ${options.headerRow} among the first of the file.` };
  }
  const { layout, headless, decisions: said } = layoutSaid(head, at, opened.about);
  if (!head.some((cells) => !isBlank(cells))) return { refused: 'The file has no header.' };
  const { columns, problems } = readHeader(layout.cells);
  const body = head.slice(layout.header < 0 ? 0 : layout.header + layout.rows);
  const why = whyReport(layout.cells, body);
  if (why && options.amount === undefined) return { refused: why };
  const { lines, about } = aboutOf(head.slice(0, Math.max(0, layout.header)));
  const base = {
    format: opened.format,
    from,
    headerRow: layout.header < 0 ? -1 : layout.header + from.record,
    headerRows: layout.rows,
    firstRow: from.record + (layout.header < 0 ? 0 : layout.header + layout.rows),
    tagRows: layout.tagRows,
    preamble: [...opened.preamble.lines, ...lines],
    metadata: opened.preamble.values,
    about: { ...about, title: opened.preamble.values.get('title') ?? about.title },
    columns,
    problems: [
      ...opened.preamble.problems,
      ...(layout.header < 0
        ? []
        : [...problems, ...swallowed(layout, opened.misquoted, body)].map((problem) => ({
            ...problem,
            row: layout.header + from.record + 1,
          }))),
      ...opened.problems,
    ],
    options,
  };
  const decisions = [
    ...opened.decisions,
    ...said,
    ...secondHeaderDecision(layout.doubtful, base.headerRow, options),
    ...numberingDecision(layout.numbering),
  ];
  const own = ownRoles(columns);
  if (own) {
    return {
      ...base,
      profile: { id: 'own', name: "Tranche's own format", confidence: 1 },
      roles: own,
      mapping: ownMapping(columns),
      years: [],
      numbers: PLAIN,
      dates: new Map(),
      decisions,
    };
  }
  const width = columns.length;
  const whole = [...body, ...opened.tail.filter((cells) => cells.length === width)];
  return understand(base, { ...opened, decisions }, columns, whole, headless);
}

/**
 * Rows may stand in the header's own cells: after a quotation mark that is not closed in it, or where
 * the end of its line is damaged, so that it goes on with what no row below is wide enough for.
 */
function swallowed(
  { header, rows, cells }: Layout,
  misquoted: Opened['misquoted'],
  body: readonly (readonly string[])[],
): Problem[] {
  const found = cells.join(',');
  for (let at = 0; at < header + rows; at++) {
    if (!misquoted.has(at)) continue;
    const message =
      'A quotation mark in the header, or above it, is never closed or closes too early; rows may stand inside it.';
    return [{ kind: 'quotation mark out of place', message, found }];
  }
  const widest = body.reduce((most, row) => Math.max(most, row.length), 0);
  const surplus = cells.slice(widest);
  if (body.length === 0 || !holdsData(surplus)) return [];
  const message =
    'The header goes on with numbers or days, for which no row has cells; a row may have run into it.';
  return [{ kind: 'row in the header', message, found }];
}
