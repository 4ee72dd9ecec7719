import type { ByteSource } from '../source.ts';
import { Refusal } from './refusal.ts';
import type { ZipEntry } from './zip.ts';

/** What a zip is: a workbook of one of two kinds, or files worth opening. */
export type Contents =
  | { readonly are: 'workbook' | 'opendocument' }
  | { readonly are: 'files'; readonly sources: readonly ByteSource[] };

/** Zips that are documents, known by a file that each holds. */
const DOCUMENTS: readonly (readonly [path: string, sentence: string])[] = [
  ['xl/workbook.bin', 'This is a binary Excel workbook (.xlsb). Save it as XLSX and open that.'],
  ['word/document.xml', 'This is a Word document. Open the spreadsheet or CSV with the figures.'],
  ['ppt/presentation.xml', 'This is a PowerPoint presentation. Open the file with the figures.'],
  ['Index/Document.iwa', 'This is an Apple Numbers or Pages document. Export it as XLSX or CSV.'],
  ['Index.zip', 'This is an Apple Numbers or Pages document. Export it as XLSX or CSV.'],
];

/** What systems and programs add to a zip and nobody put there. */
const CLUTTER = /(^|\/)(__MACOSX\/|\.(?!\.?\/)|Thumbs\.db$|desktop\.ini$|~\$)/i;
const DATA = /\.(csv|tsv|tab|psv|json|jsonl|ndjson|xlsx|xlsm|ods|parquet|gz|zip|xls)$/i;
const TEXT = /\.(txt|dat)$|(^|\/)[^./]+$/i;

/** What the entries of a zip are; refuses documents that are not read and a zip without data. */
export function contentsOf(entries: readonly ZipEntry[], signal?: AbortSignal): Contents {
  const paths = new Set(entries.map(({ path }) => path));
  if (paths.has('xl/workbook.xml')) return { are: 'workbook' };
  const other = DOCUMENTS.find(([path]) => paths.has(path));
  if (other) throw new Refusal(other[1]);
  if (paths.has('content.xml') && paths.has('META-INF/manifest.xml')) {
    return { are: 'opendocument' };
  }
  const files = entries.filter(({ path, size }) => !CLUTTER.test(path) && size > 0);
  const data = files.filter(({ path }) => DATA.test(path));
  const chosen = data.length > 0 ? data : files.filter(({ path }) => TEXT.test(path));
  if (chosen.length === 0) throw new Refusal(nothingIn(files));
  return { are: 'files', sources: chosen.map((entry) => entry.source(shownName(entry), signal)) };
}

function nothingIn(files: readonly ZipEntry[]): string {
  if (files.length === 0) return 'This zip holds no files.';
  const names = files.slice(0, 3).map((entry) => `"${shownName(entry)}"`);
  const more = files.length > names.length ? ` and ${files.length - names.length} more` : '';
  return `This zip holds no data file, only ${names.join(', ')}${more}.`;
}

/** The path of an entry as a name to show: nothing that leads elsewhere. */
function shownName({ path }: ZipEntry): string {
  return path
    .split(/[/\\]/)
    .filter((part) => !/^(\.*|[a-z]:)$/i.test(part))
    .join('/');
}
