import type { Coding } from './encoding.ts';
import { hashOf, secondHashOf } from './hash.ts';

/**
 * Bytes of a buffer after those of its records or texts: `Structure` writes a little further, and what
 * hashes, compares and copies reads four at a time.
 */
export const SPARE = 8;

/** What stands at the ends of cells, as bits: ASCII space, or a byte that is not ASCII. */
const SPACE = 1;
const NOT_ASCII = 2;
const EDGES = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x80 ? NOT_ASCII : byte === 0x20 || (byte >= 0x09 && byte <= 0x0d) ? SPACE : 0,
);

/** What stands at the ends of a cell; what it gives for several is put together with "or". */
export function edgesOf(buffer: Uint8Array, from: number, to: number): number {
  return from === to ? 0 : EDGES[buffer[from]!]! | EDGES[buffer[to - 1]!]!;
}

/** One record as it lies in a buffer. The same object is filled anew for each record. */
export class ByteRecord {
  buffer: Uint8Array = new Uint8Array(0);
  view = new DataView(this.buffer.buffer);
  /** Cell c lies from `bounds[2 * c]` to before `bounds[2 * c + 1]`, without its quotation marks. */
  bounds: Int32Array = new Int32Array(64);
  /** The same without ASCII space around the cells. */
  trimmed: Int32Array = this.bounds;
  /** Two hashes of each cell as trimmed. */
  firsts: Int32Array = new Int32Array(32);
  seconds: Int32Array = new Int32Array(32);
  /** Whether all its bytes are ASCII, and whether they are UTF-8. */
  isAscii = true;
  isUtf8 = true;
  /** How many cells there are. */
  cells = 0;
  /** Where the record lies, without its line end. */
  from = 0;
  to = 0;
  /** What stands at the ends of its cells. */
  edges = 0;
  /** Whether a cell has a return in it, which reads as a newline. */
  returns = false;
  #ownTrimmed = new Int32Array(64);

  use(buffer: Uint8Array): void {
    this.buffer = buffer;
    this.view = new DataView(buffer.buffer, buffer.byteOffset, buffer.length);
  }

  /** Makes room for twice as many cells. */
  widen(): void {
    const wider = (array: Int32Array) => {
      const copy = new Int32Array(array.length * 2);
      copy.set(array);
      return copy;
    };
    this.bounds = wider(this.bounds);
    this.firsts = wider(this.firsts);
    this.seconds = wider(this.seconds);
    this.#ownTrimmed = new Int32Array(this.bounds.length);
  }

  /** Takes away the space around cells. Most records have none, and then there is nothing to do. */
  trim(): void {
    if ((this.edges & SPACE) === 0) {
      this.trimmed = this.bounds;
      return;
    }
    const { buffer, bounds } = this;
    const trimmed = (this.trimmed = this.#ownTrimmed);
    for (let cell = 0; cell < this.cells; cell++) {
      let from = bounds[2 * cell]!;
      let to = bounds[2 * cell + 1]!;
      while (from < to && EDGES[buffer[from]!] === SPACE) from++;
      while (from < to && EDGES[buffer[to - 1]!] === SPACE) to--;
      trimmed[2 * cell] = from;
      trimmed[2 * cell + 1] = to;
      if (to - from === bounds[2 * cell + 1]! - bounds[2 * cell]!) continue;
      this.edges |= edgesOf(buffer, from, to);
      this.rehash(cell);
    }
  }

  /** Hashes a cell again that is not what it was when its end was looked for. */
  rehash(cell: number): void {
    const { view, trimmed } = this;
    const [from, to] = [trimmed[2 * cell]!, trimmed[2 * cell + 1]!];
    this.firsts[cell] = hashOf(view, from, to);
    this.seconds[cell] = secondHashOf(view, from, to);
  }

  /**
   * Whether its cells as trimmed may not read as their bytes are: one may begin or end with space that
   * is not ASCII, or has a line end that is not a newline.
   */
  get readsOtherwise(): boolean {
    if (this.returns) return true;
    if ((this.edges & NOT_ASCII) === 0) return false;
    const { buffer, trimmed } = this;
    for (let cell = 0; cell < this.cells; cell++) {
      if (hasEdge(buffer, trimmed[2 * cell]!, trimmed[2 * cell + 1]!)) return true;
    }
    return false;
  }

  /** Whether all bytes are text. */
  isText(coding: Coding): boolean {
    return this.isAscii || coding.isText(this.isUtf8, this.buffer, this.from, this.to);
  }

  /** The texts of all cells; line ends within them are one kind, as in every reading of a file. */
  texts(coding: Coding): string[] {
    const texts: string[] = [];
    for (let cell = 0; cell < this.cells; cell++) {
      const [from, to] = [this.bounds[2 * cell]!, this.bounds[2 * cell + 1]!];
      texts.push(from === to ? '' : oneLineEnd(coding.decode(this.buffer.subarray(from, to))));
    }
    return texts;
  }

  /** The text of one cell as trimmed. */
  trimmedText(cell: number, coding: Coding): string {
    const { buffer, trimmed } = this;
    return coding.decode(buffer.subarray(trimmed[2 * cell], trimmed[2 * cell + 1]));
  }
}

/** The text with LF for every line end. */
export function oneLineEnd(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** Whether bytes begin or end like one of the spaces beyond ASCII, in UTF-8 or in a code page. */
function hasEdge(buffer: Uint8Array, from: number, to: number): boolean {
  return (
    from < to &&
    (isSpaceOfPage(buffer[from]!) ||
      isSpaceOfPage(buffer[to - 1]!) ||
      startsSpace(buffer, from) ||
      (to - from >= 2 && startsSpace(buffer, to - 2)) ||
      (to - from >= 3 && startsSpace(buffer, to - 3)))
  );
}

/** The no-break space of Windows and of Macintosh code pages. */
function isSpaceOfPage(byte: number): boolean {
  return byte === 0xa0 || byte === 0xca;
}

/** Whether the first two bytes of a space in UTF-8 stand here: U+00A0, U+1680, U+20xx, U+3000, U+FEFF. */
function startsSpace(buffer: Uint8Array, at: number): boolean {
  const next = buffer[at + 1]!;
  switch (buffer[at]) {
    case 0xc2:
      return next === 0xa0;
    case 0xe1:
      return next === 0x9a;
    case 0xe2:
      return next === 0x80 || next === 0x81;
    case 0xe3:
      return next === 0x80;
    case 0xef:
      return next === 0xbb;
  }
  return false;
}
