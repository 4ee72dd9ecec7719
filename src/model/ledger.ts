import type { MeasureId } from './measure.ts';
import { addSums, sameSum, totalOf, NOTHING, type Sum } from './sum.ts';

/** A part of the file left out of a sum by one named rule. */
export interface LeftOut {
  readonly rule: 'another measure' | 'size not stated';
  readonly measure: MeasureId;
  readonly rows: number;
  readonly sum: Sum;
}

/** Where every row of the file went, for one measure under one selection. */
export interface Ledger {
  readonly measure: MeasureId;
  readonly shown: { readonly rows: number; readonly sum: Sum };
  readonly filtered: { readonly rows: number; readonly sum: Sum };
  readonly leftOut: readonly LeftOut[];
  readonly unread: { readonly rows: number };
  readonly file: {
    readonly rows: number;
    readonly sums: readonly { readonly measure: MeasureId; readonly sum: Sum }[];
  };
}

/** True when the four parts equal the file, in rows and, measure by measure, in money. */
export function closes(ledger: Ledger): boolean {
  const rowsOut = ledger.leftOut.reduce((rows, part) => rows + part.rows, 0);
  const rows = ledger.shown.rows + ledger.filtered.rows + rowsOut + ledger.unread.rows;
  return (
    rows === ledger.file.rows &&
    ledger.file.sums.every(({ measure, sum }) => {
      const out = totalOf(
        ledger.leftOut.filter((part) => part.measure === measure).map((part) => part.sum),
      );
      const here =
        measure === ledger.measure ? addSums(ledger.shown.sum, ledger.filtered.sum) : NOTHING;
      return sameSum(addSums(here, out), sum);
    })
  );
}
