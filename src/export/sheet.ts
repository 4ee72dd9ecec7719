import type { Drawing, Frame, TextMark } from '../drawing/drawing.ts';
import { round } from '../drawing/geometry.ts';
import { breakLines } from '../drawing/text.ts';
import type { ThemeId } from '../drawing/themes.ts';
import { PX_PER_MM, type FigureSize, type Provenance } from '../model/figure.ts';

/** The words around a picture. Each may be empty and then takes no room. */
export interface Caption {
  readonly headline: string;
  readonly subtitle: string;
  /** Sentences under the picture; the source comes last. */
  readonly notes: readonly string[];
  readonly source: string;
}

/** What is said of a picture to those who do not see it. */
export interface Spoken {
  readonly alt: string;
  /** All that it shows, a line each. */
  readonly description: string;
}

/** Words of one sort, set: their text whole, and as lines at their places on the sheet. */
export interface SetWords {
  readonly part: 'title' | 'subtitle' | 'empty' | 'notes' | 'source';
  readonly text: string;
  readonly lines: readonly TextMark[];
}

/**
 * A drawing with its words around it, everything at its place: what every writer of files writes.
 * Lengths are those of the drawing, CSS pixels, y down; `physical` says what the sheet measures.
 */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** Millimetres; null where a pixel is as large as the screen makes it. */
  readonly physical: { readonly width: number; readonly height: number } | null;
  readonly theme: ThemeId;
  readonly drawing: Drawing;
  /** Where the drawing's origin stands on the sheet. */
  readonly at: { readonly x: number; readonly y: number };
  readonly words: readonly SetWords[];
  readonly caption: Caption;
  readonly spoken: Spoken | null;
  readonly provenance: Provenance | null;
  /** What the picture carries to be opened again, as text for an attribute; null for nothing. */
  readonly payload: string | null;
}

const MARGIN = 16;
const UNDER_SUBTITLE = 12;
const OVER_NOTES = 12;
const HEADLINE = { size: 22, line: 28, bold: true, fill: 'ink' } as const;
const SUBTITLE = { size: 14, line: 19, bold: false, fill: 'quiet' } as const;
const EMPTY = { ...SUBTITLE, fill: 'ink' } as const;
const NOTE = { size: 12, line: 16, bold: false, fill: 'quiet' } as const;

type Setting = typeof HEADLINE | typeof SUBTITLE | typeof EMPTY | typeof NOTE;

/**
 * How a figure is made to fit, tried in order: as on the page, then with the words that are not about
 * money giving way, then set smaller, down to half.
 */
const WAYS = [
  { density: 1, spare: false },
  ...[1, 1.1, 1.2, 1.35, 1.5, 1.7, 2].map((density) => ({ density, spare: true })),
];

/** A picture that has less than this part of its sheet's height is set smaller with all its words, to a limit. */
const LEAST_PICTURE = 0.6;
const DENSEST_FOR_ROOM = 1.35;

/** Words set line under line, from `y` down; what is empty takes no room. */
class Setter {
  readonly #width: number;
  readonly words: SetWords[] = [];
  y: number;

  constructor(width: number, y: number) {
    this.#width = width;
    this.y = y;
  }

  set(part: SetWords['part'], text: string, { size, line, bold, fill }: Setting): void {
    const lines = breakLines(text, size, bold, this.#width).map((words, at): TextMark => {
      this.y += line;
      const y = this.y - (line - size);
      const key = `${part}:${at}`;
      return { shape: 'text', key, subjects: [], x: MARGIN, y, text: words, size, bold, fill };
    });
    if (lines.length > 0) this.words.push({ part, text, lines });
  }
}

/** A drawing at its own size with its words around it; as high as all of that takes. */
export function sheetOf(drawing: Drawing, caption: Caption, theme: ThemeId): Sheet {
  const head = setHead(caption, drawing.width);
  if (drawing.empty !== undefined) head.set('empty', drawing.empty, EMPTY);
  const at = { x: MARGIN, y: head.y };
  const foot = setFoot(drawing, caption, at.y + (drawing.empty === undefined ? drawing.height : 0));
  return {
    width: drawing.width + 2 * MARGIN,
    height: foot.y + MARGIN,
    physical: null,
    theme,
    drawing,
    at,
    words: [...head.words, ...foot.words],
    caption,
    spoken: null,
    provenance: null,
    payload: null,
  };
}

/**
 * A figure of exactly `size`: the chart is drawn into what the words leave, and where that is not
 * enough, words give way and then all of it is set smaller, step by step. Its notes and its source
 * stand at the foot.
 */
export function fittedSheet(
  draw: (frame: Frame) => Drawing,
  caption: Caption,
  theme: ThemeId,
  size: FigureSize,
): Sheet {
  const natural = { width: size.width * PX_PER_MM, height: size.height * PX_PER_MM };
  let fullest: Sheet | undefined;
  let fits: Sheet | undefined;
  for (const { density, spare } of WAYS) {
    if (fits && density > DENSEST_FOR_ROOM) break;
    const scale = density / size.type;
    const width = round(natural.width * scale);
    const height = round(natural.height * scale);
    const sheet = drawnInto(draw, caption, theme, { width, height, spare });
    fullest = { ...sheet, physical: { width: size.width, height: size.height } };
    if (sheet.height > height) continue;
    fits = footed(fullest, height);
    if (sheet.drawing.empty !== undefined || sheet.drawing.height >= LEAST_PICTURE * height) break;
  }
  if (fits) return fits;
  if (!fullest) throw new Error('there is no way to set a figure');
  // Too full for its size: the sheet keeps its proportions and everything on it, at a smaller scale.
  return { ...fullest, width: round((fullest.height * size.width) / size.height) };
}

/** Whether a figure had more on it than its size holds at the smallest setting, and was made smaller still. */
export function isOverfull(sheet: Sheet, size: FigureSize): boolean {
  const densest = Math.max(...WAYS.map(({ density }) => density)) / size.type;
  return sheet.width > round(size.width * PX_PER_MM * densest);
}

/** The picture of a sheet alone, for places that set its words themselves; as wide as the sheet. */
export function withoutWords(sheet: Sheet): Sheet {
  const { width, drawing, physical } = sheet;
  const height = round(drawing.height + MARGIN);
  return {
    ...sheet,
    height,
    physical: physical && { ...physical, height: round((physical.width * height) / width) },
    at: { x: sheet.at.x, y: MARGIN / 2 },
    // Without marks to draw, the words are what there is to see.
    words: drawing.empty === undefined ? [] : sheet.words.filter(({ part }) => part === 'empty'),
  };
}

function drawnInto(
  draw: (frame: Frame) => Drawing,
  caption: Caption,
  theme: ThemeId,
  room: Frame,
): Sheet {
  const width = room.width - 2 * MARGIN;
  const frameFor = (around: number): Frame => ({
    ...room,
    width,
    height: Math.max(120, Math.floor(room.height - around)),
  });
  // The drawing's own notes are known once it is drawn, and it is drawn into what they leave.
  const around = ({ height, drawing }: Sheet) =>
    height - (drawing.empty === undefined ? drawing.height : 0);
  const first = sheetOf(draw(frameFor(room.height / 3)), caption, theme);
  const second = sheetOf(draw(frameFor(around(first))), caption, theme);
  if (second.height <= room.height) return second;
  // A chart that took more than it was given has that much less to begin with.
  const over = second.height - room.height;
  return sheetOf(draw(frameFor(around(second) + over)), caption, theme);
}

/** A sheet made as high as its room, with the words under the picture moved to the foot. */
function footed(sheet: Sheet, height: number): Sheet {
  const down = round(height - sheet.height);
  const isFoot = ({ part }: SetWords) => part === 'notes' || part === 'source';
  const words = sheet.words.map((set) =>
    isFoot(set)
      ? { ...set, lines: set.lines.map((line) => ({ ...line, y: round(line.y + down) })) }
      : set,
  );
  return { ...sheet, height, words };
}

function setHead({ headline, subtitle }: Caption, width: number): Setter {
  const head = new Setter(width, MARGIN);
  head.set('title', headline, HEADLINE);
  head.y += 4;
  head.set('subtitle', subtitle, SUBTITLE);
  head.y += UNDER_SUBTITLE;
  return head;
}

function setFoot({ width, notes }: Drawing, caption: Caption, y: number): Setter {
  const foot = new Setter(width, y + OVER_NOTES);
  foot.set('notes', [...notes, ...caption.notes].join(' '), NOTE);
  foot.set('source', caption.source, NOTE);
  return foot;
}
