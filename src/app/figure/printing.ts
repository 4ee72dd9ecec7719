import { mount, tick, unmount } from 'svelte';
import type { Sheet } from '../../export/sheet.ts';
import PrintedSheet from './PrintedSheet.svelte';

/** What brings the reader back here when a browser does not say that it has printed. */
const RETURNS = ['afterprint', 'pointerdown', 'keydown'] as const;

/**
 * Prints a sheet alone, on paper of its size, with its table on the pages after it: brings up the
 * browser's print dialog, which can save it as a PDF. Resolves when the reader is back.
 */
export async function printSheet(sheet: Sheet, title: string, withTable: boolean): Promise<void> {
  const { physical } = sheet;
  const paper = new CSSStyleSheet();
  if (physical) {
    const size = `size: ${physical.width}mm ${physical.height}mm`;
    paper.replaceSync(`@page { ${size}; margin: 10mm } @page :first { margin: 0 }`);
  }
  const titleBefore = document.title;
  document.adoptedStyleSheets.push(paper);
  // The title is what the browser proposes as the name of the file.
  document.title = title;
  const printed = mount(PrintedSheet, { target: document.body, props: { sheet, withTable } });
  await tick();
  await document.fonts.ready;
  const back = new Promise<void>((resolve) => {
    for (const event of RETURNS) addEventListener(event, () => resolve(), { once: true });
  });
  window.print();
  await back;
  await unmount(printed);
  document.title = titleBefore;
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== paper);
}
