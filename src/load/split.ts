import { splitRecords, type Records } from './csv.ts';
import { decodeAs } from './decode.ts';
import type { Plan } from './plan.ts';

/** The records of a delimited file held in memory, from `plan.from` on. */
export function splitFile(bytes: Uint8Array, { format, from }: Plan): Records {
  if (!format) throw new Error('a plan without a text format does not read bytes');
  const text = decodeAs(bytes.subarray(from.byte), format.encoding);
  return splitRecords(text, format.delimiter);
}
