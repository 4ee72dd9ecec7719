import { JsonReader } from './json.ts';

/** Where a list of records stands in a JSON text. */
export interface JsonTable {
  /** The names that lead to it: "grants", "data.rows"; '' for the whole file. */
  readonly name: string;
  /** Where its opening bracket stands; for lines of JSON, where the first value does. */
  readonly at: number;
  /** Lines of JSON have values one after the other and no bracket. */
  readonly form: 'list' | 'lines';
}

/** Lists further inside than this are parts of a record, not tables. */
const DEEPEST = 4;

/**
 * Finds the lists of records in a JSON text: the text itself when it is a list or lines of JSON, else
 * every list of objects or lists that objects lead to.
 */
export function findTables(text: string): JsonTable[] {
  const reader = new JsonReader(text);
  const at = reader.at;
  const first = reader.peek();
  reader.skip();
  if (!reader.ended()) return [{ name: '', at, form: 'lines' }];
  if (first === '[') return [{ name: '', at, form: 'list' }];
  const tables: JsonTable[] = [];
  search(new JsonReader(text, at), text, [], tables);
  return tables;
}

function search(reader: JsonReader, text: string, path: readonly string[], tables: JsonTable[]) {
  for (const name of reader.names()) {
    const next = reader.peek();
    if (next === '{' && path.length + 1 < DEEPEST) {
      search(reader, text, [...path, name], tables);
      continue;
    }
    if (next === '[' && /^\[\s*[{[]/.test(text.slice(reader.at, reader.at + 200))) {
      tables.push({ name: [...path, name].join('.'), at: reader.at, form: 'list' });
    }
    reader.skip();
  }
}

/** The values of a table, one by one. */
export function* valuesOf(text: string, { at, form }: JsonTable) {
  const reader = new JsonReader(text, at);
  if (form === 'list') return yield* reader.values();
  while (!reader.ended()) yield reader.value();
}
