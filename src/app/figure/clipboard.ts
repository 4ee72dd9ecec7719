import type { Table } from '../../drawing/drawing.ts';

const NOT_ALLOWED =
  'This browser does not let the page write to the clipboard. Save it as a file instead.';

/**
 * Puts one thing on the clipboard in several forms, by their media types. The forms may still be in
 * the making: browsers want to be asked while the click lasts. Rejects with a sentence.
 */
export async function copy(forms: Readonly<Record<string, Promise<Blob>>>): Promise<void> {
  // Without a secure connection there is no clipboard, whatever the types say.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (!clipboard || typeof ClipboardItem === 'undefined') throw new Error(NOT_ALLOWED);
  try {
    await clipboard.write([new ClipboardItem(forms)]);
  } catch (error) {
    // What a form failed with is told; the browser's own refusals are not sentences for readers.
    await Promise.all(Object.values(forms));
    throw new Error(NOT_ALLOWED, { cause: error });
  }
}

/** A table as text that spreadsheets take apart again: tabs between cells, a line for each row. */
export function tableText({ columns, rows }: Table): string {
  const lines = [columns.map(({ label }) => label), ...rows.map(({ cells }) => cells)];
  return lines.map((cells) => cells.map((cell) => cell.replace(/\s+/g, ' ')).join('\t')).join('\n');
}
