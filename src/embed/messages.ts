/**
 * What an embed and the page around it say to each other. Each carries the protocol's number; the
 * embed says only numbers and words from a list, so that there is nothing in them to steal or to
 * run, and believes no more of what it hears.
 */
export const PROTOCOL = 1;

/**
 * Keys that the page around may be waiting for: those that page through it, a clicker's, and Escape;
 * with the numbers that scripts of old know them by.
 */
export const HOST_KEYS: ReadonlyMap<string, number> = new Map([
  ['Escape', 27],
  ['PageUp', 33],
  ['PageDown', 34],
  ['End', 35],
  ['Home', 36],
  ['ArrowLeft', 37],
  ['ArrowUp', 38],
  ['ArrowRight', 39],
  ['ArrowDown', 40],
  [' ', 32],
  ['Enter', 13],
  ['Backspace', 8],
  ['.', 190],
  ['b', 66],
  ['w', 87],
]);

/**
 * From the embed: it has begun and can be told; it has to ask the reader something; its picture is
 * there; its height; a key that is not its own.
 */
export type FromEmbed =
  | { readonly tranche: typeof PROTOCOL; readonly type: 'hello' }
  | {
      readonly tranche: typeof PROTOCOL;
      readonly type: 'ask' | 'ready' | 'height';
      readonly height: number;
    }
  | { readonly tranche: typeof PROTOCOL; readonly type: 'key'; readonly key: string };

/** From the page around: how it looks, in what language it is, and the pixels it has kept free. */
export interface FromHost {
  readonly tranche: typeof PROTOCOL;
  readonly type: 'host';
  readonly theme: 'auto' | 'light' | 'dark';
  readonly lang: string;
  readonly room: number;
}

/** Reads a message from the page around; undefined when it is not one. */
export function readHostMessage(data: unknown): Omit<FromHost, 'tranche' | 'type'> | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  // Any object may be asked for these by name; what is found is looked at below.
  const { tranche, type, theme, lang, room } = data as Partial<Record<keyof FromHost, unknown>>;
  if (tranche !== PROTOCOL || type !== 'host') return undefined;
  if (theme !== 'auto' && theme !== 'light' && theme !== 'dark') return undefined;
  if (typeof lang !== 'string' || !/^[A-Za-z0-9-]{0,35}$/.test(lang)) return undefined;
  if (typeof room !== 'number' || !(room >= 0 && room <= 10_000)) return undefined;
  return { theme, lang, room };
}
