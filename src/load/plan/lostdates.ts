import { parseDateText } from '../datetext.ts';
import type { Decision, Options, RoleName } from '../plan.ts';
import { isEnd, isStart, type DateColumn } from './datechoice.ts';
import { dateStyleOf } from './datestyle.ts';
import type { ColumnSample } from './sample.ts';
import { DATE, PRICED, weigh } from './words.ts';

/** A header that says date; "Data" is one in many languages and something else in English. */
const SAYS_DATE =
  /(?<!\bto )(?<!up|man|i)dates?\b|datum\b|fecha|\bdato\b|^data( (di|de|do|da|del|della|zawarcia|podpisania|płatności)\b.*)?$/;
/** What makes it a header of words about dates. */
const ABOUT_DATES =
  /\b(notes?|comments?|remarks?|type|format|description|text|source|quality|precision|status|flag|basis|name|by)\b/;

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
  if (options.date ?? options.start ?? options.end) return [];
  const chosen = dates.find(({ sample }) => sample.column.index === mapping.get('date'));
  const isUsed = (sample: ColumnSample) => {
    const role = roleOf(sample);
    const weight = weigh(sample.words, DATE);
    if (role === 'date') return weight > (chosen?.weight ?? 0);
    return !mapping.has('date') && !mapping.has(role);
  };
  return samples
    .filter((sample) => !dates.some((date) => date.sample === sample))
    .filter(({ filled, words }) => filled.length > 0 && saysDate(words))
    .filter((sample) => isUsed(sample))
    .map((sample) => lostDoubt(sample, options));
}

function saysDate(words: string): boolean {
  return SAYS_DATE.test(words) && !ABOUT_DATES.test(words) && !PRICED.test(words);
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
  return {
    matter: 'dates not read',
    column: column.label,
    sentence: `"${column.label}" is not read as dates, because ${count} of the ${filled.length} cells looked at can be; "${unread[0] ?? filled[0]}" cannot.`,
    doubt: true,
    choices: [
      {
        sentence: `Read "${column.label}" as dates all the same`,
        options: { ...options, [roleOf(sample)]: column.label },
      },
    ],
  };
}
