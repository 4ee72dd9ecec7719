/** Code pages whose every byte is one character and whose first half is ASCII. */
const SINGLE_BYTE =
  /^(windows-125\d|windows-874|iso-8859-\d+i?|x-mac-cyrillic|macintosh|koi8-[ru]|ibm866)$/;

/** Whether delimiters, line ends and quotation marks can be found in the bytes of this encoding. */
export function isBytewise(encoding: string): boolean {
  return encoding === 'utf-8' || SINGLE_BYTE.test(encoding);
}

/** Text to bytes of a bytewise encoding and back. */
export class Coding {
  readonly encoding: string;
  readonly decoder: TextDecoder;
  readonly #byteOf: ReadonlyMap<number, number> | null;
  #scratch = new Uint8Array(1 << 10);
  #view = new DataView(this.#scratch.buffer);

  constructor(encoding: string) {
    this.decoder = new TextDecoder(encoding, { ignoreBOM: true });
    this.encoding = this.decoder.encoding;
    this.#byteOf = this.encoding === 'utf-8' ? null : bytesOfPage(this.decoder);
  }

  /** Bytes of the last text encoded. */
  get bytes(): Uint8Array {
    return this.#scratch;
  }

  get view(): DataView {
    return this.#view;
  }

  /** Puts a text into `bytes` and returns its length there. */
  encode(text: string): number {
    if (this.#scratch.length < text.length * 3) {
      this.#scratch = new Uint8Array(text.length * 3);
      this.#view = new DataView(this.#scratch.buffer);
    }
    if (!this.#byteOf) return ENCODER.encodeInto(text, this.#scratch).written;
    for (let at = 0; at < text.length; at++) {
      this.#scratch[at] = this.#byteOf.get(text.charCodeAt(at)) ?? 0x3f;
    }
    return text.length;
  }
}

const ENCODER = new TextEncoder();

function bytesOfPage(decoder: TextDecoder): Map<number, number> {
  const page = decoder.decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return new Map(Array.from({ length: 256 }, (_, byte) => [page.charCodeAt(byte), byte]));
}
