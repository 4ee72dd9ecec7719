import type { View } from './view.ts';

/**
 * A picture to take away, as a value: which chart of which view, how large, in what theme, with what
 * words. Plain data: a dialog edits it, a command line spells it, the picture itself can carry it.
 */
export interface FigureSpec {
  readonly view: View;
  /** Id of the chart. */
  readonly chart: string;
  readonly size: FigureSize;
  readonly theme: FigureTheme;
  readonly words: FigureWords;
  readonly carries: Carries;
}

/** `print` keeps the sectors' colours on white; `grey` is print without colour. */
export const FIGURE_THEMES = ['light', 'dark', 'print', 'grey', 'contrast'] as const;
export type FigureTheme = (typeof FIGURE_THEMES)[number];

/** Words written by hand; null leaves what is written from the data. Empty text leaves the words out. */
export interface FigureWords {
  readonly title: string | null;
  readonly subtitle: string | null;
  readonly notes: string | null;
  readonly source: string | null;
  /** What the picture shows, for those who do not see it: at most ALT_LONGEST characters. */
  readonly alt: string | null;
  /** All that it shows, a line each. */
  readonly description: string | null;
}

export const WORDS_FROM_DATA: FigureWords = {
  title: null,
  subtitle: null,
  notes: null,
  source: null,
  alt: null,
  description: null,
};

export const ALT_LONGEST = 125;

/** What a picture carries to be opened again: nothing, how it was made, or that and the data. */
export const CARRIES = ['picture', 'settings', 'data'] as const;
export type Carries = (typeof CARRIES)[number];

/** Millimetres; `type` is how much larger than on screen the words are set. */
export interface FigureSize {
  readonly width: number;
  readonly height: number;
  readonly type: number;
}

/** Sizes that figures are made for, by name, with what they are for in words. */
export const FIGURE_SIZES: ReadonlyMap<string, FigureSize & { readonly words: string }> = new Map([
  ['column', { width: 160, height: 100, type: 1, words: 'Report column, 160 × 100 mm' }],
  ['page', { width: 170, height: 240, type: 1, words: 'Full page, 170 × 240 mm' }],
  ['slide', { width: 338.67, height: 190.5, type: 1.5, words: 'Slide 16:9, 1280 × 720' }],
  ['slide43', { width: 254, height: 190.5, type: 1.4, words: 'Slide 4:3, 960 × 720' }],
  ['social', { width: 317.5, height: 166.69, type: 1.5, words: 'Social card, 1200 × 630' }],
]);

export const FIRST_SIZE = 'column';

/** The least and the most a figure may measure on either side, in millimetres. */
export const SMALLEST_SIDE = 40;
export const LONGEST_SIDE = 1200;

/** CSS pixels in a millimetre, at 96 to the inch. */
export const PX_PER_MM = 96 / 25.4;

/** A size as it is written on a command line or in a link: a name, or "160x90mm"; undefined when it is neither. */
export function parseFigureSize(text: string): FigureSize | undefined {
  const named = FIGURE_SIZES.get(text);
  if (named) return { width: named.width, height: named.height, type: named.type };
  const [, width, height] = /^(\d+(?:\.\d+)?)x(\d+(?:\.\d+)?)mm$/.exec(text) ?? [];
  const sides = [Number(width), Number(height)] as const;
  const possible = sides.every((side) => side >= SMALLEST_SIDE && side <= LONGEST_SIDE);
  return possible ? { width: sides[0], height: sides[1], type: 1 } : undefined;
}

/** The name of a size where it has one, else its sides: "slide", "160x90mm". */
export function figureSizeName(size: FigureSize): string {
  for (const [name, { width, height, type }] of FIGURE_SIZES) {
    if (width === size.width && height === size.height && type === size.type) return name;
  }
  return `${size.width}x${size.height}mm`;
}

/** Where a picture's numbers come from; goes into every file that leaves the page. */
export interface Provenance {
  readonly title: string;
  readonly publisher: string;
  readonly link: string;
  readonly licence: string;
  /** The file it was read from; null for what is built in and has no file of the reader's. */
  readonly file: { readonly name: string; readonly sha256: string } | null;
  readonly rows: {
    readonly file: number;
    readonly shown: number;
    readonly filtered: number;
    readonly leftOut: number;
    readonly unread: number;
  };
  /** The selection in words. */
  readonly selection: string;
  /** Version of the program. */
  readonly version: string;
  /** ISO day on which it was made; empty where that is not told, so that the bytes stay the same. */
  readonly made: string;
}
