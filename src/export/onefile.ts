import { gzipped, gunzipped } from './gzip.ts';
import { escaped } from './xml.ts';

/**
 * The explorer as one HTML file: its scripts, style and fonts as the build made them, and in a block
 * of inert JSON what somebody saved. The page runs what its policy names by hash and nothing else.
 */

/** What the build makes of the page; the same in every file that is saved. Packed is as `part.ts` has it. */
export interface PageParts {
  /** The content security policy, with the hashes of what is in `style`, `start` and `page`. */
  readonly policy: string;
  /** The page's style with its fonts, packed. */
  readonly style: string;
  /** The favicon as an address. */
  readonly icon: string;
  /** The script that unpacks and starts the page. */
  readonly start: string;
  /** The page's script, packed. */
  readonly page: string;
  /** The engine's worker, packed. It reads all files but Parquet. */
  readonly worker: string;
  /** The worker that reads Parquet too, packed; large, and therefore in no file that needs it not. */
  readonly parquetWorker: string;
}

/** A file of data inside, packed. */
export interface PackedFile {
  readonly name: string;
  readonly packed: string;
}

/** What somebody saved: the data, how it is read, the views, and their words about them. */
export interface OneFile {
  readonly version: 1;
  readonly title: string;
  /** Plain text; an empty line begins a new paragraph. */
  readonly notes: string;
  /** Views as `encodeView` writes them. The file opens at the first. */
  readonly views: readonly { readonly title: string; readonly view: string }[];
  readonly data: {
    /** The id of the dataset the files make. */
    readonly id: string;
    readonly files: readonly PackedFile[];
    /** What was decided by hand about how they are read; null for data that decides it itself. */
    readonly changes: readonly { readonly sentence: string; readonly options: object }[] | null;
  };
}

/** What somebody wants to save: the files as they are, and the rest as in `OneFile`. */
export interface Savable extends Omit<OneFile, 'version' | 'data'> {
  readonly data: Omit<OneFile['data'], 'files'> & { readonly files: readonly NamedBytes[] };
}

export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Most bytes of data that go into one file: a browser has to hold the page as one text. */
const MOST_DATA = 200_000_000;

const DAMAGED = 'The data in this file is damaged. Ask for the file again.';

/** The elements of the page that hold its parts. */
export const PART_IDS = {
  style: 'tranche-style',
  contents: 'tranche-contents',
  story: 'tranche-story',
  page: 'tranche-page',
  worker: 'tranche-worker',
  start: 'tranche-start',
} as const;

/**
 * Packs what is to be saved into the page; a page that presents takes the text of a story file too.
 * Rejects with a sentence when it is too much for one.
 */
export async function writeOneFile(
  parts: PageParts,
  savable: Savable,
  story: string | null = null,
): Promise<string> {
  const { data } = savable;
  const size = data.files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (size > MOST_DATA) {
    const megabytes = Math.ceil(size / 1e6);
    throw new Error(
      `The data has ${megabytes} MB; one HTML file takes up to ${MOST_DATA / 1e6} MB. Keep what you need in a smaller file and open that.`,
    );
  }
  const files = await Promise.all(
    data.files.map(async ({ name, bytes }) => ({ name, packed: await pack(bytes) })),
  );
  const worker = data.files.some(holdsParquet) ? parts.parquetWorker : parts.worker;
  const contents: OneFile = { ...savable, version: 1, data: { ...data, files } };
  const packed = story === null ? null : await pack(new TextEncoder().encode(story));
  return oneFileHtml({ ...parts, worker }, contents, packed);
}

/** True for a Parquet file, and for a packed one by its name or the list at the end of a ZIP. */
function holdsParquet({ name, bytes }: NamedBytes): boolean {
  const latin1 = (part: Uint8Array) => String.fromCharCode(...part);
  return (
    latin1(bytes.subarray(0, 4)) === 'PAR1' ||
    /\.parquet/i.test(name) ||
    (latin1(bytes.subarray(0, 2)) === 'PK' && /\.parquet/i.test(latin1(bytes.subarray(-LIST))))
  );
}

/** How much of the end of a ZIP is looked at for names. */
const LIST = 1 << 14;

/**
 * The whole text of the file, with a packed story. Whatever the data holds stays data: no `<` of it
 * reaches the page. The story stands by itself, so that a page can take it, with the speaker's notes,
 * out of what an audience has before it.
 */
export function oneFileHtml(
  parts: PageParts,
  contents: OneFile,
  story: string | null = null,
): string {
  const inert = (id: string, type: string, text: string) =>
    `<script type="${type}" id="${id}">${text}</script>`;
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(parts.policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="responsive-embedded-sizing" content="allow-origins=*">
<title>${escaped(contents.title)}</title>
<link rel="icon" href="${escaped(parts.icon)}">
</head>
<body>
<noscript>${escaped(contents.title)}. This file draws its charts in the browser and needs JavaScript to do so; it loads nothing and sends nothing.</noscript>
<div id="app"></div>
${inert(PART_IDS.contents, 'application/json', inertJson(contents))}${story === null ? '' : `\n${inert(PART_IDS.story, 'text/plain', story)}`}
${inert(PART_IDS.style, 'text/plain', parts.style)}
${inert(PART_IDS.page, 'text/plain', parts.page)}
${inert(PART_IDS.worker, 'text/plain', parts.worker)}
<script id="${PART_IDS.start}">${parts.start}</script>
</body>
</html>
`;
}

/** The contents of a file from the text of its block, or the sentence against it. */
export function readOneFile(text: string): OneFile | { readonly refused: string } {
  let contents: OneFile;
  try {
    // Only `oneFileHtml` writes such blocks; what else might stand there is refused below.
    contents = JSON.parse(text) as OneFile;
  } catch {
    return { refused: DAMAGED };
  }
  if (contents?.version !== 1) {
    return { refused: 'This file was saved by a version of Tranche that this one does not know.' };
  }
  return contents;
}

/** Bytes as text for a block: gzip in base64. */
export async function pack(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return base64Of(await gzipped(bytes));
}

/** The bytes of a packed text. Rejects with a sentence when it is damaged. */
export async function unpack(packed: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
    return await gunzipped(bytes);
  } catch {
    throw new Error(DAMAGED);
  }
}

/** Characters at a time: a call takes only so many arguments. A multiple of three, so pieces join. */
const PIECE = 3 << 13;

function base64Of(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE) {
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + PIECE))));
  }
  return pieces.join('');
}

/** JSON that no parser of HTML takes for anything but text. */
function inertJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
