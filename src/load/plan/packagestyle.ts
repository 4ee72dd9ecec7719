import { parseDateText } from '../datetext.ts';
import type { ColumnHint, DataPackage } from '../formats/package.ts';
import { nameOf, type Column } from '../header.ts';
import { isMissing } from '../missing.ts';
import type { Decision, Options } from '../plan.ts';
import type { DateStyleFound } from './datestyle.ts';
import { decimalChoices, readsWith, type StyleFound } from './numberstyle.ts';
import type { ColumnSample } from './sample.ts';

/** What the data package beside a file tells of one of its columns. */
export function hintFor(about: DataPackage | undefined, column: Column): ColumnHint | undefined {
  return about?.columns.find(({ column: name }) => nameOf(name) === column.name);
}

const MARKS = { '.': 'point', ',': 'comma' } as const;

/**
 * The style of a column of numbers where its data package names the decimal mark: what the cells leave
 * open is read by it, and that they contradict it is a doubt.
 */
export function numberStyleSaid(
  hint: ColumnHint | undefined,
  found: StyleFound,
  cells: readonly string[],
  label: string,
  options: Options,
): StyleFound {
  const said = decimalSaid(hint);
  if (!said || options.decimal) return found;
  const other = said === '.' ? ',' : '.';
  const filled = cells.filter((text) => !isMissing(text) && readsWith(text, other));
  const against = filled.filter((text) => !readsWith(text, said));
  const matter = 'decimal mark by package';
  const choices = decimalChoices(options);
  if (against.length > 0) {
    const sentence = `The datapackage.json says that "${label}" has a decimal ${MARKS[said]}, but ${against.length} of the cells looked at, such as "${against[0]}", can only have a decimal ${MARKS[other]}; the column is read as its cells are written.`;
    const doubt = { matter, column: label, sentence, doubt: true, choices };
    return { ...found, decisions: [...found.decisions, doubt] };
  }
  const marks = { ...found.marks, decimal: said, either: false };
  const open = filled.find((text) => /[.,]/.test(text));
  if (open === undefined) return { marks, decisions: [] };
  const sentence = `Numbers in "${label}", such as "${open}", are read with a decimal ${MARKS[said]}, as its datapackage.json says.`;
  return { marks, decisions: [{ matter, column: label, sentence, doubt: false, choices }] };
}

/** Either mark tells the other. */
function decimalSaid(hint: ColumnHint | undefined): '.' | ',' | undefined {
  if (!hint) return undefined;
  const { decimalChar, groupChar } = hint;
  if (decimalChar === '.' || decimalChar === ',') return decimalChar;
  return groupChar === '.' ? ',' : groupChar === ',' ? '.' : undefined;
}

const ORDERS = {
  'day first': 'the day before the month',
  'month first': 'the month before the day',
  'short year first': 'the year first',
} as const;

/**
 * The style of a column of dates where its data package gives their pattern, in the same way. A column
 * whose cells can be read one way alone is read in that.
 */
export function dateStyleSaid(
  hint: ColumnHint | undefined,
  { column: { label }, filled }: ColumnSample,
  found: DateStyleFound,
  options: Options,
): { readonly found: DateStyleFound; readonly decisions: readonly Decision[] } {
  const style = orderSaid(hint?.format ?? '');
  if (!style || options.dateOrder) return { found, decisions: [] };
  const matter = 'date order by package';
  const against = filled.find(
    (text) => !parseDateText(text, style) && parseDateText(text, found.style),
  );
  const decision = { matter, column: label, choices: [] };
  if (against !== undefined) {
    const sentence = `The datapackage.json says that dates in "${label}" are written with ${ORDERS[style]}, which "${against}" is not; the column is read as its cells are written.`;
    return { found, decisions: [{ ...decision, sentence, doubt: true }] };
  }
  if (!found.ambiguous && !found.shortYears) return { found, decisions: [] };
  const sentence = `Dates in "${label}" are read with ${ORDERS[style]}, as its datapackage.json says.`;
  return {
    found: { style, share: found.share, ambiguous: false },
    decisions: [{ ...decision, sentence, doubt: false }],
  };
}

/** The order of a pattern of numbers such as "%d/%m/%Y". */
function orderSaid(format: string): keyof typeof ORDERS | undefined {
  const parts = (format.match(/%[dmyY]/g) ?? []).join('').toLowerCase();
  if (parts === '%d%m%y') return 'day first';
  if (parts === '%m%d%y') return 'month first';
  return parts === '%y%m%d' ? 'short year first' : undefined;
}
