import { splitRecords } from '../csv.ts';
import type { DataPackage } from '../formats/package.ts';
import type { Decision, Options, TextFormat } from '../plan.ts';
import { isBlank } from '../table.ts';
import { DELIMITER_NAMES, delimiterOf, findDelimiter } from './delimiter.ts';

/** Text enough to see whether a mark divides its records. */
const ENOUGH = 1 << 16;

/**
 * What divides the cells of a text: what was `set` by hand or by the file itself, else what its data
 * package says where that divides all records alike, else what divides them best.
 */
export function dialectOf(
  text: string,
  set: TextFormat['delimiter'] | undefined,
  about: DataPackage | undefined,
  options: Options,
): { readonly delimiter: TextFormat['delimiter']; readonly decisions: readonly Decision[] } {
  const found = set ?? findDelimiter(text);
  const quotes = quotesDecision(about?.quoteChar ?? '', text, found);
  const said = about?.delimiter ?? '';
  if (set || said === '' || said === found) return { delimiter: found, decisions: quotes };
  const known = delimiterOf(said);
  if (known && divides(text, known)) {
    const sentence = `Cells are divided by ${DELIMITER_NAMES[known]}, as the datapackage.json says.`;
    const decision = decisionOf(sentence, false, found, options);
    return { delimiter: known, decisions: [decision, ...quotes] };
  }
  const sentence = `The datapackage.json says that cells are divided by ${known ? DELIMITER_NAMES[known] : `"${said}"`}, but the file does not show it; they are divided by ${DELIMITER_NAMES[found]}.`;
  return { delimiter: found, decisions: [decisionOf(sentence, true, known, options), ...quotes] };
}

/** Whether a mark divides every record into as many cells, two or more. */
function divides(text: string, delimiter: string): boolean {
  const { records } = splitRecords(text.slice(0, ENOUGH), delimiter);
  const whole = text.length > ENOUGH ? records.slice(0, -1) : records;
  const widths = new Set(whole.filter((cells) => !isBlank(cells)).map(({ length }) => length));
  return widths.size === 1 && !widths.has(1);
}

function decisionOf(
  sentence: string,
  doubt: boolean,
  other: TextFormat['delimiter'] | undefined,
  options: Options,
): Decision {
  const choices = other
    ? [
        {
          sentence: `Divide them by ${DELIMITER_NAMES[other]}`,
          options: { ...options, delimiter: other },
        },
      ]
    : [];
  return { matter: 'delimiter', sentence, doubt, choices };
}

/** Quotation marks of another kind are not read: a mark within them would divide a cell. */
function quotesDecision(quoteChar: string, text: string, delimiter: string): Decision[] {
  if (quoteChar === '' || quoteChar === '"') return [];
  const used = [delimiter, '\n', '\r'].some((before) => text.includes(before + quoteChar));
  if (!used) return [];
  const sentence = `The datapackage.json says that cells are quoted with ${quoteChar}, which is not read: such marks stay in the cells, and a cell may be divided within them.`;
  return [{ matter: 'quotation marks', sentence, doubt: true, choices: [] }];
}
