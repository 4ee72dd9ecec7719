import { grouped } from './grouped.ts';

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

/** "840 bytes", "34 kB", "1.2 MB": how large a file is; 1 kB is 1000 bytes. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return count(bytes, 'byte');
  const [size, unit] = bytes < 999_500 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${size < 9.95 ? Math.round(size * 10) / 10 : grouped(size)} ${unit}`;
}
