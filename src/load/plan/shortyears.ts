import { dayOf } from '../../model/period.ts';
import { parseDateText } from '../datetext.ts';
import type { DateStyle, Decision, Options } from '../plan.ts';
import { yearEndOf, type TwoEnds } from './yearend.ts';

/** Two digits at both ends, of which either may be the year: 19-01-05. */
const TWO_ENDS = /^(\d{2})([-/. ])\s?(\d{1,2})\2\s?(\d{2})(?!\d)/;
/** Hardly any money is of a later year. */
const LATEST = dayOf(2031, 1, 1);

/** Where the year of two digits stands in a column of such dates. */
export interface ShortYears {
  readonly atFront: boolean;
  /**
   * What tells: the other end can hardly be a year, the cells together show it, nobody is known to
   * write such dates otherwise, or nothing.
   */
  readonly by: 'only' | 'shown' | 'usual' | 'nothing';
  readonly example: string;
  readonly separator: string;
}

/**
 * Tells by all cells together which end of 19-01-05 is its year. Undefined for columns whose cells
 * have no such ends.
 */
export function shortYearsOf(filled: readonly string[]): ShortYears | undefined {
  const texts = filled.filter((text) => TWO_ENDS.test(text));
  const [example] = texts;
  if (example === undefined) return undefined;
  const separator = example.charAt(2);
  const found = (atFront: boolean, by: ShortYears['by']) => ({ atFront, by, example, separator });
  const ways = texts.map(waysToRead);
  const asFront = ways.filter(({ front }) => front).length;
  const asLast = ways.filter(({ last }) => last).length;
  if (asFront * 2 <= texts.length) return found(false, 'only');
  if (asLast * 2 <= texts.length) return found(true, 'only');
  // One cell that is no day one way may be a slip; several are not.
  const atFront =
    Math.abs(asFront - asLast) > Math.max(1, texts.length / 20)
      ? asFront > asLast
      : yearEndOf(texts.flatMap(endsOf));
  // Nobody is known to write 19/01/05 or 19.01.05 for a day of 2019.
  if (!texts.every((text) => text.charAt(2) === '-')) {
    return found(false, atFront ? 'nothing' : 'usual');
  }
  return atFront === undefined ? found(false, 'nothing') : found(atFront, 'shown');
}

/** Whether a date can be read with the year at either end; a late year is read only where it must be. */
function waysToRead(text: string): { readonly front: boolean; readonly last: boolean } {
  const front = startOf(text, 'short year first');
  const last = Math.min(startOf(text, 'day first'), startOf(text, 'month first'));
  const latest = Math.min(front, last) < LATEST ? LATEST : Infinity;
  return { front: front < latest, last: last < latest };
}

function startOf(text: string, style: DateStyle): number {
  const period = parseDateText(text, style);
  return typeof period === 'object' ? period.start : Infinity;
}

function endsOf(text: string): TwoEnds[] {
  const [, front, , month, back] = TWO_ENDS.exec(text) ?? [];
  return back === undefined
    ? []
    : [{ front: Number(front), month: Number(month), back: Number(back) }];
}

/** The same with what the cells of a column do not tell taken from another of the file that shows it. */
export function settledBy(
  shortYears: ShortYears,
  others: readonly (ShortYears | undefined)[],
): ShortYears {
  if (shortYears.by !== 'nothing') return shortYears;
  const shown = others.find(
    (other) =>
      other?.separator === shortYears.separator && (other.by === 'only' || other.by === 'shown'),
  );
  return shown ? { ...shortYears, atFront: shown.atFront, by: 'shown' } : shortYears;
}

/** What is said of a column in which either end may be the year. */
export function shortYearsDecision(
  label: string,
  { atFront, by, example }: ShortYears,
  options: Options,
): Decision[] {
  const doubt = by === 'nothing';
  if (!atFront && !doubt) return [];
  const [read, other] = atFront ? ['begin', 'end'] : ['end', 'begin'];
  return [
    {
      matter: 'date year',
      column: label,
      sentence: `Dates in "${label}", such as "${example}", are taken to ${read} with the year${doubt ? `; they may as well ${other} with it` : ', as all of them together tell'}.`,
      doubt,
      choices: atFront
        ? [
            {
              sentence: 'They end with the year, the day first',
              options: { ...options, dateOrder: 'day first' },
            },
            {
              sentence: 'They end with the year, the month first',
              options: { ...options, dateOrder: 'month first' },
            },
          ]
        : [
            {
              sentence: 'They begin with the year',
              options: { ...options, dateOrder: 'year first' },
            },
          ],
    },
  ];
}
