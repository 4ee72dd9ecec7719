import type { ColumnSample } from './sample.ts';

const INCOME =
  /^(revenues?|income|receipts?|einnahmen?|ingresos?|recettes?|entrate|incoming( funds)?|credit|inkomsten)$/;
const OUTGO =
  /^(expen[sd](es?|itures?)|spending|spend|ausgaben?|gastos?|dépenses?|depenses?|spese|outgoing|debit|uitgaven)$/;
const PHASES =
  /^(plan(ned)?|budget(ed)?|actuals?|forecast|ist|soll|ansatz|rechnung|outturn|estimates?|commitments?|disbursements?|(adopted|approved|proposed|revised|executed|adjusted|original)( budget)?|executed|pledge|paid|contracted|approved|vorläufig|ergebnis|plan\/ansatz)$/;

/** A column that tells revenue from expense: amounts of the two are no sum together. */
export function tellsDirection({ filled, distinct }: ColumnSample): boolean {
  if (distinct < 2 || distinct > 6) return false;
  const values = valuesOf(filled);
  return (
    values.every((value) => INCOME.test(value) || OUTGO.test(value)) &&
    values.some((value) => INCOME.test(value)) &&
    values.some((value) => OUTGO.test(value))
  );
}

/** A column that tells what is planned from what is spent, or what is promised from what is paid. */
export function tellsPhase({ filled, distinct }: ColumnSample): boolean {
  return distinct >= 2 && distinct <= 8 && valuesOf(filled).every((value) => PHASES.test(value));
}

function valuesOf(filled: readonly string[]): string[] {
  return [...new Set(filled.map((text) => text.toLowerCase()))];
}
