import { SPARE } from './byterecord.ts';

/** Code pages whose every byte is one character and whose first half is ASCII. */
const SINGLE_BYTE =
  /^(windows-125\d|windows-874|iso-8859-\d+i?|x-mac-cyrillic|macintosh|koi8-[ru]|ibm866)$/;

/** Whether delimiters, line ends and quotation marks can be found in the bytes of this encoding. */
export function isBytewise(encoding: string): boolean {
  return encoding === 'utf-8' || SINGLE_BYTE.test(encoding);
}

/** Text to bytes of a bytewise encoding and back. */
export class Coding {
  readonly #decoder: TextDecoder;
  /** The byte of each character, and whether a byte has one; null for UTF-8. */
  readonly #page: { readonly byteOf: ReadonlyMap<string, number>; readonly has: Uint8Array } | null;
  #scratch = new Uint8Array(1 << 10);
  #view = new DataView(this.#scratch.buffer);

  constructor(encoding: string) {
    this.#decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
    this.#page = this.#decoder.encoding === 'utf-8' ? null : pageOf(this.#decoder);
  }

  /** Bytes of the last text encoded, with SPARE bytes after them. */
  get bytes(): Uint8Array {
    return this.#scratch;
  }

  get view(): DataView {
    return this.#view;
  }

  decode(bytes: Uint8Array): string {
    // Node 20 reads Windows-1252 as Latin-1 unless it is told that more will come; more may come, as
    // a code page remembers nothing from one byte to the next.
    return this.#decoder.decode(bytes, { stream: this.#page !== null });
  }

  /** Puts a text into `bytes` and returns its length there. */
  encode(text: string): number {
    const most = text.length * 3 + SPARE;
    if (this.#scratch.length < most) {
      this.#scratch = new Uint8Array(most);
      this.#view = new DataView(this.#scratch.buffer);
    }
    if (!this.#page) return ENCODER.encodeInto(text, this.#scratch).written;
    for (let at = 0; at < text.length; at++) {
      this.#scratch[at] = this.#page.byteOf.get(text.charAt(at)) ?? QUESTION_MARK;
    }
    return text.length;
  }

  /** Whether some bytes are text in this encoding; `isUtf8` tells whether they are UTF-8. */
  isText(isUtf8: boolean, buffer: Uint8Array, from: number, to: number): boolean {
    if (!this.#page) return isUtf8;
    const { has } = this.#page;
    while (from < to && has[buffer[from]!] === 1) from++;
    return from === to;
  }
}

const ENCODER = new TextEncoder();
const QUESTION_MARK = 0x3f;

function pageOf(decoder: TextDecoder) {
  const byteOf = new Map<string, number>();
  const has = new Uint8Array(256);
  for (let byte = 0; byte < 256; byte++) {
    try {
      byteOf.set(decoder.decode(Uint8Array.of(byte), { stream: true }), byte);
      has[byte] = 1;
    } catch {
      has[byte] = 0;
    }
  }
  return { byteOf, has };
}

/** How many of four bytes stand before the first that was found: its top bit is the lowest set. */
export function bytesBefore(found: number): number {
  return (31 - Math.clz32(found & -found)) >> 3;
}
