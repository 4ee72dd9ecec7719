/** An element of a document, its text being only what stands directly in it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

const NAME = '[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?';
const TOKEN = new RegExp(`<(/?)(${NAME})((?:\\s+${NAME}="[^"<]*")*)\\s*(/?)>|([^<]+)`, 'uy');
const ATTRIBUTE = new RegExp(`(${NAME})="([^"]*)"`, 'gu');
const ENTITIES = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);
/** What XML 1.0 cannot hold, lone surrogates included. */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/**
 * Reads the small part of XML that pictures are written in: one root, elements, attributes in double
 * quotes, text and the five named entities. Throws at anything else, comments, declarations and
 * CDATA among it, and at whatever is not well-formed.
 */
export function parseXml(source: string): XmlElement {
  if (NOT_XML.test(source)) throw new Error('a character that XML cannot hold');
  interface Open {
    name: string;
    attributes: Map<string, string>;
    children: XmlElement[];
    text: string;
  }
  const document: Open = { name: '', attributes: new Map(), children: [], text: '' };
  const open = [document];
  let at = 0;
  while (at < source.length) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(source);
    if (!token) throw new Error(`not well-formed: "${source.slice(at, at + 60)}"`);
    at = TOKEN.lastIndex;
    const [, closing, name = '', written = '', empty, text] = token;
    const inside = open.at(-1)!;
    if (text !== undefined) {
      if (inside === document && text.trim() !== '') throw new Error(`text outside: "${text}"`);
      if (text.includes(']]>')) throw new Error('the end of a CDATA section in text');
      inside.text += unescaped(text);
    } else if (closing) {
      if (inside.name !== name || written || empty) throw new Error(`</${name}> closes nothing`);
      open.pop();
    } else {
      const element: Open = {
        name,
        attributes: attributesOf(name, written),
        children: [],
        text: '',
      };
      inside.children.push(element);
      if (!empty) open.push(element);
    }
  }
  const [root, ...others] = document.children;
  if (open.length > 1) throw new Error(`<${open.at(-1)!.name}> is not closed`);
  if (!root || others.length > 0) throw new Error('there must be one root');
  return root;
}

function attributesOf(name: string, written: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, key = '', value = ''] of written.matchAll(ATTRIBUTE)) {
    if (attributes.has(key)) throw new Error(`<${name}> has ${key} twice`);
    attributes.set(key, unescaped(value));
  }
  return attributes;
}

function unescaped(text: string): string {
  return text.replace(/&([^;]*);?/g, (found, name) => {
    const character = found.endsWith(';') ? ENTITIES.get(name) : undefined;
    if (character === undefined) throw new Error(`no entity: "${found.slice(0, 20)}"`);
    return character;
  });
}
