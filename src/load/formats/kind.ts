/** What a file is by its first bytes; `refused` is a sentence for the reader. */
export type Kind =
  { readonly is: 'text' | 'json' | 'gzip' | 'zip' | 'parquet' } | { readonly refused: string };

/** How many bytes from the start of a file `kindOf` wants to see. */
export const HEAD_SIZE = 4096;

const SAVE_AS = 'Save it as CSV or XLSX and open that.';
const UNPACK = 'Unpack it and open the file inside.';
const NO_DATA = 'Open the CSV, spreadsheet or JSON file that holds the figures.';
const PDF =
  'This is a PDF document, whatever its name says. Tables cannot be read reliably from a PDF: ask ' +
  'the publisher for the data as CSV or XLSX.';

/** Files that are known by their first bytes, as characters of one byte each, and are not read. */
const FOREIGN: readonly (readonly [start: string, sentence: string])[] = [
  ['%PDF-', PDF],
  ['\x89PNG', `This is a picture (PNG). ${NO_DATA}`],
  ['\xff\xd8\xff', `This is a picture (JPEG). ${NO_DATA}`],
  ['GIF8', `This is a picture (GIF). ${NO_DATA}`],
  ['II*\0', `This is a picture (TIFF). ${NO_DATA}`],
  ['MM\0*', `This is a picture (TIFF). ${NO_DATA}`],
  ['{\\rtf', `This is a word processor document (RTF). ${NO_DATA}`],
  ['7z\xbc\xaf\x27\x1c', `This is a 7-Zip archive. ${UNPACK}`],
  ['Rar!\x1a\x07', `This is a RAR archive. ${UNPACK}`],
  ['BZh', `This is a file packed with bzip2. ${UNPACK}`],
  ['\xfd7zXZ\0', `This is a file packed with xz. ${UNPACK}`],
  ['\x28\xb5\x2f\xfd', `This is a file packed with Zstandard. ${UNPACK}`],
  ['SQLite format 3\0', 'This is an SQLite database. Export the table as CSV and open that.'],
  ['\0\x01\0\0Standard ', 'This is an Access database. Export the table as CSV and open that.'],
  ['ARROW1', 'This is an Arrow file. Write it as Parquet or CSV and open that.'],
  ['Obj\x01', 'This is an Avro file. Write it as Parquet or CSV and open that.'],
];

const OLD_OFFICE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

/** Kinds of XML and HTML, the telling element of each within the first bytes. */
const MARKUP: readonly (readonly [telling: RegExp, sentence: string])[] = [
  [
    /<html|<!doctype html|<head[\s>]|<body[\s>]/i,
    'This is a web page, not a data file. The link may lead to a page about the file, or to a ' +
      'sign-in: download the file itself. If it opens in a spreadsheet, save it as CSV or XLSX.',
  ],
  [/<table[\s>]/i, `This is a table of a web page. Open it in a spreadsheet. ${SAVE_AS}`],
  [/<\?mso-application|urn:schemas-microsoft-com:office:spreadsheet/, oldXml('an Excel 2003')],
  [/<office:document/, oldXml('a flat OpenDocument')],
  [
    /<iati-(activities|organisations)/,
    'This is IATI in XML. Download the same activities as CSV, for instance from the IATI Datastore.',
  ],
];

function oldXml(what: string): string {
  return `This is ${what} spreadsheet in XML. ${SAVE_AS}`;
}

/**
 * What a file is: by its first bytes, and by its name only where these leave it open. `tail` is the
 * last four bytes, by which a Parquet file is known for certain.
 */
export function kindOf(head: Uint8Array, tail: Uint8Array, name: string): Kind {
  const start = latin1(head);
  if (start === '') return { refused: 'The file is empty.' };
  if (start.startsWith('\x1f\x8b')) return { is: 'gzip' };
  if (/^PK(\x03\x04|\x05\x06|\x07\x08)/.test(start)) return { is: 'zip' };
  if (start.startsWith('PAR1')) {
    if (latin1(tail) === 'PAR1') return { is: 'parquet' };
    return { refused: 'This Parquet file is cut off: its end is missing. Download it again.' };
  }
  if (start.startsWith('PARE')) return { refused: 'This Parquet file is encrypted.' };
  if (start.startsWith(OLD_OFFICE)) return { refused: oldOffice(start, name) };
  const foreign = FOREIGN.find(([magic]) => start.startsWith(magic));
  if (foreign) return { refused: foreign[1] };
  if (start.startsWith('ustar', 257)) return { refused: `This is a tar archive. ${UNPACK}` };
  if (/%PDF-\d/.test(start.slice(0, 1024))) return { refused: PDF };
  return kindOfText(start, name);
}

function kindOfText(start: string, name: string): Kind {
  const trimmed = start.replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').replace(/\0/g, '');
  const first = trimmed.trimStart();
  if (first.startsWith('<')) {
    const markup = MARKUP.find(([telling]) => telling.test(first));
    if (markup) return { refused: markup[1] };
    if (/^<\?xml|^<[\w:-]+[^<]*>\s*</.test(first)) {
      return { refused: 'This is an XML file, which is not read. Look for the same data as CSV.' };
    }
  }
  if (isBinary(start)) {
    return { refused: `This is not a text file, nor any kind that is read here. ${NO_DATA}` };
  }
  const looksJson = /^(\{\s*("|\}|$)|\[\s*(["{[\]\d-]|$))/.test(first);
  const namedJson = /\.(json|jsonl|ndjson|geojson)$/i.test(name);
  return { is: looksJson || (namedJson && /^[{[]/.test(first)) ? 'json' : 'text' };
}

/**
 * True when control characters that no text holds are many. The odd NUL is a fault in a text, which
 * its reader reports; in UTF-16 every other byte is one.
 */
function isBinary(start: string): boolean {
  const controls = (start.match(/[\x01-\x08\x0e-\x1a\x1c-\x1f]/g) ?? []).length;
  return controls > start.length / 20;
}

function oldOffice(start: string, name: string): string {
  const plain = start.replace(/\0/g, '');
  if (plain.includes('EncryptedPackage') || plain.includes('EncryptionInfo')) {
    return 'This spreadsheet is protected by a password. Save it without one and open that.';
  }
  if (/\.docx?$/i.test(name)) return `This is a Word document. ${NO_DATA}`;
  if (/\.pptx?$/i.test(name)) return `This is a PowerPoint presentation. ${NO_DATA}`;
  return (
    'This is a file of Office before 2007, most likely an old Excel workbook (.xls). Open it in a ' +
    `spreadsheet. ${SAVE_AS}`
  );
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
