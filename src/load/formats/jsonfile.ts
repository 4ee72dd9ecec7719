import type { ByteSource, RecordFeed } from '../source.ts';
import { LARGEST_JSON } from './caps.ts';
import { feed } from './feeding.ts';
import { grantColumn } from './grants.ts';
import { isList, isObject, JsonReader, type Json, type JsonObject } from './json.ts';
import { Paths, put, type Step } from './paths.ts';
import { awardsApart } from './releases.ts';
import { Refusal } from './refusal.ts';
import { findTables, valuesOf, type JsonTable } from './tables.ts';

/** The whole text of a JSON file. */
export async function jsonText(source: ByteSource): Promise<string> {
  if (source.size > LARGEST_JSON) {
    throw new Refusal(
      `"${source.name}" is JSON of more than ${LARGEST_JSON / 1e6} MB, which is not read. Look for the same data as CSV, which may be of any size.`,
    );
  }
  const bytes = await source.slice(0, source.size);
  const encoding = bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('This JSON file is not in UTF-8, as JSON has to be. Save it as UTF-8.');
  }
}

/**
 * The tables of a JSON text as feeds, the likeliest first: the grants of a 360Giving package, a list
 * of records, lines of JSON, or the lists that an object holds. Fields of fields become columns named
 * by their path.
 */
export function jsonFeeds(source: ByteSource, text: string): RecordFeed[] {
  const tables = findTables(text);
  const grants = tables.filter(({ name }) => name === 'grants');
  const chosen = grants.length > 0 ? grants : tables;
  if (chosen.length === 0) {
    throw new Refusal('This JSON file holds no list of records, so there is nothing to add up.');
  }
  return chosen.map((table) => ({
    name: table.name || source.name,
    format: table.name === 'grants' ? 'JSON (360Giving)' : 'JSON',
    read: (take, signal) => feed(recordsOf(text, table), take, signal),
  }));
}

/** A small JSON file as one value, for files that describe others. */
export async function jsonObject(source: ByteSource): Promise<JsonObject | undefined> {
  const value = new JsonReader(await jsonText(source)).value();
  return isObject(value) ? value : undefined;
}

/** Reads the table twice: first for its columns, then for its records, so that it is never all held. */
function* recordsOf(text: string, table: JsonTable): Generator<readonly string[]> {
  const paths = new Paths();
  let first: Json | undefined;
  for (const value of awardsApart(valuesOf(text, table))) {
    first ??= value;
    if (isList(value)) continue;
    if (!isObject(value)) {
      throw new Refusal('This JSON file is a list of plain values, not of records.');
    }
    paths.meet(value);
  }
  const nameOf = naming(table, first);
  if (paths.columns.length > 0) yield paths.columns.map(nameOf);
  for (const value of awardsApart(valuesOf(text, table))) {
    // A list is a row of a table whose first row is its header.
    yield isList(value) ? cellsOf(value) : paths.cells(value);
  }
}

/** How a table names its columns: as its standard writes them in a spreadsheet. */
function naming(table: JsonTable, first: Json | undefined): (steps: readonly Step[]) => string {
  if (table.name === 'grants') return grantColumn;
  const isContracting = isObject(first) && first.has('ocid');
  return (steps) => steps.join(isContracting ? '/' : '.');
}

function cellsOf(values: readonly Json[]): string[] {
  const cells: string[] = [];
  values.forEach((value, column) => put(cells, column, isList(value) ? null : value));
  return cells;
}
