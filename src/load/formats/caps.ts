/** What a packed or structured file may grow to, so that a hostile one costs little before it is refused. */

const MB = 1_000_000;

/** The most bytes one packed file may unpack to; what is not packed has no such bound. */
export const MOST_UNPACKED = 1_000 * MB;

/** Up to this size any rate of packing is taken: tables of blanks pack very well. */
export const FREE_UNPACKED = 64 * MB;

/** Above that, the most bytes that one packed byte may become. Real tables reach about 30. */
export const MOST_RATIO = 100;

/** Entries in a zip; a spreadsheet has some dozens, a yearly archive some hundreds. */
export const MOST_ENTRIES = 10_000;

/** Packed files inside packed files: a zip that holds a .csv.gz is two deep. */
export const MOST_NESTING = 3;

/** JSON is held as one text while it is read. */
export const LARGEST_JSON = 200 * MB;

/** JSON inside JSON. */
export const DEEPEST_JSON = 100;

/** Columns a table may have; spreadsheets end at 16,384. */
export const MOST_COLUMNS = 20_000;

/** Characters in the shared texts of a workbook, which are held while its sheets are read. */
export const MOST_SHARED_TEXT = 200 * MB;

/** Characters of one cell or one name in a spreadsheet's XML. */
export const LARGEST_TEXT = 50 * MB;

/** Records handed over at once. */
export const BATCH = 1_000;
