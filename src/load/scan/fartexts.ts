import type { FarTexts } from '../../model/dataset.ts';
import type { TextRole } from '../roles.ts';
import type { ByteSource } from '../source.ts';
import type { Coding } from './encoding.ts';
import { SPARE } from './byterecord.ts';
import { Structure } from './structure.ts';

/** Rows whose records start within this many bytes are read in one piece. */
const TOGETHER = 1 << 18;
/** The longest record that is read again; what is beyond it is not shown. */
const LONGEST = 1 << 24;

interface Piece {
  readonly from: number;
  to: number;
  /** Positions among the rows asked for. */
  readonly positions: number[];
}

/** Reads columns of text again from where their records start. */
export function farTexts(
  source: ByteSource,
  delimiter: string,
  coding: Coding,
  roles: readonly TextRole[],
  offsets: Float64Array,
): FarTexts {
  const endOf = (row: number) =>
    Math.min(offsets[row + 1] ?? source.size, offsets[row]! + LONGEST, source.size);

  async function readPiece(rows: readonly number[], { from, to, positions }: Piece) {
    const bytes = await source.slice(from, to);
    return positions.map((position): [number, string[]] => {
      const row = rows[position]!;
      const texts = firstRecord(bytes, offsets[row]! - from, endOf(row) - from);
      return [position, roles.map(({ column }) => texts[column]?.trim() ?? '')];
    });
  }

  function firstRecord(bytes: Uint8Array, from: number, to: number): string[] {
    let texts: string[] | undefined;
    // Each record is split on a copy: splitting writes on what it splits.
    const copy = new Uint8Array(to - from + SPARE);
    copy.set(bytes.subarray(from, to));
    new Structure(delimiter).split(copy, 0, to - from, true, (record) => {
      texts ??= record.texts(coding);
    });
    return texts ?? [];
  }

  return {
    columns: roles.map(({ id, label }) => ({ id, label })),
    async read(rows) {
      const pieces = piecesOf(rows, offsets, endOf);
      const read = await Promise.all(pieces.map((piece) => readPiece(rows, piece)));
      const texts: string[][] = [];
      for (const [position, cells] of read.flat()) texts[position] = cells;
      return texts;
    },
  };
}

function piecesOf(
  rows: readonly number[],
  offsets: Float64Array,
  endOf: (row: number) => number,
): Piece[] {
  const pieces: Piece[] = [];
  const inOrder = Array.from(rows.keys()).sort((a, b) => rows[a]! - rows[b]!);
  for (const position of inOrder) {
    const [from, to] = [offsets[rows[position]!]!, endOf(rows[position]!)];
    const last = pieces.at(-1);
    if (last && to - last.from <= TOGETHER) {
      last.to = Math.max(last.to, to);
      last.positions.push(position);
    } else {
      pieces.push({ from, to, positions: [position] });
    }
  }
  return pieces;
}
