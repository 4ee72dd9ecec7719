import { MOST_COLUMNS } from './caps.ts';
import { isList, isObject, type Json } from './json.ts';
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
    walk(this.#root, record, ({ column }, text) => {
      cells[column] = text;
    });
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

function walk(place: Place, value: Json, put: (place: Place, text: string) => void): void {
  if (isObject(value)) {
    for (const [name, inner] of value) walk(place.inner(name), inner, put);
  } else if (isList(value) && value.some(isObject)) {
    value.forEach((inner, index) => walk(place.inner(index), inner, put));
  } else if (isList(value)) put(place, value.map(textOf).join('; '));
  else put(place, value ?? '');
}

/** A value inside a list of plain values; lists in it (coordinates, say) as JSON writes them. */
function textOf(value: Json): string {
  if (isList(value)) return `[${value.map(textOf).join(',')}]`;
  return isObject(value) ? '' : (value ?? '');
}
