import Papa from 'papaparse';

export interface Records {
  /** Every record of the text, blank ones too, so that positions match the file. */
  readonly records: readonly (readonly string[])[];
  /** Positions of records in which a quotation mark stands where none can. */
  readonly misquoted: ReadonlySet<number>;
}

/**
 * Splits CSV text into records of cells. Records are arrays and never objects named by a header,
 * which would lose a column called `__proto__` and every duplicate.
 */
export function splitRecords(text: string, delimiter: string): Records {
  // Files mix line ends, also inside quoted cells; one kind of line end joins no two records.
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  const { data, errors } = Papa.parse<string[]>(lines, {
    newline: '\n',
    delimiter,
  });
  const misquoted = new Set<number>();
  for (const { type, row } of errors) {
    if (type === 'Quotes' && row !== undefined) misquoted.add(row);
  }
  // The line end of the last line does not begin another.
  const ended = lines.endsWith('\n') && data.length > 1 && data.at(-1)?.join('') === '';
  return { records: ended ? data.slice(0, -1) : data, misquoted };
}
