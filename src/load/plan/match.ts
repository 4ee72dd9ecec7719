import { keyOf, type Column } from '../header.ts';
import { PROFILES } from '../profiles/index.ts';
import type { Profile } from '../profiles/profile.ts';

export interface Match {
  readonly profile: Profile;
  /** From 0 to 1: how many of the headers that such files have are there. */
  readonly confidence: number;
}

/** The profile with most of its headers among these columns; undefined when none fits. */
export function findProfile(columns: readonly Column[]): Match | undefined {
  let best: (Match & { readonly hits: number }) | undefined;
  for (const profile of PROFILES) {
    const there = (forms: readonly string[]) => columnFor(columns, forms) !== undefined;
    if (!profile.must.every(there)) continue;
    const may = profile.may.filter(there).length;
    if (may < profile.least) continue;
    const hits = profile.must.length + may;
    const confidence = Math.round((hits * 100) / (profile.must.length + profile.may.length)) / 100;
    const better =
      !best || hits > best.hits || (hits === best.hits && confidence > best.confidence);
    if (better) best = { profile, confidence, hits };
  }
  return best;
}

/** The column with the first of these headers that there is. */
export function columnFor(
  columns: readonly Column[],
  headers: readonly string[],
): Column | undefined {
  for (const header of headers) {
    const found = columns.find((column) => isHeader(column, header));
    if (found) return found;
  }
  return undefined;
}

/** Keys of headers, made once: a file may have ten thousand of them. */
const columnKeys = new WeakMap<Column, string>();
const headerKeys = new Map<string, string>();

function isHeader(column: Column, header: string): boolean {
  let key = columnKeys.get(column);
  if (key === undefined) columnKeys.set(column, (key = keyOf(column.label)));
  let wanted = headerKeys.get(header);
  if (wanted === undefined) headerKeys.set(header, (wanted = keyOf(header.replaceAll('*', ''))));
  if (header.startsWith('*')) return key.includes(wanted);
  return header.endsWith('*') ? key.startsWith(wanted) : key === wanted;
}
