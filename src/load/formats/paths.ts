import { putNumber } from '../typednumbers.ts';
import { MOST_COLUMNS } from './caps.ts';
import { isList, isObject, JsonFraction, type Json } from './json.ts';
import { Refusal } from './refusal.ts';

/** A step to a value in a record: a name, or a place in a list of objects (from 0). */
export type Step = string | number;

/**
 * The paths to the values of records, in the order in which they are first met, each of them a
 * column. A list of plain values is one value, its parts joined by "; ".
 */
export class Paths {
  readonly #root = new Place([]);
  readonly #columns: Place[] = [];

  get columns(): readonly (readonly Step[])[] {
    return this.#columns.map(({ steps }) => steps);
  }

  /** Adds the columns of a record that are new. */
  meet(record: Json): void {
    walk(this.#root, record, (place) => {
      if (place.column >= 0) return;
      place.column = this.#columns.push(place) - 1;
      if (this.#columns.length > MOST_COLUMNS) {
        throw new Refusal(
          `The records have more than ${MOST_COLUMNS} different fields, so they are no table.`,
        );
      }
    });
  }

  /** The cells of a record, one for each column met so far. */
  cells(record: Json): string[] {
    const cells = new Array<string>(this.#columns.length).fill('');
    walk(this.#root, record, ({ column }, value) => put(cells, column, value));
    return cells;
  }
}

class Place {
  column = -1;
  readonly steps: readonly Step[];
  readonly #inner = new Map<Step, Place>();

  constructor(steps: readonly Step[]) {
    this.steps = steps;
  }

  inner(step: Step): Place {
    let place = this.#inner.get(step);
    if (!place) {
      place = new Place([...this.steps, step]);
      this.#inner.set(step, place);
    }
    return place;
  }
}

function walk(place: Place, value: Json, put: (place: Place, value: Json) => void): void {
  if (isObject(value)) {
    for (const [name, inner] of value) walk(place.inner(name), inner, put);
  } else if (isList(value) && value.some(isObject)) {
    value.forEach((inner, index) => walk(place.inner(index), inner, put));
  } else if (isList(value)) put(place, value.map(textOf).join('; '));
  else put(place, value);
}

/** Puts a plain value into a record. */
export function put(cells: string[], column: number, value: Json): void {
  if (value instanceof JsonFraction) putNumber(cells, column, value.text);
  else cells[column] = textOf(value);
}

/** A value inside a list of plain values; lists in it (coordinates, say) as JSON writes them. */
function textOf(value: Json): string {
  if (isList(value)) return `[${value.map(textOf).join(',')}]`;
  if (value instanceof JsonFraction) return value.text;
  return isObject(value) ? '' : (value ?? '');
}
