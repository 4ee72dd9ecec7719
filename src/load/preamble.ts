import type { Problem } from '../model/problem.ts';

/** What the lines `# key: value` before a header may say. */
const KEYS = [
  'id',
  'title',
  'publisher',
  'published',
  'link',
  'licence',
  'licence link',
  'note',
  'milestones',
  'statistics',
  'pledges',
] as const;
export type PreambleKey = (typeof KEYS)[number];

export interface Preamble {
  readonly values: ReadonlyMap<PreambleKey, string>;
  readonly problems: readonly Problem[];
  /** The lines, without their marks. */
  readonly lines: readonly string[];
  /** The text after the preamble. */
  readonly rest: string;
}

/**
 * Reads the lines at the top of a file that begin with `# `. A line without a known key is told and
 * skipped; a file whose first header is `#` or a tag such as `#value` has no preamble. Quotation
 * marks and delimiters that a spreadsheet puts around such a line when it saves the file are not
 * part of it.
 */
export function readPreamble(text: string): Preamble {
  const values = new Map<PreambleKey, string>();
  const problems: Problem[] = [];
  const lines: string[] = [];
  let from = 0;
  while (text.startsWith('# ', from) || text.startsWith('"# ', from)) {
    const newline = /\r\n|\r|\n/g;
    newline.lastIndex = from;
    const end = newline.exec(text);
    const line = bare(text.slice(from, end?.index ?? text.length));
    from = end ? newline.lastIndex : text.length;
    lines.push(line);
    const colon = line.indexOf(':');
    const key = KEYS.find((known) => known === line.slice(0, colon).trim().toLowerCase());
    if (colon < 0 || !key) {
      problems.push(unused('says nothing that is known here', line));
    } else if (values.has(key)) {
      problems.push(unused(`gives "${key}" a second time; the first stands`, line));
    } else {
      values.set(key, line.slice(colon + 1).trim());
    }
  }
  return { values, problems, lines, rest: text.slice(from) };
}

function bare(line: string): string {
  const unpadded = line.replace(/[,;|\t]+$/, '');
  const quoted = /^"(.*)"$/.exec(unpadded)?.[1]?.replaceAll('""', '"');
  return (quoted ?? unpadded).slice(2);
}

function unused(why: string, line: string): Problem {
  return {
    kind: 'preamble line not used',
    message: `A line before the header ${why}.`,
    found: line.slice(0, 80),
  };
}
