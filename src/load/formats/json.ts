import { DEEPEST_JSON } from './caps.ts';
import { Refusal } from './refusal.ts';

/**
 * A value of JSON. Whole numbers and truths are kept as the text that stands in the file, so that no
 * digit of an amount is lost; names are kept in a Map, where none means anything but itself.
 */
export type Json = string | null | JsonFraction | readonly Json[] | JsonObject;
export type JsonObject = ReadonlyMap<string, Json>;

/** A number that is not whole, as it stands in the file: its text alone might mean thousands. */
export class JsonFraction {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export function isObject(value: Json | undefined): value is JsonObject {
  return value instanceof Map;
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** NaN and Infinity are no JSON, but some programs write them. */
const WORD = /true|false|null|NaN|-?Infinity/y;
const SPACE = /[ \t\r\n]*/y;

/** Reads JSON from a text, a value at a time, so that a long list need not be held as values. */
export class JsonReader {
  readonly #text: string;
  #at: number;

  constructor(text: string, at = 0) {
    this.#text = text;
    this.#at = at;
  }

  /** The place of the next thing that is not space. */
  get at(): number {
    SPACE.lastIndex = this.#at;
    SPACE.exec(this.#text);
    this.#at = SPACE.lastIndex;
    return this.#at;
  }

  /** The next character that is not space; '' at the end. */
  peek(): string {
    return this.#text.charAt(this.at);
  }

  /** True at the end of the text; false where another object or list begins; else a fault. */
  ended(): boolean {
    const next = this.peek();
    if (next !== '' && next !== '{' && next !== '[') throw this.#fault(this.at);
    return next === '';
  }

  /** Reads one value and all in it. */
  value(depth = 0): Json {
    if (depth > DEEPEST_JSON) {
      throw new Refusal(
        `This JSON file is nested more than ${DEEPEST_JSON} levels deep, which no table is.`,
      );
    }
    const next = this.peek();
    if (next === '"') return this.#string();
    if (next === '[') return [...this.#items(() => this.value(depth + 1))];
    if (next === '{') {
      const object = new Map<string, Json>();
      for (const name of this.names()) object.set(name, this.value(depth + 1));
      return object;
    }
    return this.#literal();
  }

  /** Steps into a list and gives its values one by one. */
  *values(): Generator<Json> {
    yield* this.#items(() => this.value());
  }

  /** Steps into an object and gives its names; whoever asks reads or skips the value after each. */
  *names(): Generator<string> {
    this.#expect('{');
    if (this.#take('}')) return;
    do {
      const name = this.#string();
      this.#expect(':');
      yield name;
    } while (this.#take(','));
    this.#expect('}');
  }

  /** Passes over one value, without looking at more of it than where it ends. */
  skip(): void {
    const start = this.at;
    let depth = 0;
    const edge = /["{}[\]]/g;
    const first = this.peek();
    if (first === '"') return void this.#string();
    if (first !== '{' && first !== '[') return void this.#literal();
    edge.lastIndex = start;
    do {
      const found = edge.exec(this.#text)?.[0];
      if (found === undefined) throw this.#fault(this.#text.length);
      if (found === '"') {
        this.#at = edge.lastIndex - 1;
        this.#string();
        edge.lastIndex = this.#at;
      } else depth += found === '{' || found === '[' ? 1 : -1;
    } while (depth > 0);
    this.#at = edge.lastIndex;
  }

  *#items(read: () => Json): Generator<Json> {
    this.#expect('[');
    if (this.#take(']')) return;
    do yield read();
    while (this.#take(','));
    this.#expect(']');
  }

  #string(): string {
    const start = this.at;
    this.#expect('"');
    for (let end = this.#at; ; end++) {
      end = this.#text.indexOf('"', end);
      if (end < 0) throw this.#fault(start);
      let before = end - 1;
      while (this.#text.charCodeAt(before) === 92) before--;
      if ((end - before) % 2 === 0) continue;
      this.#at = end + 1;
      const inner = this.#text.slice(start + 1, end);
      return inner.includes('\\') ? this.#unescape(inner, start) : inner;
    }
  }

  #unescape(inner: string, start: number): string {
    try {
      // Only a text can come of a text in quotation marks.
      return JSON.parse(`"${inner.replace(/[\x00-\x1f]/g, escaped)}"`) as string;
    } catch {
      throw this.#fault(start);
    }
  }

  #literal(): string | null | JsonFraction {
    for (const pattern of [NUMBER, WORD]) {
      pattern.lastIndex = this.at;
      const found = pattern.exec(this.#text)?.[0];
      if (found === undefined) continue;
      this.#at = pattern.lastIndex;
      if (found === 'null') return null;
      return pattern === NUMBER && /[.eE]/.test(found) ? new JsonFraction(found) : found;
    }
    throw this.#fault(this.at);
  }

  #take(character: string): boolean {
    if (this.peek() !== character) return false;
    this.#at++;
    return true;
  }

  #expect(character: string): void {
    if (!this.#take(character)) throw this.#fault(this.at);
  }

  #fault(at: number): Refusal {
    let line = 1;
    for (let end = this.#text.indexOf('\n'); end >= 0 && end < at; line++) {
      end = this.#text.indexOf('\n', end + 1);
    }
    return new Refusal(
      at >= this.#text.length
        ? 'This JSON file ends in the middle: it was not downloaded to its end. Download it again.'
        : `This JSON file has a fault in line ${line}, character ${at - this.#text.lastIndexOf('\n', at - 1)}. Download it again, or ask its publisher for CSV.`,
    );
  }
}

function escaped(control: string): string {
  return `\\u00${control.charCodeAt(0).toString(16).padStart(2, '0')}`;
}
