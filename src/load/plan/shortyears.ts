import { parseDateText } from '../datetext.ts';
import type { Decision, Options } from '../plan.ts';

/** Two digits at both ends, of which either may be the year: 19-01-05. */
const TWO_ENDS = /^(\d{2})([-/. ])\s?\d{1,2}\2\s?(\d{2})(?!\d)/;
/** The rarer of two parts is the year when the other has so many values, or three times as many. */
const MANY = 6;
const FEW = 4;

/** Where the year of two digits stands in a column of such dates. */
export interface ShortYears {
  readonly atFront: boolean;
  /** True when the cells do not tell, or hardly. */
  readonly doubt: boolean;
  readonly example: string;
}

/**
 * Tells by all cells together which end of 19-01-05 is its year: the one that varies less. Undefined
 * for columns whose cells have no such ends, or in which the first hardly ever can be a year.
 */
export function shortYearsOf(filled: readonly string[]): ShortYears | undefined {
  const ends = filled.filter((text) => TWO_ENDS.test(text));
  const [example] = ends;
  if (example === undefined) return undefined;
  const asFront = ends.filter((text) => parseDateText(text, 'short year first')).length;
  const asLast = Math.max(
    ends.filter((text) => parseDateText(text, 'day first')).length,
    ends.filter((text) => parseDateText(text, 'month first')).length,
  );
  if (asFront * 2 <= ends.length) return undefined;
  if (asLast * 2 <= ends.length) return { atFront: true, doubt: false, example };
  const front = distinct(ends, 1);
  const last = distinct(ends, 3);
  // Nobody is known to write 19/01/05 or 19.01.05 for a day of 2019.
  const isDashed = ends.every((text) => text.charAt(2) === '-');
  if (!isDashed) return { atFront: false, doubt: isClear(front, last), example };
  const atFront = front < last;
  return { atFront, doubt: !isClear(Math.min(front, last), Math.max(front, last)), example };
}

/** Whether one part varies so little beside the other that it must be the year. */
function isClear(less: number, more: number): boolean {
  return (less === 1 && more >= FEW) || (less * 3 <= more && more >= MANY);
}

function distinct(texts: readonly string[], part: 1 | 3): number {
  return new Set(texts.map((text) => TWO_ENDS.exec(text)?.[part])).size;
}

/** What is said of a column in which either end may be the year. */
export function shortYearsDecision(
  label: string,
  { atFront, doubt, example }: ShortYears,
  options: Options,
): Decision[] {
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
