import type { TextColumn } from '../../model/dataset.ts';
import type { Parents } from './sumtree.ts';

/** The parents within one list of rows, by position. */
export type ParentsIn = (rows: readonly number[]) => Parents;

const LEVEL_HEADER = /\b(level|tier|depth|hierarchy|indent|ebene|stufe|nivel|niveau|livello)\b/i;
const CODE = /^[\p{L}\d]+([-./: ][\p{L}\d]+)*$/u;
const SEPARATOR = /[-./: ]/;

/** Codes such as 1, 1.1 and 1.2, or 01 and 011: most rows have one, and some begin as others do. */
export function isCodes({ values }: TextColumn): boolean {
  return (
    values.length > 2 &&
    values.some((text) => /\d/.test(text)) &&
    values.every((text) => CODE.test(text))
  );
}

/** A code is under the longest other that it begins with. */
export function codeParents(textOf: (row: number) => string): ParentsIn {
  return (rows) => {
    const places = new Map(rows.map((row, at) => [textOf(row), at]));
    const parents = new Int32Array(rows.length).fill(-1);
    // Of codes that stand more than once it is not known which is over which.
    if (places.size < rows.length) return parents;
    const parted = [...places.keys()].some((code) => SEPARATOR.test(code));
    rows.forEach((row, at) => {
      const code = textOf(row);
      for (let length = code.length - 1; length > 0; length--) {
        if (parted && !SEPARATOR.test(code.charAt(length))) continue;
        const over = places.get(code.slice(0, length));
        if (over === undefined) continue;
        parents[at] = over;
        break;
      }
    });
    return parents;
  };
}

/** A column of levels by its header, with whole numbers up to 9. */
export function isLevels({ label, values }: TextColumn): boolean {
  return LEVEL_HEADER.test(label) && values.length > 1 && values.every((text) => /^\d$/.test(text));
}

/** A row is under the last one above it of a smaller number. */
export function levelParents(textOf: (row: number) => string): ParentsIn {
  return (rows) => {
    const parents = new Int32Array(rows.length).fill(-1);
    const over: number[] = [];
    rows.forEach((row, at) => {
      const level = Number(textOf(row));
      while (over.length > 0 && Number(textOf(rows[over.at(-1)!]!)) >= level) over.pop();
      parents[at] = over.at(-1) ?? -1;
      over.push(at);
    });
    return parents;
  };
}
