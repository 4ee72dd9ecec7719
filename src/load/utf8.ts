/**
 * The end of the letter beyond ASCII whose UTF-8 begins at `at`, within the bytes before `to`; below 0
 * if it is none by the Unicode Standard's table 3-7.
 */
export function sequenceEnd(buffer: Uint8Array, at: number, to: number): number {
  const byte = buffer[at]!;
  if (byte < 0xc2 || byte > 0xf4) return -1;
  const end = at + (byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4);
  if (end > to) return -1;
  const next = buffer[at + 1]!;
  const low = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
  const high = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
  if (next < low || next > high) return -1;
  for (let rest = at + 2; rest < end; rest++) if ((buffer[rest]! & 0xc0) !== 0x80) return -1;
  return end;
}

/** Where bytes end that are no UTF-8: after all others. */
export const NO_TEXT = 0x7fffffff;

/**
 * Looks at the letters that begin from `from` to before `to`; gives where the last of them ends, which
 * may be a little after `to`, or NO_TEXT. Letters may reach up to the end of the buffer.
 */
export function lettersEnd(buffer: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to) {
    const byte = buffer[at]!;
    if (byte < 0x80) at++;
    // Most letters beyond ASCII have two bytes.
    else if (byte >= 0xc2 && byte < 0xe0 && (buffer[at + 1]! & 0xc0) === 0x80) at += 2;
    else if ((at = sequenceEnd(buffer, at, buffer.length)) < 0) return NO_TEXT;
  }
  return at;
}
