import { format } from 'd3';

const grouped = format(',d');

/** "1 figure", "15 figures": a count with its noun in the right number. */
export function count(n: number, one: string, many = pluralOf(one)): string {
  return `${grouped(n)} ${n === 1 ? one : many}`;
}

export function pluralOf(noun: string): string {
  if (/(spend|money|revenue)$/.test(noun)) return `${noun} figures`;
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return noun.endsWith('s') ? noun : `${noun}s`;
}

export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "a, b and c". */
export function listOf(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
