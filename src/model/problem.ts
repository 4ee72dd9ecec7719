/** Something in a source that could not be taken as it stands. Data is never thrown at: it is told. */
export interface Problem {
  readonly kind: string;
  /** A sentence for the reader. */
  readonly message: string;
  /** The row of the file, as a spreadsheet counts: the first is 1; absent for a problem of the whole file. */
  readonly row?: number;
  readonly column?: string;
  /** The text found there. */
  readonly found?: string;
}
