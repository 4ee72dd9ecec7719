import { openZip, type ZipEntry } from '../load/formats/zip.ts';
import { Refusal } from '../load/formats/refusal.ts';
import type { ByteSource } from '../load/source.ts';
import type { Carried } from './carried.ts';
import { latin1 } from './bytes.ts';
import { decodeCarried } from './payload.ts';
import { payloadsIn } from './payloadsin.ts';
import { pdfStreams } from './pdfstreams.ts';
import { isPng, textsIn } from './png.ts';
import { readSavedPage } from './savedpage.ts';
import { svgTitle } from './svgtitle.ts';

/** A picture that can be opened again. */
export interface FoundPicture {
  /** The file it stands in; inside a report, the path there. */
  readonly place: string;
  /** What it says it shows, where it says so itself. */
  readonly title: string | null;
  readonly carried: Carried;
}

/** What was found in a picture or a report. */
export interface Found {
  /** Each picture once, however often the report has it, in the order of the report's files. */
  readonly pictures: readonly FoundPicture[];
  /** Why others could not be opened, a sentence each. */
  readonly refused: readonly string[];
}

/** The keyword of a PNG's text that holds what it carries, and of the one that holds its title. */
export const PNG_PAYLOAD = 'tranche';
export const PNG_TITLE = 'Title';

const HEAD = 4096;
const OPEN_DOCUMENT = /^application\/vnd\.oasis\.opendocument\.(text|presentation|graphics)/;
const LARGEST_FILE = 100_000_000;
/** Bytes of one file in a report, and of all that are looked into. */
const LARGEST_MEMBER = 30_000_000;
const MOST_TOGETHER = 300_000_000;
const MOST_PICTURES = 200;
/** Bytes of data in all pictures of a report. */
const MOST_DATA = 100_000_000;
/** Streams of a PDF that are looked through before the page gets a moment for itself. */
const BREATH = 50;

/** A payload as it was found. */
interface Sighting {
  readonly place: string;
  readonly title: string | null;
  readonly payload: string;
}

/**
 * Looks into a file for pictures that can be opened again: an SVG, a PNG, a report in Word,
 * PowerPoint, OpenDocument or PDF, or a page that was saved. Null when it is none of these. Files are looked through with caps
 * on all that they unpack to; nothing in them is run or becomes part of a page.
 */
export async function readPictures(source: ByteSource): Promise<Found | null> {
  const head = await source.slice(0, HEAD);
  const kind = kindOf(head);
  if (kind === null) return null;
  if (kind === 'zip') {
    const members = await reportMembers(source);
    return members && gathered(inReport(members));
  }
  if (source.size > LARGEST_FILE) return tooLarge(source.name);
  const bytes = await source.slice(0, source.size);
  if (kind === 'page') return foundIn(source.name, readSavedPage(bytes));
  return gathered(kind === 'pdf' ? inPdf(source.name, bytes) : inPicture(source.name, bytes));
}

function kindOf(head: Uint8Array): 'png' | 'svg' | 'pdf' | 'zip' | 'page' | null {
  if (isPng(head)) return 'png';
  const text = latin1(head);
  if (text.startsWith('PK\x03\x04')) return 'zip';
  if (text.slice(0, 1024).includes('%PDF-')) return 'pdf';
  if (/^\s*<!doctype html>/i.test(text)) return 'page';
  const isMarkup = /^(\xef\xbb\xbf)?\s*</.test(text);
  return isMarkup && /<svg[\s>]/.test(text) && !/<html[\s>]|<!doctype html/i.test(text)
    ? 'svg'
    : null;
}

/** What a saved page holds, as one picture. */
function foundIn(place: string, page: ReturnType<typeof readSavedPage>): Found | null {
  if (!page) return null;
  return 'refused' in page
    ? { pictures: [], refused: [page.refused] }
    : { pictures: [{ place, ...page }], refused: [] };
}

/** Decodes what was found, each payload once. */
async function gathered(sightings: AsyncIterable<Sighting> | Iterable<Sighting>): Promise<Found> {
  const titles = new Map<string, { place: string; title: string | null }>();
  for await (const { payload, place, title } of sightings) {
    const known = titles.get(payload);
    titles.set(payload, { place: known?.place ?? place, title: known?.title ?? title });
    if (titles.size >= MOST_PICTURES) break;
  }
  const pictures: FoundPicture[] = [];
  const refused = new Set<string>();
  let held = 0;
  for (const [payload, told] of titles) {
    if (held > MOST_DATA) {
      refused.add('There is too much data in these pictures to show the rest of them.');
      break;
    }
    const carried = decodeCarried(payload);
    if ('refused' in carried) {
      refused.add(carried.refused);
      continue;
    }
    held += carried.files.reduce((size, { bytes }) => size + bytes.length, 0);
    pictures.push({ ...told, carried });
  }
  return { pictures, refused: [...refused] };
}

function* inPicture(place: string, bytes: Uint8Array): Generator<Sighting> {
  if (isPng(bytes)) {
    const texts = textsIn(bytes);
    const payload = texts.get(PNG_PAYLOAD);
    const title = texts.get(PNG_TITLE) ?? null;
    if (payload !== undefined) yield { place, title, payload };
    return;
  }
  const title = kindOf(bytes.subarray(0, HEAD)) === 'svg' ? svgTitle(bytes) : null;
  for (const payload of payloadsIn(bytes)) yield { place, title, payload };
}

async function* inPdf(place: string, bytes: Uint8Array): AsyncGenerator<Sighting> {
  for (const payload of payloadsIn(bytes)) yield { place, title: null, payload };
  let looked = 0;
  for (const stream of pdfStreams(bytes)) {
    for (const payload of payloadsIn(stream)) yield { place, title: null, payload };
    if (++looked % BREATH === 0) await new Promise((resolve) => setTimeout(resolve));
  }
}

/**
 * The files of a report that may hold a picture or a link to one; null for any other zip. One that
 * is damaged is told of by whoever opens it as data.
 */
async function reportMembers(source: ByteSource): Promise<readonly ZipEntry[] | null> {
  const entries = await openZip(source).catch(unlessRefused);
  if (!entries) return null;
  const has = (path: string) => entries.some((entry) => entry.path === path);
  const isOffice = has('word/document.xml') || has('ppt/presentation.xml');
  const isOpen = has('content.xml') && (await isOpenDocument(entries));
  if (!isOffice && !isOpen) return null;
  return entries
    .filter(({ path }) => /\.(svg|png|xml|rels)$/i.test(path))
    .sort((a, b) => inOrder(a.path, b.path));
}

/** A text, a presentation or a drawing; a spreadsheet is data. */
async function isOpenDocument(entries: readonly ZipEntry[]): Promise<boolean> {
  const entry = entries.find(({ path }) => path === 'mimetype');
  const type = entry && (await unpacked(entry).catch(unlessRefused));
  return type ? OPEN_DOCUMENT.test(latin1(type)) : false;
}

async function* inReport(members: readonly ZipEntry[]): AsyncGenerator<Sighting> {
  let together = 0;
  for (const member of members) {
    together += Math.min(member.size, LARGEST_MEMBER);
    if (together > MOST_TOGETHER) return;
    const bytes = await unpacked(member).catch(unlessRefused);
    if (bytes) yield* inPicture(member.path, bytes);
  }
}

/** The bytes of a file in a zip; none of one that is larger than any picture. */
async function unpacked({ size, open }: ZipEntry): Promise<Uint8Array> {
  if (size > LARGEST_MEMBER) return new Uint8Array();
  const bytes = new Uint8Array(size);
  let at = 0;
  for await (const piece of open()) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** A file that cannot be unpacked is as good as none. */
function unlessRefused(fault: unknown): null {
  if (fault instanceof Refusal) return null;
  throw fault;
}

/** Pictures before all else, and "image2" before "image10". */
function inOrder(a: string, b: string): number {
  const key = (path: string) =>
    (/\.(svg|png)$/i.test(path) ? '0' : '1') +
    path.replace(/\d+/g, (digits) => digits.padStart(12, '0'));
  const [first, second] = [key(a), key(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}

function tooLarge(name: string): Found {
  return {
    pictures: [],
    refused: [
      `“${name}” is larger than ${LARGEST_FILE / 1e6} MB and was not looked through for pictures.`,
    ],
  };
}
