import { LARGEST_TEXT } from './caps.ts';
import { Refusal } from './refusal.ts';

/** What is told of XML as it is read; names go without their prefix. */
export interface XmlHandler {
  open(name: string, attributes: string): void;
  text(text: string): void;
  close(name: string): void;
}

/** Characters of a tag, a comment or character data, which are waited for until they are whole. */
const LARGEST_TAG = 4_000_000;

/**
 * Reads the XML of spreadsheets piece by piece: elements, text and character data. A document type,
 * which alone can define entities that grow without bound, is refused; no spreadsheet has one.
 */
export async function* readXml(
  pieces: AsyncIterable<Uint8Array>,
  handler: XmlHandler,
): AsyncGenerator<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let waiting = '';
  let length = 0;
  const told: XmlHandler = {
    open(name, attributes) {
      length = 0;
      handler.open(name, attributes);
    },
    text(text) {
      length += text.length;
      if (length > LARGEST_TEXT) {
        throw new Refusal(
          `A cell of this spreadsheet has more than ${LARGEST_TEXT / 1e6} million characters.`,
        );
      }
      handler.text(text);
    },
    close: (name) => handler.close(name),
  };
  for await (const piece of pieces) {
    waiting = take(waiting + decode(decoder, piece), told);
    if (waiting.length > LARGEST_TAG) throw broken();
    yield;
  }
  waiting = take(waiting + decode(decoder), told);
  yield;
  if (waiting.trim() !== '') throw broken();
}

/** Reads all of an XML document that its handler keeps little of. */
export async function readWholeXml(
  pieces: AsyncIterable<Uint8Array>,
  handler: XmlHandler,
): Promise<void> {
  // The steps between pieces mean nothing here.
  for await (const _ of readXml(pieces, handler));
}

/** The value of an attribute in the text of a start tag; undefined when it is not there. */
export function attribute(attributes: string, name: string): string | undefined {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    const before = attributes.charCodeAt(at - 1);
    const isWhole = at === 0 || before <= 32;
    const rest = at + name.length;
    if (!isWhole || !/[=\s]/.test(attributes.charAt(rest))) continue;
    const value = /^\s*=\s*("[^"]*"|'[^']*')/.exec(attributes.slice(rest))?.[1];
    if (value !== undefined) return unescape(value.slice(1, -1));
  }
  return undefined;
}

/** Tells the handler of all that is complete in a text and gives back the rest. */
function take(text: string, handler: XmlHandler): string {
  let at = 0;
  for (;;) {
    const tag = text.indexOf('<', at);
    if (tag < 0) {
      // Text may go on in the next piece; all is told but an entity that may have been cut.
      const entity = text.lastIndexOf('&');
      const end = entity >= at && entity > text.length - 12 ? entity : text.length;
      if (end > at) handler.text(unescape(text.slice(at, end)));
      return text.slice(end);
    }
    if (tag > at) handler.text(unescape(text.slice(at, tag)));
    at = tag;
    const end = endOf(text, at);
    if (end < 0) break;
    tell(text.slice(at, end), handler);
    at = end;
  }
  return at === 0 ? text : text.slice(at);
}

/** The place after the tag, comment or instruction that begins at a place; -1 when it is not all there. */
function endOf(text: string, at: number): number {
  const after = (mark: string, from: number) => {
    const found = text.indexOf(mark, from);
    return found < 0 ? -1 : found + mark.length;
  };
  const next = text.charCodeAt(at + 1);
  if (next === 63) return after('?>', at + 2);
  if (next === 33) {
    if (text.startsWith('<!--', at)) return after('-->', at + 4);
    if (text.startsWith('<![CDATA[', at)) return after(']]>', at + 9);
    if (text.length - at >= 9) {
      throw new Refusal('The XML in this spreadsheet declares a document type, which none does.');
    }
    return -1;
  }
  return tagEnd(text, at + 1);
}

/** The place after the ">" that closes a tag; one in quotation marks does not. */
function tagEnd(text: string, from: number): number {
  let quote = 0;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quote !== 0) quote = code === quote ? 0 : quote;
    else if (code === 62) return at + 1;
    else if (code === 34 || code === 39) quote = code;
  }
  return -1;
}

function tell(token: string, handler: XmlHandler): void {
  if (token.startsWith('<![CDATA[')) return handler.text(token.slice(9, -3));
  if (token.startsWith('<?') || token.startsWith('<!')) return;
  if (token.startsWith('</')) return handler.close(localName(token.slice(2, -1).trimEnd()));
  const isEmpty = token.endsWith('/>');
  const inner = token.slice(1, isEmpty ? -2 : -1);
  const space = inner.search(/\s/);
  const name = localName(space < 0 ? inner : inner.slice(0, space));
  if (name === '') throw broken();
  handler.open(name, space < 0 ? '' : inner.slice(space + 1));
  if (isEmpty) handler.close(name);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

const ENTITIES = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

function unescape(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES.get(name) ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function decode(decoder: TextDecoder, piece?: Uint8Array): string {
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
  } catch {
    throw broken();
  }
}

function broken(): Refusal {
  return new Refusal(
    'The XML in this spreadsheet is damaged. Open it in a spreadsheet and save it again.',
  );
}
