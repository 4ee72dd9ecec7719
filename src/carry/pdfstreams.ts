import { bytesOf, indexOf, latin1 } from './bytes.ts';
import { inflatedZlib } from './inflated.ts';

/** Bytes that one stream may unpack to, and all of them together. */
const MOST_STREAM = 12_000_000;
const MOST_TOGETHER = 100_000_000;
/** How far before its stream a dictionary is looked for. */
const LONGEST_DICTIONARY = 2_000;
const STREAM = bytesOf('stream');
const END = bytesOf('endstream');
const [CR, LF] = [13, 10];

/**
 * What is packed with deflate in a PDF, stream by stream (ISO 32000-1, 7.3.8): object streams,
 * attachments, metadata. Pictures and typefaces are passed over. The file is only looked through,
 * never followed: its directory may say what it likes.
 */
export function* pdfStreams(pdf: Uint8Array): Generator<Uint8Array> {
  let together = 0;
  for (let at = indexOf(pdf, STREAM, 0); at >= 0;) {
    let from = at + STREAM.length;
    if (pdf[from] === CR) from += 1;
    if (pdf[from] === LF) from += 1;
    const end = indexOf(pdf, END, from);
    if (end < 0 || together > MOST_TOGETHER) return;
    if (isWanted(dictionaryBefore(pdf, at))) {
      const { bytes } = inflatedZlib(pdf.subarray(from, end), MOST_STREAM);
      together += bytes.length;
      yield bytes;
    }
    at = indexOf(pdf, STREAM, end + END.length);
  }
}

function dictionaryBefore(pdf: Uint8Array, at: number): string {
  const text = latin1(pdf.subarray(Math.max(0, at - LONGEST_DICTIONARY), at));
  return text.slice(text.lastIndexOf(' obj') + 1);
}

function isWanted(dictionary: string): boolean {
  return (
    dictionary.includes('FlateDecode') &&
    !/\/Subtype\s*\/Image|\/Length1\b|\/FunctionType|\/CIDFontType0C|\/Type1C/.test(dictionary)
  );
}
