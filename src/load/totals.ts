import { isMissing } from './missing.ts';
import type { Plan } from './plan.ts';
import { cellAt, isBlank } from './table.ts';
import { parseAmountAt } from './typednumbers.ts';

const LABEL =
  /^((grand|sub|overall|net|gross|report|page|running|final|monthly|annual)[- ]?)?totals?( (amount|spend|spending|payments?|expenditure|value|paid)( (over|above|below|under|in|for|of|to|from) .{1,60})?| (for|of|to) .{1,60})?:?$|^(gesamt|gesamtsumme|summe|zwischensumme|insgesamt|gesamtbetrag|totale|totaal|suma|razem|ogółem|celkem|sum|somme|total général|総計|合計|итого|всего)( .{1,40})?:?$/i;
/** What is written as totals are, and is seldom a name: "Acme Total". */
const ENDING =
  /.[ ]((grand|sub)[- ]?)?totals?:?$|^(grand|overall|sub)[- ]?totals?\b.|^totals?( -|:).|^overall (spend|spending|expenditure|amount)\b|^balance (brought|carried) forward/i;
/** What begins as a total does, and as the names of some companies do: "Total Gas & Power". */
const BEGINNING = /^totals?\b./i;
/** What makes a total of a name. */
const TOTAL_WORDS =
  /^((grand|overall|sub)[- ]?)?totals?\b( -|:| for| of)?|( -)?[ ]((grand|sub)[- ]?)?totals?:?$/gi;
/** No label of a total is longer; what is, is prose. */
export const LONGEST_LABEL = 100;
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
 * `unlabelled` when it holds numbers and no word at all. `first` is the first record since the last
 * total, which it may be a total of.
 */
export function looksLikeTotal(
  cells: readonly string[],
  plan: Plan,
  first: readonly string[],
): 'labelled' | 'called' | 'unlabelled' | undefined {
  // The project's own format has no totals, and says "total" of a basis.
  if (plan.roles.numbers === 'plain') return undefined;
  const amounts = amountColumns(plan);
  if (![...amounts].some((column) => isNumber(cells, column, plan))) return undefined;
  let words = 0;
  let labelled = false;
  let ending = false;
  let beginning = false;
  const { start } = plan.roles;
  const dated = start !== null && cellAt(cells, start) !== '' && !LABEL.test(cellAt(cells, start));
  for (let column = 0; column < cells.length; column++) {
    const text = cellAt(cells, column);
    if (text === '' || amounts.has(column)) continue;
    if (text.length > LONGEST_LABEL) words++;
    else if (LABEL.test(text)) labelled = true;
    else if (ENDING.test(text)) ending = true;
    else if (BEGINNING.test(text)) beginning = true;
    else if (!isNumber(cells, column, plan)) words++;
  }
  // A payment to a company called Total has its day; a total of a day or a group names it as well.
  if (labelled) return dated && words > 0 ? undefined : 'labelled';
  const called = ending || beginning;
  if (called && !dated && words <= 1 && !isOfAnother(cells, plan, first)) {
    // Where payments have days, one without is hardly a payment, if little else is said of it.
    return ending && start !== null ? 'labelled' : 'called';
  }
  return words === 0 && !called && !dated && plan.columns.length > 1 && noWordNumbers(cells, plan)
    ? 'unlabelled'
    : undefined;
}

/** Whether a text is the word for a total, or may be. */
export function isTotalLabel(text: string): boolean {
  return (
    text.length <= LONGEST_LABEL && (LABEL.test(text) || ENDING.test(text) || BEGINNING.test(text))
  );
}

/** Whether a record is called the total of what another names: "Acme Total" under a row of Acme. */
export function isNamedAfter(cells: readonly string[], other: readonly string[]): boolean {
  const names = new Set(other.map((text) => text.trim().toLowerCase()));
  return cells.some((text) => {
    const label = text.trim();
    const name = label.replace(TOTAL_WORDS, '').trim().toLowerCase();
    return name !== '' && isTotalLabel(label) && names.has(name);
  });
}

/** Whether a record names who is paid, and it is not who `first` names: then "total" is of something else. */
function isOfAnother(cells: readonly string[], plan: Plan, first: readonly string[]): boolean {
  const column = plan.mapping.get('recipient');
  if (column === undefined) return false;
  const paid = cellAt(cells, column);
  return !isMissing(paid) && !isTotalLabel(paid) && paid !== cellAt(first, column);
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
