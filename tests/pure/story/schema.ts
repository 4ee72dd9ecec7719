/** The words of JSON Schema (draft 7) that the published schemas use. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: 'object' | 'array' | 'string' | 'number' | 'null';
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly definitions?: Readonly<Record<string, Schema>>;
}

const CHECKED = new Set(
  (
    '$ref type const properties required items minItems maxItems maxLength pattern minimum maximum ' +
    'allOf anyOf oneOf definitions'
  ).split(' '),
);
const SAID = new Set(['$schema', 'title', 'description', 'default']);

/** Whether a value is as a schema says. Throws for a schema with a word that is not known here. */
export function accepts(schema: Schema, value: unknown, root: Schema = schema): boolean {
  const strange = Object.keys(schema).find((word) => !CHECKED.has(word) && !SAID.has(word));
  if (strange !== undefined) throw new Error(`the schema says "${strange}"`);
  const fits = (other: Schema) => accepts(other, value, root);
  const { $ref, type, allOf, anyOf, oneOf } = schema;
  return (
    ($ref === undefined || fits(definition(root, $ref))) &&
    (type === undefined || typeOf(value) === type) &&
    (!('const' in schema) || schema.const === value) &&
    (allOf ?? []).every(fits) &&
    (!anyOf || anyOf.some(fits)) &&
    (!oneOf || oneOf.filter(fits).length === 1) &&
    fitsText(schema, value) &&
    fitsNumber(schema, value) &&
    (!Array.isArray(value) || fitsList(schema, value, root)) &&
    (typeOf(value) !== 'object' || fitsObject(schema, new Map(Object.entries(Object(value))), root))
  );
}

function definition({ definitions }: Schema, ref: string): Schema {
  const found = definitions?.[ref.replace('#/definitions/', '')];
  if (!found) throw new Error(`the schema has no ${ref}`);
  return found;
}

function typeOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}

function fitsText({ maxLength = Infinity, pattern = '' }: Schema, value: unknown): boolean {
  return typeof value !== 'string' || (value.length <= maxLength && RegExp(pattern).test(value));
}

function fitsNumber({ minimum = -Infinity, maximum = Infinity }: Schema, value: unknown): boolean {
  return typeof value !== 'number' || (value >= minimum && value <= maximum);
}

function fitsList(
  { items, minItems = 0, maxItems = Infinity }: Schema,
  value: readonly unknown[],
  root: Schema,
): boolean {
  const isLong = value.length >= minItems && value.length <= maxItems;
  return isLong && value.every((item) => !items || accepts(items, item, root));
}

function fitsObject(
  { properties = {}, required = [] }: Schema,
  value: ReadonlyMap<string, unknown>,
  root: Schema,
): boolean {
  return (
    required.every((name) => value.has(name)) &&
    Object.entries(properties).every(
      ([name, each]) => !value.has(name) || accepts(each, value.get(name), root),
    )
  );
}
