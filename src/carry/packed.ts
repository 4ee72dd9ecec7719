import { deflateSync } from 'fflate';
import { Crc32 } from '../load/formats/crc32.ts';
import { bytesOf } from './bytes.ts';
import { inflated } from './inflated.ts';

/**
 * Bytes as text that a link, an attribute and a word processor leave alone: the number of the form,
 * ".", base64url of the deflated bytes, ".", and the check sum of these in hexadecimal.
 */
const FORM = '1';

/** Why a text holds no bytes: what is wrong with it, or the number of a form that is not known here. */
export type Unpacked =
  | { readonly bytes: Uint8Array }
  | { readonly fault: 'damaged' | 'too much' }
  | { readonly fault: 'other form'; readonly form: string };

/** Packs bytes as text of letters, digits, "_", "-" and "."; the same bytes give the same text everywhere. */
export function packed(bytes: Uint8Array): string {
  const deflated = deflateSync(bytes, { level: 9 });
  return `${FORM}.${base64Url(deflated)}.${checkSum(deflated)}`;
}

/**
 * The bytes of a text that may come from anywhere, `longest` characters and `most` bytes at most: it
 * is refused before it grows beyond them.
 */
export function unpacked(text: string, longest: number, most: number): Unpacked {
  const [form = '', coded = '', sum, ...more] = text.split('.', 4);
  if (!/^\d{1,4}$/.test(form) || text.length > longest) return { fault: 'damaged' };
  if (form !== FORM) return { fault: 'other form', form };
  const bytes = more.length > 0 ? null : unBase64(coded);
  if (!bytes || checkSum(bytes) !== sum) return { fault: 'damaged' };
  const whole = inflated(bytes, most);
  return whole.end === 'whole' ? { bytes: whole.bytes } : { fault: whole.end };
}

function checkSum(bytes: Uint8Array): string {
  const crc = new Crc32();
  crc.add(bytes);
  return crc.value.toString(16).padStart(8, '0');
}

function base64Url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3 * 4096) {
    text += btoa(String.fromCharCode(...bytes.subarray(at, at + 3 * 4096)));
  }
  return text.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

function unBase64(text: string): Uint8Array | null {
  if (/[^A-Za-z0-9_-]/.test(text)) return null;
  try {
    const bytes = bytesOf(atob(text.replace(/-/g, '+').replace(/_/g, '/')));
    // Bits of the last letter that stand for no byte are nought where nothing was changed.
    const last = bytes.subarray(bytes.length - (bytes.length % 3));
    return text.endsWith(base64Url(last)) ? bytes : null;
  } catch {
    return null;
  }
}
