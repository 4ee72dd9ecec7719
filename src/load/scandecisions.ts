import { labelledOffers } from './nesting/decision.ts';
import type { Repeated } from './repeats.ts';
import type { Decision, Plan } from './plan.ts';
import type { Aside, ExactlySummed } from './scanned.ts';

/** What is said of totals among the rows: one sentence for those that agree, one for the others. */
export function totalDecisions(asides: readonly Aside[], { options }: Plan): Decision[] {
  const totals = asides.filter(({ rule }) => rule === 'total');
  const choices = labelledOffers(options, areNamed(totals));
  const say = (agrees: boolean, sentence: (count: number, found: string) => string): Decision[] => {
    const of = totals.filter((aside) => aside.agrees === agrees);
    const [first] = of;
    if (!first) return [];
    const matter = agrees ? 'totals' : 'totals that disagree';
    return [{ matter, sentence: sentence(of.length, first.found), doubt: !agrees, choices }];
  };
  return [
    ...say(true, (count, found) =>
      count === 1
        ? `A row that repeats the rows above it is left out as their total: ${found}.`
        : `${count} rows that repeat others are left out as their totals; the first: ${found}.`,
    ),
    ...say(false, (count, found) =>
      count === 1
        ? `A row called a total is left out, and does not equal the rows it stands with: ${found}.`
        : `${count} rows called totals are left out, and do not equal the rows they stand with; the first: ${found}.`,
    ),
  ];
}

/**
 * What is said of rows that may be totals, are none that can be told and are counted; nothing where `others` say
 * which rows are totals of others.
 */
export function calledDecision(
  { count, first }: { readonly count: number; readonly first: string },
  others: readonly Decision[],
  { options }: Plan,
): Decision[] {
  if (count === 0 || others.some(({ matter }) => matter === 'levels')) return [];
  const sentence =
    count === 1
      ? `A row that may be a total is counted, as nothing shows what it would be the total of: ${first}.`
      : `${count} rows that may be totals are counted, as nothing shows what they would be the totals of; the first: ${first}.`;
  const choice = (totals: 'leave out' | 'keep', words: string) => ({
    sentence: words,
    options: { ...options, totals },
  });
  const choices = [
    choice('leave out', 'Leave them out as totals'),
    choice('keep', 'Count every row'),
  ];
  return [{ matter: 'rows called totals', sentence, doubt: true, choices }];
}

/** Whether several totals differ in their words, and so tell what each is the total of. */
function areNamed(totals: readonly Aside[]): boolean {
  const words = new Set(totals.map(({ found }) => found.replace(/[^\p{L}]+/gu, ' ')));
  return totals.length > 1 && words.size === totals.length;
}

/** What is said of lines under the table; more of them than rows are a doubt. */
export function footerDecision(asides: readonly Aside[], rows: number): Decision[] {
  const footers = asides.filter(({ rule }) => rule === 'footer');
  const [first] = footers;
  if (!first) return [];
  const sentence =
    footers.length === 1
      ? `A line under the table is not a row: ${first.found}`
      : `${footers.length} lines under the table are not rows; the first: ${first.found}`;
  return [{ matter: 'footer', sentence, doubt: footers.length > rows, choices: [] }];
}

/** What is said of rows that stand in the file more than once. They are kept. */
export function repeatDecision({ count, first }: Repeated): Decision[] {
  if (count === 0) return [];
  const sentence =
    count === 1
      ? `Row ${first} repeats another cell by cell. It is kept, since equal payments are common.`
      : `${count} rows repeat another cell by cell, the first being row ${first}. They are kept, since equal payments are common.`;
  return [{ matter: 'repeated rows', sentence, doubt: false, choices: [] }];
}

/** Rows that a sheet of a spreadsheet holds, of old and now; Excel's own limits. */
const SHEETS = [65_536, 1_048_576];

/** What is said of a file that is as long as a sheet can be: what did not fit may be missing. */
export function fullDecision(records: number): Decision[] {
  if (!SHEETS.includes(records)) return [];
  const sentence = `The file has ${records} lines, as many as a spreadsheet holds: what did not fit may be missing.`;
  return [{ matter: 'length', sentence, doubt: true, choices: [] }];
}

/** What is said when amounts cannot be one sum. */
export function sumsDecision(sums: readonly ExactlySummed[]): Decision[] {
  const currencies = [...new Set(sums.map(({ currency }) => currency))];
  const kinds = [...new Set(sums.map(({ kind }) => kind))];
  const say = (matter: string, words: readonly string[]): Decision[] =>
    words.length < 2
      ? []
      : [
          {
            matter,
            sentence: `The ${matter} differ (${words.join('; ')}): there is a sum for each, and none across them.`,
            doubt: false,
            choices: [],
          },
        ];
  return [...say('currencies', currencies), ...say('kinds of money', kinds)];
}
