import { parseXml, type XmlElement } from './xml.ts';

/**
 * The portable profile: what opens alike in browsers, Inkscape, librsvg and LibreOffice. All that is
 * not listed is forbidden: styles, classes, variables, links, scripts, embedded pages, reused
 * elements, filters, markers, baselines, offsets, letter spacing.
 */
const GEOMETRY = ['x', 'y', 'width', 'height'];
const PAINT = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity'];
const ALLOWED = new Map<string, readonly string[]>([
  ['svg', ['xmlns', 'width', 'height', 'viewBox', 'font-family', 'role', 'data-tranche']],
  ['title', []],
  ['desc', []],
  ['defs', []],
  ['g', ['transform']],
  ['pattern', ['id', 'width', 'height', 'patternUnits']],
  ['rect', [...GEOMETRY, ...PAINT]],
  ['path', ['d', ...PAINT]],
  ['line', ['x1', 'y1', 'x2', 'y2', ...PAINT]],
  ['text', ['x', 'y', 'font-size', 'font-weight', 'text-anchor', 'stroke-linejoin', ...PAINT]],
]);
const NUMBER = /^-?\d+(\.\d+)?$/;
const SIZE = /^\d+(\.\d+)?$/;
const ROOT_SIZE = /^\d+(\.\d+)?(mm)?$/;
/** How the value of an attribute must read; those not listed are checked by what uses them. */
const VALUES = new Map<string, RegExp>([
  ...['x', 'y', 'x1', 'y1', 'x2', 'y2'].map((name) => [name, NUMBER] as const),
  ...['width', 'height', 'stroke-width', 'font-size'].map((name) => [name, SIZE] as const),
  ...['fill', 'stroke'].map((name) => [name, /^(none|#[0-9A-F]{6}|url\(#[\w-]+\))$/] as const),
  ['fill-opacity', /^(0\.\d+|1)$/],
  ['opacity', /^(0\.\d+|1)$/],
  ['stroke-dasharray', /^\d+(\.\d+)?( \d+(\.\d+)?)*$/],
  ['stroke-linejoin', /^round$/],
  ['font-weight', /^700$/],
  ['text-anchor', /^(start|middle|end)$/],
  ['transform', /^translate\(-?\d+(\.\d+)? -?\d+(\.\d+)?\)$/],
  ['d', /^M[-\d. MLCZa]+$/],
  ['xmlns', /^http:\/\/www\.w3\.org\/2000\/svg$/],
  ['viewBox', /^0 0 \d+(\.\d+)? \d+(\.\d+)?$/],
  ['patternUnits', /^userSpaceOnUse$/],
  ['data-tranche', /^[\w.-]+$/],
  ['role', /^img$/],
  ['id', /^[a-z][\w-]*$/],
]);
const NEEDED = new Map<string, readonly string[]>([
  ['svg', ['xmlns', 'width', 'height', 'viewBox']],
  ['pattern', ['id', 'width', 'height', 'patternUnits']],
  ['rect', ['width', 'height']],
  ['path', ['d']],
  ['line', ['x1', 'y1', 'x2', 'y2']],
  ['text', ['x', 'y', 'font-size', 'fill']],
]);

/** Where an SVG departs from the profile; nothing where it keeps it. */
export function departuresOf(svg: string): string[] {
  let root: XmlElement;
  try {
    root = parseXml(svg);
  } catch (error) {
    return [String(error)];
  }
  const elements = [...all(root)];
  const ids = elements.flatMap(({ attributes }) => attributes.get('id') ?? []);
  return [
    ...(root.name === 'svg' ? [] : [`the root is <${root.name}>`]),
    ...(['title', 'desc'].every((name) => root.children.some((child) => child.name === name))
      ? []
      : ['it has no title or no description']),
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `the id ${id} is there twice`),
    ...elements.flatMap((element) => departuresIn(element, ids)),
  ];
}

function* all(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) yield* all(child);
}

function departuresIn({ name, attributes, children, text }: XmlElement, ids: readonly string[]) {
  const allowed = ALLOWED.get(name);
  if (!allowed) return [`<${name}>`];
  const departures: string[] = [];
  for (const [attribute, value] of attributes) {
    const isRootSize = name === 'svg' && (attribute === 'width' || attribute === 'height');
    const form = isRootSize ? ROOT_SIZE : VALUES.get(attribute);
    const reference = /^url\(#(.*)\)$/.exec(value)?.[1];
    if (!allowed.includes(attribute)) departures.push(`${name} ${attribute}`);
    else if (form && !form.test(value)) departures.push(`${attribute}="${value}"`);
    else if (reference !== undefined && !ids.includes(reference)) {
      departures.push(`nothing is called ${reference}`);
    }
  }
  for (const needed of NEEDED.get(name) ?? []) {
    if (!attributes.has(needed)) departures.push(`${name} without ${needed}`);
  }
  const isWords = ['text', 'title', 'desc'].includes(name);
  if (isWords && children.length > 0) departures.push(`${name} of more than one run`);
  if (name === 'text' && text.trim() === '') departures.push('text without words');
  if (!isWords && text.trim() !== '') departures.push(`words in ${name}`);
  return departures;
}
