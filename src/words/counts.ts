import { grouped } from './grouped.ts';

/** "1 figure", "15 figures": a count with its noun in the right number. */
export function count(n: number, one: string, many = pluralOf(one)): string {
  return `${grouped(n)} ${n === 1 ? one : many}`;
}

/** Nouns that are not counted themselves. */
const MASS = /(spend|money|revenue)$/;

export function pluralOf(noun: string): string {
  if (MASS.test(noun)) return `${noun} figures`;
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return noun.endsWith('s') ? noun : `${noun}s`;
}

/** Last words of kinds of money whose plural is known; a file may call a kind anything. */
const COUNTED =
  /\b(amount|award|benefit|budget|commitment|contract|cost|detail|disbursement|estimate|expense|figure|flow|grant|loan|obligation|offer|payment|pledge|price|saving|sub[sv]id[yi]|transaction|transfer|total)s?$/i;

/** "2 awards", "3 agency staff figures": figures of a kind of money, counted. */
export function countKind(n: number, kind: string): string {
  return COUNTED.test(kind) || MASS.test(kind) ? count(n, kind) : count(n, `${kind} figure`);
}

/** "awards", "agency staff figures": figures of a kind of money; words of a file get no plural made up. */
export function kindsOf(kind: string): string {
  return COUNTED.test(kind) ? pluralOf(kind) : `${kind} figures`;
}

export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "a, b and c". */
export function listOf(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** Longest list that is told in full where there is one line for it, and how many begin a longer one. */
const [IN_FULL, BEGIN] = [4, 2];

/** "a, b and c", and of a long list "a, b and 5 more kinds". */
export function shortListOf(items: readonly string[], what: string): string {
  if (items.length <= IN_FULL) return listOf(items);
  return listOf([...items.slice(0, BEGIN), `${grouped(items.length - BEGIN)} more ${what}`]);
}

/** "840 bytes", "34 kB", "1.2 MB": how large a file is; 1 kB is 1000 bytes. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return count(bytes, 'byte');
  const [size, unit] = bytes < 999_500 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${size < 9.95 ? Math.round(size * 10) / 10 : grouped(size)} ${unit}`;
}
