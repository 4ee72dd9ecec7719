import type { ColumnSample } from './sample.ts';

const INCOME =
  /^(revenues?|income|receipts?|einnahmen?|ingresos?|recettes?|entrate|receitas?|dochody|incoming( funds)?|credit|inkomsten)$/;
const OUTGO =
  /^(expen[sd](es?|itures?)|spending|spend|ausgaben?|gastos?|dépenses?|depenses?|despesas?|spese|uscite|wydatki|outgoing|debit|uitgaven)$/;
const PHASES =
  /^(plan(ned)?|budget(ed)?|actuals?|forecast|ist|soll|ansatz|rechnung|outturn|estimates?|(outgoing |incoming )?commitments?|disbursements?|committed|disbursed|offers?|payments?|(planned|actual|budgeted|forecast) (expenditure|spend(ing)?|income|revenue|amount|cost)|spen[dt]( to date)?|spending|expenditure|(adopted|approved|proposed|revised|executed|adjusted|original)( budget)?|executed|pledge|paid|contracted|approved|vorläufig|ergebnis|plan\/ansatz)$/;

const YEAR = / *\(?\b(19|20)\d\d([-/]\d{2,4})?\b\)? */;

/** A column that tells revenue from expense: amounts of the two are no sum together. */
export function tellsDirection({ filled, distinct }: ColumnSample): boolean {
  if (distinct < 2 || distinct > 6) return false;
  const values = valuesOf(filled);
  // What is neither, such as a transfer, is no sum with either.
  return values.some((value) => INCOME.test(value)) && values.some((value) => OUTGO.test(value));
}

/** A column that tells what is planned from what is spent, or what is promised from what is paid. */
export function tellsPhase({ filled, distinct }: ColumnSample): boolean {
  if (distinct < 2 || distinct > 8) return false;
  const values = valuesOf(filled);
  const phases = values.filter((value) => PHASES.test(value)).length;
  return phases >= 2 && phases * 2 > values.length;
}

function valuesOf(filled: readonly string[]): string[] {
  // The year that a phase is of does not make it another.
  return [...new Set(filled.map((text) => text.toLowerCase().replace(YEAR, '')))];
}
