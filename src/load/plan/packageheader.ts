import type { DataPackage } from '../formats/package.ts';
import { nameOf } from '../header.ts';
import type { Decision } from '../plan.ts';
import { isBlank } from '../table.ts';
import { findLayout, type Layout } from './layout.ts';

interface Found {
  readonly layout: Layout;
  /** True when the file has no header and nothing else names its columns. */
  readonly headless: boolean;
  readonly decisions: readonly Decision[];
}

/**
 * Finds the header as the records show it, and as a data package says whether there is one: it names
 * the columns of a file that has none. `at` is where a person said that it is.
 */
export function layoutSaid(
  head: readonly (readonly string[])[],
  at: number | undefined,
  about: DataPackage | undefined,
): Found {
  const shown = findLayout(head, at);
  const found = { layout: shown, headless: shown.header < 0, decisions: [] };
  const names = about?.columns.map(({ column }) => column) ?? [];
  if (at !== undefined || names.length === 0) return found;
  const first = head.findIndex((cells) => !isBlank(cells));
  const isNamed = areNames(head[first] ?? [], names);
  if (about?.header !== 'false') {
    if (!found.headless || !isNamed) return found;
    return { ...found, layout: findLayout(head, first), headless: false };
  }
  if (isNamed) {
    const sentence =
      'The datapackage.json says that the file has no header, but its first record names the columns; it is read as the header.';
    return {
      ...found,
      layout: findLayout(head, first),
      decisions: [headerDecision(sentence, true)],
    };
  }
  const layout = findLayout(head, -1);
  if (layout.cells.length !== names.length) {
    const sentence = `The datapackage.json names ${names.length} columns and says that the file has no header, but its records have ${layout.cells.length} cells; it is read as its records show.`;
    return { ...found, decisions: [headerDecision(sentence, true)] };
  }
  const sentence = 'The file has no header; its columns are called as the datapackage.json says.';
  return {
    layout: { ...layout, cells: names },
    headless: false,
    decisions: [headerDecision(sentence, false)],
  };
}

/** Whether most columns are called in a record by the names they have in the package. */
function areNames(cells: readonly string[], names: readonly string[]): boolean {
  const known = new Set(names.map(nameOf));
  return cells.filter((cell) => known.has(nameOf(cell))).length * 2 > names.length;
}

function headerDecision(sentence: string, doubt: boolean): Decision {
  return { matter: 'header by package', sentence, doubt, choices: [] };
}
