import { readPreamble, type PreambleKey } from './preamble.ts';

/** How much of a file is looked at for its preamble. */
const HEAD = 1 << 16;

/**
 * The names of the files that a figures file wants beside it, from its first lines. They are plain
 * names without a folder, to be looked for where the figures file lies.
 */
export function companionNames(bytes: Uint8Array): string[] {
  const head = new TextDecoder().decode(bytes.subarray(0, HEAD));
  return companionsNamed(readPreamble(head).values);
}

/** The plain names of companion files that a preamble gives; a name with a folder is not one. */
function companionsNamed(preamble: ReadonlyMap<PreambleKey, string>): string[] {
  return (['milestones', 'statistics', 'pledges'] as const).flatMap((key) => {
    const name = preamble.get(key);
    return name && isPlainName(name) ? [name] : [];
  });
}

export function isPlainName(name: string): boolean {
  return /^[\w-][\w.-]*$/.test(name);
}
