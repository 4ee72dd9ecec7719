import type { Options } from '../plan.ts';
import type { Profile } from '../profiles/profile.ts';
import { columnFor } from './match.ts';
import type { ColumnSample } from './sample.ts';

const INCOME =
  /^(revenues?|income|receipts?|einnahmen?|ingresos?|recettes?|entrate|receitas?|dochody|incoming( funds)?|credit|inkomsten)$/;
const OUTGO =
  /^(expen[sd](es?|itures?)|spending|spend|ausgaben?|gastos?|dépenses?|depenses?|despesas?|spese|uscite|wydatki|outgoing|debit|uitgaven)$/;
/** What stands beside income and expense and is neither. */
const NEITHER =
  /^((inter.?fund |net )?transfers?( (in|out))?|financing|balances?|surplus|deficit)$/;
/** What is promised or expected. */
const PROMISED =
  /^(plan(ned)?|budget(ed)?|forecast|soll|ansatz|plan\/ansatz|estimates?|(outgoing |incoming )?commitments?|committed|pledged?|offers?|contracted|(planned|budgeted|forecast) (expenditure|spend(ing)?|income|revenue|amount|cost)|(adopted|proposed|revised|adjusted|original)( budget)?|approved budget)$/;
/** What came of it; and what is as often the state of an award as a phase of its money. */
const CAME =
  /^(actuals?|ist|rechnung|outturn|disbursements?|disbursed|spent( to date)?|actual (expenditure|spend(ing)?|income|revenue|amount|cost)|executed( budget)?|paid|approved|vorläufig|ergebnis)$/;
/** What is a phase only beside what is promised: else it is a kind of cost. */
const PAID = /^(payments?|spend(ing)?|expenditure|spent( to date)?)$/;
/** What is told of a phase against another. */
const COMPARED = /^(variances?|differences?|abweichung(en)?)$/;
/** Headers of what became of a row, which is one row in each of its states. */
const STATE = /\b(status|state|stage|outcome)\b/;

const YEAR = / *\(?\b(19|20)\d\d([-/]\d{2,4})?\b\)? */;

/** How surely a column tells amounts apart that are no sum together. */
type Telling = 'surely' | 'perhaps' | undefined;

/** A column that tells plans from what came of them, or states in which an amount counts for nothing. */
export interface PhaseFound {
  readonly sample: ColumnSample;
  readonly telling: Telling;
  /** The only words that tell apart; all of them where this is not there. */
  readonly only?: readonly string[];
}

/**
 * Whether a column tells revenue from expense: amounts of the two are no sum together. Beside capital,
 * revenue is a kind of expense.
 */
export function tellsDirection({ filled, distinct }: ColumnSample): Telling {
  if (distinct < 2 || distinct > 6) return undefined;
  const values = valuesOf(filled);
  const income = values.filter((value) => INCOME.test(value));
  if (income.length === 0 || !values.some((value) => OUTGO.test(value))) return undefined;
  const isOfCapital = values.some((value) => /\bcapital\b/.test(value));
  if (isOfCapital && income.every((value) => /^revenue/.test(value))) return undefined;
  const known = values.filter(
    (value) => [INCOME, OUTGO, NEITHER].some((words) => words.test(value)) || isPhase(value, true),
  );
  return tellingOf(known.length, values.length);
}

/** The column that tells phases of money apart, if there is one and a reader wants no single sum. */
export function phaseOf(
  samples: readonly ColumnSample[],
  kind: ColumnSample | undefined,
  profile: Profile | undefined,
  options: Options,
): PhaseFound | undefined {
  if (options.kinds !== undefined) return undefined;
  const { header, apart } = profile?.states ?? { header: '', apart: [] };
  const states = columnFor(
    samples.map(({ column }) => column),
    [header],
  );
  const known = states && samples[states.index];
  if (known) return { sample: known, telling: 'surely', only: apart };
  for (const sample of samples) {
    const telling = sample === kind ? undefined : tellsPhase(sample);
    if (telling) return { sample, telling };
  }
  return undefined;
}

/** Whether a column tells what is planned from what is spent, or what is promised from what is paid. */
function tellsPhase({ filled, distinct, words }: ColumnSample): Telling {
  if (distinct < 2 || distinct > 8) return undefined;
  const values = valuesOf(filled);
  const isPromised = values.some((value) => PROMISED.test(value));
  const phases = values.filter((value) => isPhase(value, isPromised)).length;
  const others = values.filter((value) => INCOME.test(value) || COMPARED.test(value)).length;
  if (phases < 2) return undefined;
  const telling = tellingOf(phases + others, values.length);
  if (isPromised && !STATE.test(words)) return telling;
  // Without a word for what is promised, or by its header, it may be the state that each row is in.
  return telling === 'surely' ? 'perhaps' : undefined;
}

function isPhase(value: string, besidePromised: boolean): boolean {
  return PROMISED.test(value) || CAME.test(value) || (besidePromised && PAID.test(value));
}

/** By how many of its words a column is known. */
function tellingOf(known: number, all: number): Telling {
  if (known >= all) return 'surely';
  return known * 2 > all ? 'perhaps' : undefined;
}

function valuesOf(filled: readonly string[]): string[] {
  // The year that a phase is of does not make it another.
  return [...new Set(filled.map((text) => text.toLowerCase().replace(YEAR, '')))];
}
