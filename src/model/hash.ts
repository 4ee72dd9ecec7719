/** Multipliers without structure of their own; two of them make two hashes that share none. */
const FIRST = 0x9e3779b1;
const SECOND = 0x85ebca6b;

/** Puts 32 bits into the first of two hashes. */
export function first(hash: number, word: number): number {
  const mixed = Math.imul(hash ^ word, FIRST);
  return mixed ^ (mixed >>> 15);
}

/** Puts 32 bits into the second of two hashes. */
export function second(hash: number, word: number): number {
  return (Math.imul(hash, SECOND) + word) | 0;
}
