import type { Coding } from './encoding.ts';

/** One record as it lies in a buffer. The same object is filled anew for each record. */
export class ByteRecord {
  buffer: Uint8Array = new Uint8Array(0);
  view = new DataView(this.buffer.buffer);
  /** Cell c lies from `bounds[2 * c]` to before `bounds[2 * c + 1]`, without its quotation marks. */
  bounds: Int32Array = new Int32Array(64);
  /** The same without ASCII space around the cells. */
  trimmed: Int32Array = new Int32Array(64);
  /** How many cells there are. */
  cells = 0;
  /** Where the record lies, without its line end. */
  from = 0;
  to = 0;

  use(buffer: Uint8Array): void {
    this.buffer = buffer;
    this.view = new DataView(buffer.buffer, buffer.byteOffset, buffer.length);
  }

  /** Makes room for twice as many cells. */
  widen(): void {
    const wider = new Int32Array(this.bounds.length * 2);
    wider.set(this.bounds);
    this.bounds = wider;
    this.trimmed = new Int32Array(wider.length);
  }

  trim(): void {
    const { buffer, bounds, trimmed } = this;
    const ends = 2 * this.cells;
    for (let at = 0; at < ends; at += 2) {
      let from = bounds[at]!;
      let to = bounds[at + 1]!;
      while (from < to && isSpace(buffer[from]!)) from++;
      while (from < to && isSpace(buffer[to - 1]!)) to--;
      trimmed[at] = from;
      trimmed[at + 1] = to;
    }
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
}

/** The text with LF for every line end. */
export function oneLineEnd(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function isSpace(byte: number): boolean {
  return byte <= 0x20 && (byte === 0x20 || (byte <= 0x0d && byte >= 0x09));
}
