import { NO_COMPANIONS, type Companions, type Dataset } from '../model/dataset.ts';
import type { Problem } from '../model/problem.ts';
import { companionNames } from './companionnames.ts';
import { readCompanions } from './companions.ts';
import { datasetOf } from './datasetof.ts';
import { sameShape } from './formats/sameshape.ts';
import { unpackAll, unpack, type Unpacked } from './formats/unpack.ts';
import { NAMING } from './namedecisions.ts';
import type { Options, Plan } from './plan.ts';
import type { ReadingCard } from './readingcard.ts';
import { readingCardOf, type FileRead } from './readingcardof.ts';
import type { Scanned } from './scanned.ts';
import { appendScans, type NamedScan } from './scan/append.ts';
import { scanText, type ScannedSource, type ScanHooks } from './scan/scantext.ts';
import { scanSheet } from './sheets.ts';
import type { ByteSource, Progress } from './source.ts';

/** A file as it was read: what the engine answers from, and what is told of the reading. */
export interface OpenedSource {
  readonly dataset: Dataset;
  readonly plan: Plan;
  readonly scanned: Scanned;
  /** Without its SHA-256 and, in a file of many names, what takes long to say of them. */
  readonly reading: ReadingCard;
  readonly file: FileRead;
}

export interface OpenHooks {
  readonly onprogress?: (progress: Progress) => void;
  /** Called while a large file is read, each time with all the rows so far. */
  readonly onpartial?: (opened: OpenedSource) => void;
  readonly signal?: AbortSignal | undefined;
  /** Bytes in a piece and the size up to which all text is kept, for tests. */
  readonly piece?: number;
  readonly kept?: number;
}

type Refused = { readonly refused: string };

/** What has been read when rows are shown for the first time, and then each time so many times as much. */
const FIRST_SHOWN = 1 << 20;
const MORE_SHOWN = 8;
/** Names are held against each other at once only when there are no more than this. */
const FEW_NAMES = 200;

/**
 * Opens files of the reader's: one of any kind, or several of one shape. Refuses with a sentence;
 * rejects only when it is stopped or a file can no longer be read.
 */
export async function openSource(
  sources: readonly ByteSource[],
  options: Options,
  hooks: OpenHooks = {},
): Promise<OpenedSource | Refused> {
  const own = await ownFormat(sources);
  if (own) return openOne(own.figures, options, hooks, own.companions);
  const name = sources.map((source) => source.name).join(', ');
  const unpacked = await unpackAll(sources, signalOf(hooks));
  if ('refused' in unpacked) return unpacked;
  if (unpacked.kind !== 'several') {
    return openUnpacked(name, sizeOf(sources), unpacked, options, hooks);
  }
  return openSeveral(unpacked.sources, options, hooks);
}

async function openOne(
  source: ByteSource,
  options: Options,
  hooks: OpenHooks,
  companions: readonly ByteSource[],
): Promise<OpenedSource | Refused> {
  const files = await Promise.all(
    companions.map(async (file) => ({ name: file.name, bytes: await file.slice(0, file.size) })),
  );
  const read = await scanText(source, options, scanHooks(source.name, source.size, hooks));
  if ('refused' in read) return read;
  const also = readCompanions(read.plan.metadata, files);
  return opened(source.name, source.size, 'text', [], read, also);
}

async function openUnpacked(
  name: string,
  size: number,
  unpacked: Exclude<Unpacked, Refused | { kind: 'several' }>,
  options: Options,
  hooks: OpenHooks,
): Promise<OpenedSource | Refused> {
  const read = await scanUnpacked(unpacked, options, scanHooks(name, size, hooks));
  if ('refused' in read) return read;
  const tables = unpacked.kind === 'records' ? unpacked.feeds.map((feed) => feed.name) : [];
  return opened(name, size, formatOf(unpacked), tables.length > 1 ? tables : [], read);
}

async function openSeveral(
  sources: readonly ByteSource[],
  options: Options,
  hooks: OpenHooks,
): Promise<OpenedSource | Refused> {
  const scans: NamedScan[] = [];
  const size = sizeOf(sources);
  let before = 0;
  for (const source of sources) {
    const unpacked = await unpack(source, signalOf(hooks));
    if ('refused' in unpacked) return { refused: `“${source.name}”: ${unpacked.refused}` };
    if (unpacked.kind === 'several') {
      return { refused: `“${source.name}” holds several files. Open one archive at a time.` };
    }
    const done = before;
    const rows = scans.reduce((sum, { read }) => sum + read.scanned.reading.rows, 0);
    const read = await scanUnpacked(unpacked, options, {
      ...scanHooks(source.name, source.size, hooks),
      onpiece: (bytes, more) =>
        hooks.onprogress?.({ bytes: done + bytes, size, rows: rows + more }),
    });
    if ('refused' in read) return { refused: `“${source.name}”: ${read.refused}` };
    scans.push({ name: source.name, read });
    before += source.size;
  }
  const shape = sameShape(
    scans.map(({ name, read }) => ({ name, header: read.plan.columns.map(({ label }) => label) })),
  );
  if ('differs' in shape) return { refused: shape.differs };
  const [first, ...others] = scans;
  if (!first) return { refused: 'There is no file.' };
  const read = appendScans([first, ...others]);
  const name = scans.map((scan) => scan.name).join(', ');
  return opened(name, size, `${scans.length} files`, [], read, { several: true });
}

/**
 * Reads the text, or of several tables the one that was asked for, else the first that can be read:
 * a workbook may begin with a cover sheet.
 */
async function scanUnpacked(
  unpacked: Exclude<Unpacked, Refused | { kind: 'several' }>,
  options: Options,
  hooks: ScanHooks,
): Promise<ScannedSource | Refused> {
  if (unpacked.kind === 'text') return scanText(unpacked.source, options, hooks, unpacked.about);
  const asked = unpacked.feeds.filter(({ name }) => name === options.sheet);
  let why: Refused | undefined;
  for (const feed of asked.length > 0 ? asked : unpacked.feeds) {
    const read = await scanSheet(feed, unpacked.feeds, options, hooks);
    if (!('refused' in read)) return read;
    why ??= read;
  }
  return why ?? { refused: 'There is no table in the file.' };
}

/** A file in the project's own format that names others that came with it. */
async function ownFormat(sources: readonly ByteSource[]) {
  if (sources.length < 2) return undefined;
  for (const figures of sources) {
    const names = new Set(companionNames(await figures.slice(0, Math.min(1 << 16, figures.size))));
    const companions = sources.filter((other) => other !== figures && names.has(other.name));
    if (companions.length > 0 && companions.length === sources.length - 1) {
      return { figures, companions };
    }
  }
  return undefined;
}

/** Tells progress after each piece, and hands over what there is each time it has grown by far. */
function scanHooks(name: string, size: number, hooks: OpenHooks): ScanHooks {
  let next = FIRST_SHOWN;
  return {
    ...signalOf(hooks),
    ...(hooks.piece === undefined ? {} : { piece: hooks.piece }),
    ...(hooks.kept === undefined ? {} : { kept: hooks.kept }),
    onpiece(bytes, rows, soFar) {
      hooks.onprogress?.({ bytes, size, rows });
      // Near the end the whole is soon there, and to show a part would only delay it.
      if (!hooks.onpartial || bytes < next || bytes > size / 2 || rows === 0) return;
      while (next <= bytes) next *= MORE_SHOWN;
      const partial = opened(name, size, '', [], soFar(), PARTIAL);
      if ('dataset' in partial) hooks.onpartial(partial);
    },
  };
}

/** All that is to be told of a reading, once there is time for it. */
export function completeReading(
  { plan, scanned, file }: OpenedSource,
  sha256: string,
): ReadingCard {
  return readingCardOf(plan, scanned, { ...file, sha256 });
}

/** What comes with the rows of a file; `partial` while more of them are on their way. */
interface Beside {
  readonly companions?: Companions;
  readonly problems?: readonly Problem[];
  readonly partial?: true;
  /** The rows are those of several files. */
  readonly several?: true;
}

const PARTIAL: Beside = { partial: true };

function opened(
  name: string,
  size: number,
  format: string,
  tables: readonly string[],
  { plan, scanned, far, head }: ScannedSource,
  { companions = NO_COMPANIONS, problems = [], partial, several }: Beside = {},
): OpenedSource | Refused {
  const made = datasetOf(plan, scanned, name, companions, problems);
  if ('refused' in made) return made;
  const growing = partial ? { partial } : {};
  const dataset: Dataset = {
    ...made.dataset,
    ...(far ? { far } : {}),
    ...growing,
  };
  const file = {
    name,
    size,
    sha256: '',
    format,
    head,
    tables,
    ...growing,
    ...(several ? { several } : {}),
  };
  const names = NAMING.reduce((sum, role) => sum + (scanned.distinct.get(role) ?? 0), 0);
  const quick = !partial && names <= FEW_NAMES;
  const judged = quick ? scanned : { ...scanned, reading: { ...scanned.reading, dimensions: [] } };
  return { dataset, plan, scanned, file, reading: readingCardOf(plan, judged, file) };
}

function formatOf(unpacked: Exclude<Unpacked, Refused | { kind: 'several' }>): string {
  return unpacked.kind === 'text' ? 'text' : (unpacked.feeds[0]?.format ?? '');
}

function sizeOf(sources: readonly ByteSource[]): number {
  return sources.reduce((sum, { size }) => sum + size, 0);
}

function signalOf({ signal }: OpenHooks): { signal?: AbortSignal } {
  return signal ? { signal } : {};
}
