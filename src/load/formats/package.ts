import type { ByteSource } from '../source.ts';
import { isList, isObject, JsonFraction, type Json, type JsonObject } from './json.ts';
import { jsonObject } from './jsonfile.ts';

/** What a data package tells of one column of its table; '' for what it does not say. */
export interface ColumnHint {
  readonly column: string;
  readonly title: string;
  /** The table schema's type: number, date, string … */
  readonly type: string;
  /** The fiscal meaning: "value", "date:fiscal-year", "functional-classification:cofog:code" … */
  readonly columnType: string;
  /** The measure or dimension of the fiscal model that is read from this column, by its name. */
  readonly measure: string;
  readonly dimension: string;
  /** Of a dimension: datetime, entity, classification, activity, fact, location, other. */
  readonly dimensionType: string;
  readonly currency: string;
  /** What one unit written stands for, as written: "1000". */
  readonly factor: string;
  /** Whether money comes in or goes out, and the stage of the budget, where it is said. */
  readonly direction: string;
  readonly phase: string;
  readonly format: string;
  readonly decimalChar: string;
  readonly groupChar: string;
}

/** A Fiscal (or any Tabular) Data Package: what `datapackage.json` tells of the file beside it. */
export interface DataPackage {
  readonly title: string;
  readonly description: string;
  readonly licence: string;
  readonly publisher: string;
  /** The path of each table's file, as the package gives it. */
  readonly paths: readonly string[];
  readonly encoding: string;
  readonly delimiter: string;
  readonly quoteChar: string;
  /** "false" where it says that the first record is no header, "true" where it says that it is. */
  readonly header: string;
  readonly columns: readonly ColumnHint[];
}

/**
 * Reads the description of a data package, of its tables that of the first whose file is among those
 * that came with it; undefined when the file is none.
 */
export async function readPackage(
  source: ByteSource,
  isThere: (path: string) => boolean,
): Promise<DataPackage | undefined> {
  const root = await jsonObject(source);
  const resources = listIn(root, 'resources').filter(isObject);
  const [first] = resources;
  if (!root || !first) return undefined;
  const described = resources.find((resource) => pathsOf(resource).some(isThere)) ?? first;
  return {
    title: textIn(root, 'title') || textIn(root, 'name'),
    description: textIn(root, 'description'),
    licence:
      textIn(listIn(root, 'licenses')[0], 'title') || textIn(listIn(root, 'licenses')[0], 'name'),
    publisher: textIn(listIn(root, 'contributors')[0], 'title') || textIn(root, 'author'),
    paths: resources.flatMap(pathsOf),
    encoding: textIn(described, 'encoding'),
    delimiter: textIn(described.get('dialect'), 'delimiter'),
    quoteChar: textIn(described.get('dialect'), 'quoteChar'),
    header: textIn(described.get('dialect'), 'header'),
    columns: hintsOf(root, described),
  };
}

/** A package names its file by `path`, or `url` in old ones; a path may be a list of parts. */
function pathsOf(resource: JsonObject): string[] {
  const path = resource.get('path') ?? resource.get('url') ?? null;
  return [path].flat().filter((part) => typeof part === 'string');
}

function hintsOf(root: JsonObject, resource: JsonObject): ColumnHint[] {
  const schema = resource.get('schema');
  const model = modelOf(root);
  const fields = listIn(schema, 'fields').filter(isObject);
  return fields.map((field) => {
    const column = textIn(field, 'name');
    const meaning = model.get(column);
    return {
      column,
      title: textIn(field, 'title'),
      type: textIn(field, 'type'),
      columnType: textIn(field, 'columnType'),
      measure: textIn(meaning, 'measure'),
      dimension: textIn(meaning, 'dimension'),
      dimensionType: textIn(meaning, 'dimensionType'),
      currency: textIn(field, 'currency') || textIn(meaning, 'currency'),
      factor: textIn(field, 'factor') || textIn(meaning, 'factor'),
      direction: textIn(field, 'direction') || textIn(meaning, 'direction'),
      phase: textIn(field, 'phase') || textIn(meaning, 'phase'),
      format: textIn(field, 'format'),
      decimalChar: textIn(field, 'decimalChar'),
      groupChar: textIn(field, 'groupChar'),
    };
  });
}

/** What the fiscal model (`model`, once `mapping`) says of columns, by column. */
function modelOf(root: JsonObject): ReadonlyMap<string, JsonObject> {
  const model = [root.get('model'), root.get('mapping')].find(isObject);
  const found = new Map<string, JsonObject>();
  for (const [name, measure] of entriesIn(model, 'measures')) {
    found.set(textIn(measure, 'source'), new Map([...measure, ['measure', name]]));
  }
  for (const [name, dimension] of entriesIn(model, 'dimensions')) {
    for (const [, attribute] of entriesIn(dimension, 'attributes')) {
      const about: [string, Json][] = [
        ['dimension', name],
        ['dimensionType', textIn(dimension, 'dimensionType')],
      ];
      found.set(textIn(attribute, 'source'), new Map(about));
    }
  }
  return found;
}

function entriesIn(value: Json | undefined, name: string): [string, JsonObject][] {
  const inner = isObject(value) ? value.get(name) : undefined;
  return isObject(inner)
    ? [...inner].flatMap(([key, entry]) => (isObject(entry) ? [[key, entry]] : []))
    : [];
}

function listIn(value: Json | undefined, name: string): readonly Json[] {
  const inner = isObject(value) ? value.get(name) : undefined;
  return isList(inner) ? inner : [];
}

function textIn(value: Json | undefined, name: string): string {
  const inner = isObject(value) ? value.get(name) : undefined;
  if (inner instanceof JsonFraction) return inner.text;
  return typeof inner === 'string' ? inner : '';
}
