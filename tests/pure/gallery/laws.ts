import type { Mark, TextMark } from '../../../src/drawing/drawing.ts';
import { nextMark, reachable } from '../../../src/drawing/interact.ts';
import { boxOf, boxOfText, isCovered, isInside, overlap, type Box } from './extent.ts';
import type { Picture } from './picture.ts';

/** What must hold of every picture: says each breach, and nothing where it is kept. */
export type Law = (picture: Picture) => string[];

/** Positions are written with two decimals; letters may differ from their table a little. */
const ROUNDING = 0.02;
const LETTERS = 1;
const SMALLEST_TEXT = 12;

const all = ({ drawing }: Picture): readonly Mark[] => [...drawing.marks, ...drawing.traces];
const texts = ({ drawing }: Picture): TextMark[] =>
  drawing.marks.filter((mark): mark is TextMark => mark.shape === 'text');
const breaking = (marks: readonly Mark[], breaks: (mark: Mark) => boolean) =>
  marks.filter(breaks).map((mark) => `${mark.key}: ${JSON.stringify(boxOf(mark))}`);

function numbersOf(mark: Mark): number[] {
  const box = boxOf(mark);
  const paint =
    mark.shape === 'text' ? [mark.size] : [mark.strokeWidth ?? 0, mark.fillOpacity ?? 0];
  return [box.x0, box.x1, box.y0, box.y1, ...paint];
}

function isMalformed(mark: Mark): boolean {
  return mark.shape === 'path' && !/^M-?\d[-\d. MLCZa]*$/.test(mark.d);
}

export const LAWS = {
  'numbers are finite': (picture) => {
    const { drawing } = picture;
    const size = [drawing.width, drawing.height].every((side) => Number.isFinite(side) && side > 0);
    const malformed = all(picture).filter(isMalformed);
    const rest = all(picture).filter((mark) => !malformed.includes(mark));
    return [
      ...(size ? [] : [`the drawing is ${drawing.width} by ${drawing.height}`]),
      ...malformed.map(({ key }) => `${key}: malformed path`),
      ...breaking(rest, (mark) => !numbersOf(mark).every(Number.isFinite)),
    ];
  },

  'sizes are not negative': (picture) =>
    breaking(
      all(picture),
      (mark) =>
        (mark.shape === 'rect' && (mark.width < 0 || mark.height < 0)) ||
        (mark.shape === 'text' ? mark.size <= 0 : (mark.strokeWidth ?? 1) <= 0) ||
        (mark.shape !== 'text' && !((mark.fillOpacity ?? 1) > 0 && (mark.fillOpacity ?? 1) <= 1)),
    ),

  'marks stay inside the frame': (picture) => {
    const { width, height } = picture.drawing;
    const frame: Box = { x0: 0, y0: 0, x1: width, y1: height };
    return breaking(all(picture), (mark) => !isInside(boxOf(mark), frame, ROUNDING));
  },

  'a picture is as wide as its frame': ({ drawing, frame }) =>
    drawing.width === frame.width && Number.isInteger(drawing.height)
      ? []
      : [`${drawing.width} by ${drawing.height} in a frame ${frame.width} wide`],

  'keys are unique': (picture) => {
    const keys = all(picture).map(({ key }) => key);
    return keys.filter((key, at) => keys.indexOf(key) !== at);
  },

  'letters are large enough to read': (picture) =>
    texts(picture)
      .filter(({ size }) => size < SMALLEST_TEXT)
      .map(({ text, size }) => `${text}: ${size} px`),

  'texts do not overlap': (picture) => {
    const boxes = texts(picture).map((mark) => ({ mark, box: boxOfText(mark) }));
    return boxes.flatMap(({ mark, box }, at) =>
      boxes
        .slice(at + 1)
        .filter((other) => overlap(box, other.box, LETTERS))
        .map((other) => `“${mark.text}” and “${other.mark.text}” (${mark.key}, ${other.mark.key})`),
    );
  },

  'a text set on a colour stands inside a plain mark of that colour': (picture) => {
    const fills = picture.drawing.marks.flatMap((mark) =>
      mark.shape === 'rect' && mark.fill
        ? [{ fill: `on-${mark.fill}`, texture: mark.texture, box: boxOf(mark) }]
        : [],
    );
    const textured = fills.filter(({ texture }) => texture !== undefined);
    return texts(picture)
      .filter(({ fill }) => fill.startsWith('on-'))
      .filter((mark) => {
        const own = fills.filter(({ fill }) => fill === mark.fill);
        return (
          !isCovered(
            boxOfText(mark),
            own.map(({ box }) => box),
            LETTERS,
          ) || textured.some(({ box }) => overlap(boxOfText(mark), box, LETTERS))
        );
      })
      .map(({ key, text }) => `${key}: ${text}`);
  },

  'what can be chosen can be reached without a mouse': ({ drawing: { marks } }) => {
    const spelt = (mark: Mark) => JSON.stringify(mark.action);
    const reachable = new Set(marks.filter(({ label }) => label !== undefined).map(spelt));
    return marks
      .filter((mark) =>
        mark.label === undefined ? !reachable.has(spelt(mark)) : !mark.label.trim(),
      )
      .filter((mark) => mark.label !== undefined || mark.action !== undefined)
      .map(({ key }) => key);
  },

  'an empty picture says why, and only an empty one': ({ drawing }) =>
    (drawing.marks.length === 0) === (drawing.empty !== undefined) && drawing.empty !== ''
      ? []
      : [`${drawing.marks.length} marks and “${drawing.empty}”`],
} satisfies Record<string, Law>;

/** A walk through more marks than this would take the test longer than it is worth. */
const MOST_WALKED = 250;

/**
 * Arrow keys lead from any mark of the gallery to every other. Which mark is nearest is a matter of
 * taste, so that this cannot be promised of any data; the outline reaches what arrows might not.
 */
export const arrowsReachAll: Law = ({ drawing }) => {
  const marks = reachable(drawing);
  if (marks.length > MOST_WALKED) return [];
  const reached = new Set(marks.slice(0, 1));
  for (const from of reached) {
    for (const way of ['left', 'right', 'up', 'down'] as const) {
      reached.add(nextMark(marks, from, way));
    }
  }
  return marks.filter((mark) => !reached.has(mark)).map(({ key }) => key);
};
