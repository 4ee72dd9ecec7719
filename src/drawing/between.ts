import { elementOf, type Mark, type RectMark } from './drawing.ts';
import { round } from './geometry.ts';
import { originsOf } from './origins.ts';

/** When each stage of the way begins and ends, as parts of the whole. */
const GOING = { from: 0, to: 0.25 };
const TRAVEL = { from: 0.12, to: 0.85 };
const COMING = { from: 0.7, to: 1 };

/** Below this a size in px is nothing that a proportion can be taken of. */
const SPECK = 0.01;

/** The whole way, worked out once: ask it for the marks at the moment `t` between 0 and 1. */
export type Way = (t: number) => readonly Mark[];

/**
 * The way from one picture to the next: marks of one thing and shape travel, those that go fade
 * first, those that come fade in last. Sizes change in equal proportions, so that no area on the way is
 * larger than the larger of its ends. A mark that comes from another is shown by that one's element.
 * `still` is for readers who want no motion: the one picture fades into the other.
 */
export function wayBetween(
  from: readonly Mark[],
  to: readonly Mark[],
  still: boolean,
  isSameChart: boolean,
): Way {
  const starts = new Map<Mark, Mark>();
  for (const [mark, origin] of originsOf(from, to)) {
    if (canTravel(origin, mark, isSameChart)) starts.set(mark, origin);
  }
  const travelling = new Set(starts.values());
  const names = new Names();
  for (const mark of travelling) names.take(elementOf(mark));
  const going = from.filter((mark) => !travelling.has(mark));
  const gone = going.map((mark) => leaving(mark, names.free(elementOf(mark))));
  const ways = to.map((mark) => {
    const start = starts.get(mark);
    const element = start ? elementOf(start) : names.free(mark.key);
    return { start, end: renamed(mark, mark.key, element) };
  });
  const end = ways.map(({ end: mark }) => mark);
  // Without motion what is elsewhere fades out where it was, under what fades in where it will be.
  const left = ways.flatMap(({ start, end: mark }) => {
    if (!still || !start || sameGeometry(start, mark)) return [];
    return [leaving(start, names.free(start.key))];
  });
  return (t) => {
    if (t >= 1) return end;
    return [
      ...gone.map((mark) => seen(mark, still ? 1 - t : 1 - part(t, GOING))),
      ...left.map((mark) => seen(mark, 1 - t)),
      ...ways.map(({ start, end: mark }) => {
        if (!start) return seen(mark, still ? t : part(t, COMING));
        if (still) return sameGeometry(start, mark) ? mark : seen(mark, t);
        return travelled(start, mark, eased(part(t, TRAVEL)));
      }),
    ];
  };
}

/** Names of elements, each given once. */
class Names {
  readonly #taken = new Set<string>();

  take(name: string): string {
    this.#taken.add(name);
    return name;
  }

  /** The name, or one like it that is not taken; taken from then on. */
  free(name: string): string {
    let free = name;
    while (this.#taken.has(free)) free += ' again';
    return this.take(free);
  }
}

/** A mark under another key, shown by the element of a name. */
function renamed(mark: Mark, key: string, element: string): Mark {
  const { element: _, ...rest } = mark;
  return element === key ? { ...rest, key } : { ...rest, key, element };
}

/** A mark of the picture before: still to be seen, and nothing to choose or to speak of. */
function leaving(mark: Mark, element: string): Mark {
  const { label: _, action: __, ...rest } = renamed(mark, `${mark.key} going`, element);
  return rest;
}

/** A mark as much in sight as it is, and no more than it would be by itself. */
function seen(mark: Mark, share: number): Mark {
  return { ...mark, opacity: round(share * (mark.opacity ?? 1)) };
}

function part(t: number, { from, to }: { readonly from: number; readonly to: number }): number {
  return Math.min(1, Math.max(0, (t - from) / (to - from)));
}

/** Slow in, slow out (cubic). */
function eased(t: number): number {
  return t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2;
}

/** Words that change do not slide into one another, and outlines do only within one sort of picture. */
function canTravel(a: Mark, b: Mark, isSameChart: boolean): boolean {
  if (a.shape === 'text' && b.shape === 'text') return a.text === b.text;
  if (a.shape === 'path' && b.shape === 'path') return isSameChart && form(a.d) === form(b.d);
  return a.shape === b.shape;
}

function sameGeometry(a: Mark, b: Mark): boolean {
  if (a.shape === 'path' && b.shape === 'path') return a.d === b.d;
  if (a.shape === 'rect' && b.shape === 'rect') {
    return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
  }
  if (a.shape === 'line' && b.shape === 'line') {
    return a.x0 === b.x0 && a.y0 === b.y0 && a.x1 === b.x1 && a.y1 === b.y1;
  }
  return a.shape === 'text' && b.shape === 'text' && a.x === b.x && a.y === b.y;
}

/** `b` as it is at the part `e` of its way from `a`. */
function travelled(a: Mark, b: Mark, e: number): Mark {
  const [before, after] = [a.opacity ?? 1, b.opacity ?? 1];
  const moved = placed(a, b, e);
  return before === after ? moved : { ...moved, opacity: round(before + (after - before) * e) };
}

function placed(a: Mark, b: Mark, e: number): Mark {
  const mix = (from: number, to: number) => round(from + (to - from) * e);
  if (a.shape === 'rect' && b.shape === 'rect') return grown(a, b, e);
  if (a.shape === 'line' && b.shape === 'line') {
    const start = { x0: mix(a.x0, b.x0), y0: mix(a.y0, b.y0) };
    return { ...b, ...start, x1: mix(a.x1, b.x1), y1: mix(a.y1, b.y1) };
  }
  if (a.shape === 'text' && b.shape === 'text') {
    return { ...b, x: mix(a.x, b.x), y: mix(a.y, b.y), size: mix(a.size, b.size) };
  }
  if (a.shape === 'path' && b.shape === 'path') {
    return { ...b, d: bent(a.d, b.d, e) };
  }
  return b;
}

/** Middles move on a line; sides change by equal proportions in equal times, and so does the area. */
function grown(a: RectMark, b: RectMark, e: number): RectMark {
  const side = (from: number, to: number) =>
    Math.max(SPECK, from) ** (1 - e) * Math.max(SPECK, to) ** e;
  const width = side(a.width, b.width);
  const height = side(a.height, b.height);
  const middle = (from: number, to: number) => from + (to - from) * e;
  const x = middle(a.x + a.width / 2, b.x + b.width / 2) - width / 2;
  const y = middle(a.y + a.height / 2, b.y + b.height / 2) - height / 2;
  return { ...b, x: round(x), y: round(y), width: round(width), height: round(height) };
}

/** Points move on lines; of a ribbon the area changes by equal proportions, as its nodes do. */
function bent(a: string, b: string, e: number): string {
  const [before, after] = [numbersIn(a), numbersIn(b)];
  let numbers = after.map((end, at) => (before[at] ?? 0) * (1 - e) + end * e);
  if (form(b) === RIBBON) {
    const due = Math.max(SPECK, areaOf(before)) ** (1 - e) * Math.max(SPECK, areaOf(after)) ** e;
    const ratio = due / areaOf(numbers);
    if (ratio < 1) numbers = slimmed(numbers, ratio);
  }
  let at = 0;
  return b.replace(NUMBER, () => String(round(numbers[at++] ?? 0)));
}

function numbersIn(d: string): number[] {
  return (d.match(NUMBER) ?? []).map(Number);
}

/** The area between the two sides of a ribbon, which are one curve: corners and handles are enough. */
function areaOf(numbers: readonly number[]): number {
  const number = (at: number) => numbers[at % numbers.length] ?? 0;
  let sum = 0;
  for (let at = 0; at < numbers.length; at += 2) {
    sum += number(at) * number(at + 3) - number(at + 2) * number(at + 1);
  }
  return Math.abs(sum) / 2;
}

/** A ribbon of `ratio` times the width about the same middle: its sides are drawn there and back. */
function slimmed(numbers: readonly number[], ratio: number): number[] {
  return numbers.map((number, at) => {
    const opposite = numbers[numbers.length - 2 - at + 2 * (at % 2)] ?? number;
    return number + ((opposite - number) * (1 - ratio)) / 2;
  });
}

/** How a ribbon is drawn. */
const RIBBON = 'M0 0C0 0 0 0 0 0L0 0C0 0 0 0 0 0Z';
const NUMBER = /-?\d+(?:\.\d+)?/g;

/** A path without its numbers: what must be alike for one to turn into the other. */
function form(d: string): string {
  return d.replace(NUMBER, '0');
}
