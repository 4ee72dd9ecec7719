import type { ByteSource, RecordFeed } from '../source.ts';
import { gather, piecesOf } from './bytes.ts';
import { MOST_NESTING } from './caps.ts';
import { HEAD_SIZE, kindOf } from './kind.ts';
import type { DataPackage } from './package.ts';
import { Refusal } from './refusal.ts';

/** What is inside a file: delimited text, tables to choose from, files to choose from, or nothing. */
export type Unpacked =
  | { readonly kind: 'text'; readonly source: ByteSource; readonly about?: DataPackage }
  | { readonly kind: 'records'; readonly feeds: readonly RecordFeed[] }
  | { readonly kind: 'several'; readonly sources: readonly ByteSource[] }
  | { readonly refused: string };

export interface UnpackOptions {
  /** Files that came together with this one; a `datapackage.json` names some of them. */
  readonly beside?: readonly ByteSource[];
  readonly signal?: AbortSignal;
  /** Bytes of the packed file that have been unpacked. */
  readonly onprogress?: (packed: number) => void;
}

/**
 * Finds out what a file is, by its first bytes rather than its name, and opens what it is packed in.
 * Text is not read, however long. What cannot be read is refused with a sentence: what it is and what
 * to do. A feed may still reject with such a sentence while it is read. Rejects only when stopped.
 */
export async function unpack(source: ByteSource, options: UnpackOptions = {}): Promise<Unpacked> {
  try {
    return await open(source, options, 0);
  } catch (fault) {
    if (fault instanceof Refusal) return { refused: fault.message };
    throw fault;
  }
}

/**
 * The same for files that came together: one of them, a data package with its file, or several to
 * be opened one by one.
 */
export async function unpackAll(
  sources: readonly ByteSource[],
  options: UnpackOptions = {},
): Promise<Unpacked> {
  const [first, second] = sources;
  if (!first) return { refused: 'There is no file.' };
  if (!second) return unpack(first, options);
  const described = sources.find(({ name }) => isPackage(name));
  if (!described) return { kind: 'several', sources };
  return unpack(described, { ...options, beside: sources.filter((other) => other !== described) });
}

async function open(source: ByteSource, options: UnpackOptions, depth: number): Promise<Unpacked> {
  if (depth > MOST_NESTING) {
    throw new Refusal(
      `"${source.name}" is packed too many times over. Unpack it and open the file inside.`,
    );
  }
  const [head, tail] = await Promise.all([
    source.slice(0, Math.min(HEAD_SIZE, source.size)),
    source.slice(Math.max(0, source.size - 4), source.size),
  ]);
  const kind = kindOf(head, tail, source.name);
  if ('refused' in kind) return kind;
  switch (kind.is) {
    case 'text':
      return { kind: 'text', source };
    case 'gzip':
      return open(await gunzip(source, options), options, depth + 1);
    case 'zip':
      return openArchive(source, options, depth);
    case 'json':
      return openJson(source, options, depth);
    case 'parquet': {
      const { parquetFeed } = await import('./parquet.ts');
      return { kind: 'records', feeds: [await parquetFeed(source)] };
    }
  }
}

async function gunzip(source: ByteSource, { signal, onprogress }: UnpackOptions) {
  const { inflate, Damage } = await import('./inflate.ts');
  const inner = source.name.replace(/\.(gz|gzip)$/i, '').replace(/\.tgz$/i, '.tar');
  try {
    return await gather(inner, inflate(source.name, piecesOf(source, signal), 'gzip', onprogress));
  } catch (fault) {
    if (!(fault instanceof Damage)) throw fault;
    const { gunzipMembers } = await import('./members.ts');
    return gather(inner, gunzipMembers(source, signal));
  }
}

async function openArchive(
  source: ByteSource,
  options: UnpackOptions,
  depth: number,
): Promise<Unpacked> {
  const [{ openZip }, { contentsOf }] = await Promise.all([
    import('./zip.ts'),
    import('./contents.ts'),
  ]);
  const entries = await openZip(source);
  const contents = contentsOf(entries, options.signal);
  switch (contents.are) {
    case 'workbook': {
      const { workbookFeeds } = await import('./xlsx.ts');
      return { kind: 'records', feeds: await workbookFeeds(entries, options.signal) };
    }
    case 'opendocument': {
      const { openDocumentFeeds } = await import('./ods.ts');
      return { kind: 'records', feeds: await openDocumentFeeds(entries, options.signal) };
    }
    case 'files': {
      const described = contents.sources.find(({ name }) => isPackage(name));
      const [only] = contents.sources;
      if (!described && only && contents.sources.length === 1)
        return open(only, options, depth + 1);
      if (!described) return { kind: 'several', sources: contents.sources };
      const beside = contents.sources.filter((other) => other !== described);
      return open(described, { ...options, beside }, depth + 1);
    }
  }
}

async function openJson(
  source: ByteSource,
  options: UnpackOptions,
  depth: number,
): Promise<Unpacked> {
  const { jsonFeeds, jsonText } = await import('./jsonfile.ts');
  if (isPackage(source.name)) {
    const { readPackage } = await import('./package.ts');
    const there = new Set(options.beside?.map(({ name }) => lastName(name)));
    const about = await readPackage(source, (path) => there.has(lastName(path)));
    if (about) return openPackage(about, options, depth);
  }
  try {
    return { kind: 'records', feeds: jsonFeeds(source, await jsonText(source)) };
  } catch (fault) {
    // A header may begin like JSON.
    if (/\.(csv|tsv|tab|psv)$/i.test(source.name)) return { kind: 'text', source };
    throw fault;
  }
}

/** Opens the file that a data package describes, from among those that came with it. */
async function openPackage(
  about: DataPackage,
  { beside = [], ...options }: UnpackOptions,
  depth: number,
): Promise<Unpacked> {
  const wanted = new Set(about.paths.map(lastName));
  const found = beside.filter(({ name }) => wanted.has(lastName(name)));
  const [only] = found;
  if (!only) {
    const names = about.paths.map((path) => `"${path}"`).join(' and ');
    throw new Refusal(
      names
        ? `This data package describes ${names}: drop that file together with it.`
        : 'This data package names no file.',
    );
  }
  if (found.length > 1) return { kind: 'several', sources: found };
  const opened = await open(only, options, depth + 1);
  return 'kind' in opened && opened.kind === 'text' ? { ...opened, about } : opened;
}

function isPackage(name: string): boolean {
  return lastName(name) === 'datapackage.json';
}

function lastName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).toLowerCase();
}
