import { cellAt, isBlank } from '../table.ts';

const PAGE = /^\s*page\s*:?\s*\d+(\s*(of|\/)\s*\d+)?\s*$/i;
const SUBTOTAL = /^\s*(sub[- ]?total|total for|total:?\s*$|totals:?\s*$)/i;

/**
 * Why a file is not a table but a report meant for paper, with headings, page headers and subtotals
 * between its rows; undefined for a table.
 */
export function whyReport(
  header: readonly string[],
  body: readonly (readonly string[])[],
): string | undefined {
  const names = header.map((cell) => cell.trim());
  const filled = body.filter((cells) => !isBlank(cells));
  const count = (is: (cells: readonly string[]) => boolean) => filled.filter(is).length;
  const headers = count(
    (cells) =>
      cells.length === names.length && names.every((name, index) => cells[index]?.trim() === name),
  );
  const pages = count((cells) => cells.some((cell) => PAGE.test(cell)));
  const subtotals = count((cells) => cells.some((cell) => SUBTOTAL.test(cell)));
  const headings = count(
    (cells) =>
      cells.length > 3 &&
      cells.filter((cell) => cell.trim() !== '').length === 1 &&
      cellAt(cells, 0) !== '',
  );
  const signs = [
    headers >= 2 ? `its header again ${headers} times` : '',
    pages >= 2 ? `page numbers ${pages} times` : '',
    subtotals >= 3 && subtotals * 20 >= filled.length && (headings >= 2 || headers > 0)
      ? `subtotals ${subtotals} times`
      : '',
    headings >= 3 && headings * 10 >= filled.length && subtotals >= 2
      ? `headings ${headings} times`
      : '',
  ].filter(Boolean);
  if (signs.length === 0) return undefined;
  return `The file is a report set out for paper and not a table: between its rows it has ${signs.join(' and ')}. Ask its publisher for the table behind it, or take those lines out.`;
}
