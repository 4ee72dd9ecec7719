import { BLANK } from '../../model/dimension.ts';
import type { Decision, Options } from '../plan.ts';
import type { Reading } from '../rows.ts';
import type { Nesting } from './nesting.ts';

type How = NonNullable<Options['totals']>;

const SHOWN_BY: Record<Nesting['by'], string> = {
  codes: 'whose codes begin as theirs does',
  levels: 'of the level under them',
  labels: 'they stand with',
  sums: 'they stand with',
};

const OFFERS: readonly { readonly how: How; readonly sentence: string }[] = [
  { how: 'leave out', sentence: 'Keep the detail, leave the totals out' },
  { how: 'only', sentence: 'Keep the totals, leave the detail out' },
  { how: 'levels', sentence: 'Treat them as levels' },
  { how: 'keep', sentence: 'Count every row' },
];

/** What is said of rows that equal the sum of others, with the other ways to count them. */
export function nestingDecision(
  reading: Reading,
  nesting: Nesting,
  how: How,
  named: boolean,
  options: Options,
): Decision {
  const { totals, by } = nesting;
  const asked = options.totals === undefined;
  return {
    matter: 'levels',
    sentence: `${subject(reading, totals)} of the rows ${SHOWN_BY[by]}; ${outcome(how, totals.length, asked)}.`,
    doubt: asked,
    choices: OFFERS.filter((offer) => offer.how !== how && (offer.how !== 'levels' || named)).map(
      ({ how: totals, sentence }) => ({ sentence, options: { ...options, totals } }),
    ),
  };
}

/**
 * The other ways to count rows that are called totals, where those are left out; `named` when each of
 * several says what it is the total of, so that they can be levels.
 */
export function labelledOffers(options: Options, named: boolean): Decision['choices'] {
  return OFFERS.filter(({ how }) => how !== 'leave out' && (how !== 'levels' || named)).map(
    ({ how: totals, sentence }) => ({ sentence, options: { ...options, totals } }),
  );
}

/** What is said when rows called totals were to be kept and none equals the rows it stands with. */
export function strayDecision(count: number): Decision {
  const sentence = `${count === 1 ? 'A row called a total does' : `${count} rows called totals do`} not equal the rows ${count === 1 ? 'it stands' : 'they stand'} with, and ${count === 1 ? 'is' : 'are'} left out.`;
  return { matter: 'levels', sentence, doubt: true, choices: [] };
}

function subject({ record, dimensions, texts }: Reading, [first, ...more]: readonly number[]) {
  const row = first ?? 0;
  const words = [...dimensions, ...texts]
    .filter(({ values }) => values.length > 1)
    .map(({ values, codes }) => values[codes[row]!] ?? '')
    .filter((text) => text !== BLANK && /\p{L}{3}/u.test(text));
  const called = words[0] === undefined ? '' : `, "${words[0]}"`;
  return more.length === 0
    ? `Row ${record[row]}${called}, equals the sum`
    : `${more.length + 1} rows, the first being row ${record[row]}${called}, equal the sums`;
}

function outcome(how: How, count: number, asked: boolean): string {
  const one = count === 1;
  switch (how) {
    case 'leave out':
      return one ? 'it is left out as their total' : 'they are left out as their totals';
    case 'only':
      return one
        ? 'it is counted, and what it adds up is left out'
        : 'they are counted, and what they add up is left out';
    case 'levels':
      return one
        ? 'it is the level above them, and left out as their total'
        : 'they are the levels above them, and left out as their totals';
    case 'keep':
      return asked
        ? `if ${one ? 'it is their total' : 'they are their totals'}, the sum counts everything twice`
        : `${one ? 'it is' : 'they are'} counted all the same`;
  }
}
