/** The longest file read as one text; engines hold no string much longer. */
const LARGEST = 400_000_000;

/**
 * The text of a file. A file is decoded strictly and as a whole: one byte that is not UTF-8, however
 * far in, means that the file is something else, and guessing would change names and amounts.
 */
export function decodeText(
  bytes: Uint8Array,
): { readonly text: string } | { readonly refused: string } {
  if (bytes.length === 0) return { refused: 'The file is empty.' };
  if (bytes.length > LARGEST) return { refused: 'The file is larger than 400 MB.' };
  if (bytes.includes(0)) {
    return {
      refused:
        'The file is not UTF-8 text: it holds NUL bytes, as spreadsheets and UTF-16 files do. ' +
        'Save it as CSV UTF-8.',
    };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.trim() === '' ? { refused: 'The file is empty.' } : { text };
  } catch {
    return { refused: 'The file is not UTF-8 text. Save it as CSV UTF-8.' };
  }
}

/**
 * Bytes as text, strictly; throws a TypeError for bytes that the encoding does not have. `cut` when
 * they may end within a character, which is then left out.
 */
export function decodeAs(bytes: Uint8Array, encoding: string, cut = false): string {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  // Node 20 reads Windows-1252 as Latin-1 unless it is told that more will come.
  const text = decoder.decode(bytes, { stream: true });
  return cut ? text : text + decoder.decode();
}
