import * as v from 'valibot';
import { parseShallow } from './depth.ts';
import type { Carried, CarriedFile } from './carried.ts';
import { joined } from './bytes.ts';
import { packed, unpacked } from './packed.ts';
import { SETTINGS } from './settings.ts';

/**
 * A payload is packed bytes as text (`packed.ts`): the settings as JSON, a NUL, and the files one
 * after another.
 */
export const PAYLOAD = /1\.[A-Za-z0-9_-]+\.[0-9a-f]{8}/;

/** Characters of a payload: readers of XML take no more than ten million in one attribute. */
export const LONGEST_PAYLOAD = 8_000_000;
/** Bytes of all files in a picture together. */
export const MOST_FILE_BYTES = 8_000_000;
const MOST_SETTINGS = 250_000;
const MOST_UNPACKED = MOST_SETTINGS + 1 + MOST_FILE_BYTES;
const DEEPEST = 20;

type Refused = { readonly refused: string };

const DAMAGED: Refused = {
  refused:
    'What this picture carries is damaged or was cut off, so it cannot be opened again. Look for the picture as it was saved.',
};

const TOO_MUCH: Refused = {
  refused: 'What this picture carries unpacks to more than any picture holds. It is not opened.',
};

/** Why these files cannot ride in a picture, as a sentence; null when they can. */
function tooMuchToCarry(files: readonly CarriedFile[]): string | null {
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  return size > MOST_FILE_BYTES
    ? `The data is too large to ride in a picture: it may have ${MOST_FILE_BYTES / 1e6} MB and has ${Math.ceil(size / 1e6)} MB.`
    : null;
}

/**
 * Writes what a picture carries as text of letters, digits, "_", "-" and "."; the same value gives
 * the same text everywhere. Throws with a sentence when it is too much for a picture.
 */
export function encodeCarried(carried: Carried): string {
  const tooMuch = tooMuchToCarry(carried.files);
  if (tooMuch !== null) throw new Error(tooMuch);
  const sizes = carried.files.map(({ name, bytes }) => ({ name, size: bytes.length }));
  const settings = new TextEncoder().encode(JSON.stringify({ ...carried, files: sizes }));
  if (settings.length > MOST_SETTINGS) throw new Error('There are too many words for a picture.');
  const parts = [settings, Uint8Array.of(0), ...carried.files.map(({ bytes }) => bytes)];
  const payload = packed(joined(parts));
  if (payload.length <= LONGEST_PAYLOAD) return payload;
  throw new Error('The data is too large to ride in a picture, though it is packed.');
}

/**
 * Reads what a picture carries. The text may come from anywhere: nothing in it is run, and it is
 * refused with a sentence before it grows beyond what a picture may carry.
 */
export function decodeCarried(text: string): Carried | Refused {
  const found = unpacked(text, LONGEST_PAYLOAD, MOST_UNPACKED);
  if ('bytes' in found) return read(found.bytes);
  switch (found.fault) {
    case 'damaged':
      return DAMAGED;
    case 'too much':
      return TOO_MUCH;
    case 'other form':
      return {
        refused: `This picture was made by another version (${found.form}) of Tranche, which this one cannot read. Open it in the newest one.`,
      };
  }
}

function read(bytes: Uint8Array): Carried | Refused {
  const end = bytes.indexOf(0);
  if (end < 0 || end > MOST_SETTINGS) return DAMAGED;
  const settings = parseShallow(bytes.subarray(0, end), DEEPEST);
  const checked = v.safeParse(SETTINGS, settings);
  if (!checked.success) {
    const where = v.getDotPath(checked.issues[0]);
    return {
      refused: `What this picture carries was not written by Tranche: its ${where ?? 'settings'} cannot be read.`,
    };
  }
  const files: CarriedFile[] = [];
  let at = end + 1;
  for (const { name, size } of checked.output.files) {
    if (at + size > bytes.length) return DAMAGED;
    files.push({ name, bytes: bytes.slice(at, at + size) });
    at += size;
  }
  return at === bytes.length ? { ...checked.output, files } : DAMAGED;
}
