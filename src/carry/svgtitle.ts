import { bytesOf, indexOf } from './bytes.ts';

const LONGEST = 1_000;
const TITLE = bytesOf('<title');
const ENTITIES = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** The first title in an SVG, as plain text for a list; null when it has none. */
export function svgTitle(svg: Uint8Array): string | null {
  const at = indexOf(svg, TITLE, 0);
  if (at < 0) return null;
  const text = new TextDecoder().decode(svg.subarray(at, at + LONGEST));
  const words = /^<title[^<>]*>([^<]*)</.exec(text)?.[1] ?? '';
  return words.replace(/&(\w+);/g, (all, name: string) => ENTITIES.get(name) ?? all).trim() || null;
}
