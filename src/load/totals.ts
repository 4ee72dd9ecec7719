import type { ExactSum } from './exactsum.ts';
import type { Plan } from './plan.ts';
import { cellAt, isBlank } from './table.ts';
import { parseAmountAt } from './typednumbers.ts';

const LABEL =
  /^((grand|sub|overall|net|gross|report|page|running|final|monthly|annual)[- ]?)?totals?( (amount|spend|spending|payments?|expenditure|value|paid|(for|of|to) .{1,60}))?:?$|^(gesamt|gesamtsumme|summe|zwischensumme|insgesamt|gesamtbetrag|totale|totaal|suma|razem|ogółem|celkem|sum|somme|total général|総計|合計|итого|всего)( .{1,40})?:?$/i;
/** What begins or ends as a total does and may be a name as well: "Acme Total", "Total Gas & Power". */
const CALLED =
  /^((grand|overall|sub)[- ]?)?totals?\b.|.[ ]((grand|sub)[- ]?)?totals?:?$|^overall (spend|spending|expenditure|amount)\b|^balance (brought|carried) forward/i;
const FOOTNOTE =
  /^(sources?\b|notes?\b|©|\(c\) |copyright|\*|footnote|produced|generated|data |last updated|contains |licen[cs]ed?|printed|end of|this (file|report|data)|\d+\.? record|quelle|stand\b|fuente|fonte)/i;

/** Padding: a record without anything in it. */
export function isPadding(cells: readonly string[]): boolean {
  return isBlank(cells);
}

/**
 * Whether a record can be a line under a table: one or two cells of words, no amount and no date. It
 * is one only where no row follows, which whoever reads the rows knows at the end.
 */
export function isFooter(cells: readonly string[], plan: Plan): boolean {
  // In the project's own format every line under the header is a figure.
  if (plan.roles.numbers === 'plain') return false;
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (filled.length === 0 || filled.length > 2) return false;
  if ([...amountColumns(plan)].some((column) => cellAt(cells, column) !== '')) return false;
  const { start } = plan.roles;
  if (start !== null && cellAt(cells, start) !== '') return false;
  const text = filled.join(' ').trim();
  const width = plan.columns.length;
  if (width <= 2) return FOOTNOTE.test(text);
  // A record with another delimiter is one cell here, and no line of words.
  if ([',', ';', '\t', '|'].some((mark) => text.split(mark).length >= width)) return false;
  return FOOTNOTE.test(text) || filled.length * 2 < width;
}

/**
 * Whether a record can be a total of others: `labelled` when a cell is the word for it and nothing
 * makes it a payment to somebody so named, `called` when a cell may be a name as well and no day tells,
 * `unlabelled` when it holds numbers and no word at all.
 */
export function looksLikeTotal(
  cells: readonly string[],
  plan: Plan,
): 'labelled' | 'called' | 'unlabelled' | undefined {
  // The project's own format has no totals, and says "total" of a basis.
  if (plan.roles.numbers === 'plain') return undefined;
  const amounts = amountColumns(plan);
  if (![...amounts].some((column) => isNumber(cells, column, plan))) return undefined;
  let words = 0;
  let labelled = false;
  let called = false;
  const { start } = plan.roles;
  const dated = start !== null && cellAt(cells, start) !== '' && !LABEL.test(cellAt(cells, start));
  for (let column = 0; column < cells.length; column++) {
    const text = cellAt(cells, column);
    if (text === '' || amounts.has(column)) continue;
    if (LABEL.test(text)) labelled = true;
    else if (CALLED.test(text)) called = true;
    else if (!isNumber(cells, column, plan)) words++;
  }
  // A payment to a company called Total has its day; a total of a day or a group names it as well.
  if (labelled) return dated && words > 0 ? undefined : 'labelled';
  // Where payments have days, one without is hardly a payment, if little else is said of it.
  if (called && !dated && words <= 1) return start === null ? 'called' : 'labelled';
  return words === 0 && !called && !dated && plan.columns.length > 1 && noWordNumbers(cells, plan)
    ? 'unlabelled'
    : undefined;
}

/** Whether `value` is what one of these sums comes to, and so repeats the rows in it. */
export function checkTotal(sums: Iterable<ExactSum>, value: ExactSum): boolean {
  for (const sum of sums) if (sum.equals(value)) return true;
  return false;
}

/** Whether a text is the word for a total, or may be. */
export function isTotalLabel(text: string): boolean {
  return LABEL.test(text) || CALLED.test(text);
}

const amountsOf = new WeakMap<Plan, ReadonlySet<number>>();

/** Columns that hold the amounts of a row. */
export function amountColumns(plan: Plan): ReadonlySet<number> {
  let columns = amountsOf.get(plan);
  if (!columns) {
    const { roles, years } = plan;
    const list = years.length > 0 ? years.map(({ column }) => column) : [roles.low, roles.high];
    amountsOf.set(plan, (columns = new Set(list)));
  }
  return columns;
}

function isNumber(cells: readonly string[], column: number, { numbers }: Plan): boolean {
  return typeof parseAmountAt(cells, column, numbers) === 'object';
}

/** True when the columns that rows are told apart by are all empty. */
function noWordNumbers(cells: readonly string[], { roles }: Plan): boolean {
  return roles.dimensions.every(({ column }) => column < 0 || cellAt(cells, column) === '');
}
