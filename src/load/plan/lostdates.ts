import { dayOf } from '../../model/period.ts';
import { parseDateText } from '../datetext.ts';
import { monthNamed } from '../monthnames.ts';
import type { Decision, Options, RoleName } from '../plan.ts';
import { isEnd, isStart, type DateColumn } from './datechoice.ts';
import { dateStyleOf } from './datestyle.ts';
import type { ColumnSample } from './sample.ts';
import { DATE, MONEY, NUMBERED, ON_DAY, PRICED, weigh } from './words.ts';

/** A header that says date; "Data" is one in many languages and something else in English. */
const SAYS_DATE =
  /(?<!\bto )(?<!up|man|i)dates?\b|datum\b|fecha|\bdato\b|^data( (di|de|do|da|del|della|zawarcia|podpisania|płatności)\b.*)?$/;
/** What makes it a header of words about dates. */
const ABOUT_DATES =
  /\b(notes?|comments?|remarks?|type|format|description|text|source|quality|precision|status|flag|basis|name|by)\b/;

/** Days of money that people still write down; other numbers of five digits are seldom days. */
const FIRST_DAY = dayOf(1990, 1, 1);
const LAST_DAY = dayOf(2040, 1, 1);

/**
 * Doubts the columns that are dates by their header, and would be used, but not by most of their
 * cells: without a word the file would seem to have no dates, or those of another column.
 */
export function lostDates(
  samples: readonly ColumnSample[],
  mapping: ReadonlyMap<RoleName, number>,
  dates: readonly DateColumn[],
  options: Options,
): Decision[] {
  if ([options.date, options.start, options.end].some((said) => said !== undefined)) return [];
  const chosen = dates.find(({ sample }) => sample.column.index === mapping.get('date'));
  const isUsed = (sample: ColumnSample) => {
    const role = roleOf(sample);
    const weight = weigh(sample.words, DATE);
    if (role === 'date') return weight > (chosen?.weight ?? 0);
    return !mapping.has('date') && !mapping.has(role);
  };
  return samples
    .filter((sample) => !dates.some((date) => date.sample === sample))
    .filter((sample) => sample.filled.length > 0 && isUsed(sample))
    .flatMap((sample) => {
      if (saysDate(sample)) return [lostDoubt(sample, options)];
      return !chosen && mayBeDays(sample) ? [plainDoubt(sample, options)] : [];
    });
}

function saysDate({ words, filled }: ColumnSample): boolean {
  if (ABOUT_DATES.test(words) || PRICED.test(words)) return false;
  if (words === 'data') return filled.some(tellsDay);
  // Things are published on a site as well as on a day.
  return SAYS_DATE.test(words) || (ON_DAY.test(words) && filled.some((text) => /\d/.test(text)));
}

/** Whether a cell is a date, or has a number and the name of a month, and is more than a number. */
function tellsDay(text: string): boolean {
  if (!/\d\P{N}|\P{N}\d/u.test(text)) return false;
  const { share } = dateStyleOf({ filled: [text] });
  return share > 0 || (text.match(/\p{L}+/gu) ?? []).some((word) => monthNamed(word));
}

/** Whether a column of plain numbers, under what is done on a day, may be days that a spreadsheet counts. */
function mayBeDays({ words, filled }: ColumnSample): boolean {
  if (weigh(words, DATE) <= 0 || weigh(words, MONEY) > 0) return false;
  if (/action\b/.test(words) || NUMBERED.test(words) || PRICED.test(words)) return false;
  return filled.every(isOurDay);
}

function isOurDay(serial: string): boolean {
  const day = parseDateText(serial, 'excel serial');
  return typeof day === 'object' && day.start >= FIRST_DAY && day.start < LAST_DAY;
}

function roleOf(sample: ColumnSample): 'date' | 'start' | 'end' {
  if (isStart(sample)) return 'start';
  return isEnd(sample) ? 'end' : 'date';
}

function lostDoubt(sample: ColumnSample, options: Options): Decision {
  const { filled, column } = sample;
  const { style } = dateStyleOf(sample);
  const unread = filled.filter((text) => !parseDateText(text, style));
  const read = filled.length - unread.length;
  const count = read === 0 ? 'none' : `only ${read}`;
  const why = `because ${count} of the ${filled.length} cells looked at can be; "${unread[0] ?? filled[0]}" cannot`;
  return unreadDoubt(sample, `"${column.label}" is not read as dates, ${why}.`, options);
}

function plainDoubt(sample: ColumnSample, options: Options): Decision {
  const why = `though numbers such as "${sample.filled[0]}" may be days as a spreadsheet counts them`;
  return unreadDoubt(sample, `"${sample.column.label}" is not read as dates, ${why}.`, options);
}

function unreadDoubt(sample: ColumnSample, sentence: string, options: Options): Decision {
  const { label } = sample.column;
  return {
    matter: 'dates not read',
    column: label,
    sentence,
    doubt: true,
    choices: [
      {
        sentence: `Read "${label}" as dates all the same`,
        options: { ...options, [roleOf(sample)]: label },
      },
    ],
  };
}
