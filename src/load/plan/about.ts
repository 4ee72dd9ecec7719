import { isBlank } from '../table.ts';
import type { About } from '../plan.ts';
import { factorOfLine } from './units.ts';

const PERIOD =
  /\b(?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? ?\d{0,2},? ?\d{4}\b|\b(?:19|20)\d{2}[-/](?:\d{2}|\d{4})\b|\bQ[1-4] ?\d{4}\b|\b(?:19|20)\d{2}\b/i;

/** The lines above a header, one text each, and what they say. */
export function aboutOf(above: readonly (readonly string[])[]): {
  readonly lines: string[];
  readonly about: About;
} {
  const lines = above.filter((cells) => !isBlank(cells)).map(lineOf);
  const unit = lines.find((line) => factorOfLine(line) !== undefined) ?? '';
  const title =
    lines.find((line) => line !== unit && /\p{L}{3}/u.test(line) && !/^notes?\b/i.test(line)) ?? '';
  const period = lines.map((line) => PERIOD.exec(line)?.[0]).find(Boolean) ?? '';
  return { lines, about: { title, unit, period } };
}

/** The cells of a line as one text; a comma within a number is put back. */
function lineOf(cells: readonly string[]): string {
  return cells
    .map((cell) => cell.trim())
    .filter(Boolean)
    .reduce((line, cell) => {
      if (line === '') return cell;
      return line + (/\d$/.test(line) && /^\d{3}\b/.test(cell) ? ',' : ' ') + cell;
    }, '');
}

/** What a file's name says of it: without the ending, with spaces for other marks. */
export function baseOf(name: string): string {
  return name
    .replace(/^.*\//, '')
    .replace(/(\.(csv|tsv|txt|json|xlsx|ods|parquet|gz|zip))+$/i, '')
    .replace(/[_\s.-]+/g, ' ')
    .trim();
}
