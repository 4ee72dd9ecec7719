import type { TextColumn } from '../model/dataset.ts';
import type { TextRole } from './roles.ts';
import { cellAt } from './table.ts';

/** Codes in the smallest array that holds `size` different ones. */
export function codesFor(size: number, codes: Uint32Array): Uint8Array | Uint16Array | Uint32Array {
  if (size <= 0x100) return Uint8Array.from(codes);
  if (size <= 0x10000) return Uint16Array.from(codes);
  return codes;
}

/** Dictionary-codes one column of the given records; a blank cell reads as `blank`. */
export function textColumn(
  { id, label, column }: TextRole,
  records: readonly (readonly string[])[],
  blank: string,
): TextColumn {
  const known = new Map<string, number>();
  const codes = new Uint32Array(records.length);
  records.forEach((cells, row) => {
    const text = cellAt(cells, column) || blank;
    let code = known.get(text);
    if (code === undefined) known.set(text, (code = known.size));
    codes[row] = code;
  });
  return { id, label, values: [...known.keys()], codes: codesFor(known.size, codes) };
}
