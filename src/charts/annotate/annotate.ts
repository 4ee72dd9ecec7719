import type { Drawing, Ink, Mark } from '../../drawing/drawing.ts';
import { around, extentOf, gapBetween, type Extent } from '../../drawing/extent.ts';
import { polygon, round } from '../../drawing/geometry.ts';
import type { Place, Pointer } from '../../model/annotation.ts';
import { valueOf } from '../../model/subject.ts';
import { finished } from '../finish.ts';
import { baselineOf, nearestIn, Room, SIZE, type Setting } from './room.ts';
import { markOf } from './target.ts';

/** A drawing with what is pointed out on it, and what could not be, in words. */
export interface Annotated {
  readonly drawing: Drawing;
  readonly missing: readonly string[];
}

/** What something that is drawn is about. */
type About = Pick<Mark, 'subjects' | 'touches'>;

const HEAD = 7;
/** From the marks a bracket spans to the bracket, and how long its arms are. */
const BESIDE = 3;
const ARM = 5;

/**
 * Points things out on a drawing of any chart: words beside their mark with a thin line, arrows from
 * mark to mark, brackets along several. Words cover no other words and stay inside the drawing. What
 * has no mark, or no room, is told in `missing`; the mark's spoken name says what is pointed out on it.
 */
export function annotated(drawing: Drawing, pointers: readonly Pointer[]): Annotated {
  if (pointers.length === 0 || drawing.empty !== undefined) {
    return { drawing, missing: pointers.map(({ text }) => `what “${text}” points at`) };
  }
  const pen = new Pen(drawing);
  for (const pointer of pointers) pen.point(pointer);
  const { marks, missing } = pen;
  return { drawing: { ...drawing, marks: finished(marks) }, missing };
}

class Pen {
  readonly #drawing: Drawing;
  readonly #room: Room;
  readonly #added: Mark[] = [];
  readonly #said = new Map<Mark, string>();
  readonly missing: string[] = [];

  constructor(drawing: Drawing) {
    this.#drawing = drawing;
    this.#room = new Room(drawing);
  }

  get marks(): Mark[] {
    const named = this.#drawing.marks.map((mark) => {
      const said = this.#said.get(mark);
      return said === undefined ? mark : { ...mark, label: `${mark.label ?? ''}. ${said}` };
    });
    return [...named, ...this.#added];
  }

  point(pointer: Pointer): void {
    switch (pointer.kind) {
      case 'callout':
        return this.#callout(pointer.on, pointer.text);
      case 'arrow':
        return this.#arrow(pointer.from, pointer.to, pointer.text);
      case 'bracket':
        return this.#bracket(pointer.over, pointer.text);
    }
  }

  #callout(on: Place, text: string): void {
    const mark = this.#find(on);
    if (!mark || isBlank(text)) return;
    const target = extentOf(mark);
    const about = aboutOf(on, [mark]);
    const setting = this.#write(text, target, mark, about);
    if (!setting || setting.inside) return;
    const [from, to] = [nearestIn(setting.extent, target), nearestIn(target, setting.extent)];
    this.#line(`callout ${on.join(' ')}`, about, from, to);
  }

  #arrow(from: Place, to: Place, text: string): void {
    const [start, end] = [this.#find(from), this.#find(to)];
    if (!start || !end) return;
    const [a, b] = [extentOf(start), extentOf(end)];
    const [tail, tip] = [nearestIn(a, b), nearestIn(b, a)];
    const length = Math.hypot(tip[0] - tail[0], tip[1] - tail[1]);
    const key = `arrow ${[...from, ...to].join(' ')}`;
    const [x, y] = [(tail[0] + tip[0]) / 2, (tail[1] + tip[1]) / 2];
    const middle = { x0: x, y0: y, x1: x, y1: y };
    const about = aboutOf(from, [start, end]);
    if (!isBlank(text) && !this.#write(text, middle, null, about, start)) return;
    if (length < HEAD) return;
    const [ux, uy] = [(tip[0] - tail[0]) / length, (tip[1] - tail[1]) / length];
    const foot = [tip[0] - ux * HEAD, tip[1] - uy * HEAD] as const;
    this.#line(key, about, tail, foot);
    const d = polygon([
      tip,
      [foot[0] - uy * HEAD * 0.5, foot[1] + ux * HEAD * 0.5],
      [foot[0] + uy * HEAD * 0.5, foot[1] - ux * HEAD * 0.5],
    ]);
    this.#added.push({ shape: 'path', key: `${key} head`, ...about, d, fill: 'ink' });
  }

  #bracket(over: readonly Place[], text: string): void {
    const marks = over.map((place) => this.#find(place)).filter((mark) => mark !== undefined);
    const [first] = marks;
    if (!first) return;
    const span = around(marks.map((mark) => extentOf(mark)));
    const side = this.#sides(span).find(({ extent }) => this.#room.isFree(extent));
    if (!side) {
      this.missing.push(`room for “${text}”`);
      return;
    }
    const about = aboutOf(marks.length === 1 ? first.subjects : [], marks);
    if (!isBlank(text) && !this.#write(text, side.extent, null, about, first)) return;
    const key = `bracket ${over.flat().join(' ')}`;
    this.#added.push({ shape: 'path', key, ...about, d: side.d, stroke: 'ink', strokeWidth: 1.5 });
    this.#room.take(side.extent);
  }

  /** Brackets along each side of what they span: right, left, below, above. */
  #sides({ x0, y0, x1, y1 }: Extent): { readonly extent: Extent; readonly d: string }[] {
    const upright = (x: number, arm: number) => ({
      extent: { x0: Math.min(x, x + arm), x1: Math.max(x, x + arm), y0, y1 },
      d: path([x, y0], [x + arm, y0], [x + arm, y1], [x, y1]),
    });
    const level = (y: number, arm: number) => ({
      extent: { x0, x1, y0: Math.min(y, y + arm), y1: Math.max(y, y + arm) },
      d: path([x0, y], [x0, y + arm], [x1, y + arm], [x1, y]),
    });
    return [
      upright(x1 + BESIDE, ARM),
      upright(x0 - BESIDE, -ARM),
      level(y1 + BESIDE, ARM),
      level(y0 - BESIDE, -ARM),
    ];
  }

  #find(place: Place): Mark | undefined {
    const mark = markOf(place, this.#drawing.marks);
    if (!mark)
      this.missing.push(`a mark for ${place.map((subject) => valueOf(subject)).join(', ')}`);
    return mark;
  }

  /** Sets words by `target`, and says them with `speaks`; false when there is no room for them. */
  #write(
    text: string,
    target: Extent,
    mark: Mark | null,
    about: About,
    speaks = mark,
  ): Setting | null {
    const setting = this.#room.set(text, target, mark);
    if (speaks) this.#said.set(speaks, [this.#said.get(speaks), text].filter(Boolean).join('. '));
    if (!setting) {
      this.missing.push(`room for “${text}”`);
      return null;
    }
    const fill = setting.inside && mark ? inkOn(mark) : null;
    setting.lines.forEach((line, at) => {
      this.#added.push({
        shape: 'text',
        key: `words ${about.subjects.join(' ')} ${text} ${at + 1}`,
        ...about,
        x: setting.extent.x0,
        y: baselineOf(setting, at),
        text: line,
        size: SIZE,
        ...(fill ? { fill: `on-${fill}` as const } : { fill: 'ink', halo: true }),
      });
    });
    return setting;
  }

  #line(key: string, about: About, from: readonly number[], to: readonly number[]): void {
    const [[x0 = 0, y0 = 0], [x1 = 0, y1 = 0]] = [from, to];
    if (gapBetween({ x0, y0, x1: x0, y1: y0 }, { x0: x1, y0: y1, x1, y1 }) < 1) return;
    this.#added.push({
      shape: 'line',
      key,
      ...about,
      x0,
      y0,
      x1,
      y1,
      stroke: 'ink',
      strokeWidth: 1,
    });
  }
}

/** What points at marks stands in the light whenever one of them does. */
function aboutOf(subjects: Place, marks: readonly Mark[]): About {
  return {
    subjects,
    touches: new Set(marks.flatMap((mark) => [...(mark.touches ?? mark.subjects)])),
  };
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** The colour of a mark that words can stand on without a rim; null for hatched and pale ones. */
function inkOn(mark: Mark): Ink | null {
  if (mark.shape !== 'rect' || mark.texture || (mark.fillOpacity ?? 1) < 1) return null;
  return (mark.opacity ?? 1) < 1 ? null : (mark.fill ?? null);
}

function path(...points: readonly (readonly [number, number])[]): string {
  return `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}`;
}
