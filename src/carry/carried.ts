import type { Options } from '../load/plan.ts';
import type { ReadingCard } from '../load/readingcard.ts';
import { decodeView, encodeView } from '../model/address.ts';
import type { DatasetCard } from '../model/dataset.ts';
import {
  FIGURE_SIZES,
  figureSizeName,
  FIRST_SIZE,
  parseFigureSize,
  type Carries,
  type FigureSpec,
  type FigureTheme,
  type FigureWords,
} from '../model/figure.ts';

/**
 * What a picture carries to be opened again: which view of which data, how the file was read, how
 * the figure was set, and the file itself where that was wanted.
 */
export interface Carried {
  readonly version: 1;
  /** Id of the chart. */
  readonly chart: string;
  /** The view as `encodeView` writes it. */
  readonly view: string;
  readonly figure: {
    /** As `parseFigureSize` reads it. */
    readonly size: string;
    readonly theme: FigureTheme;
    readonly words: FigureWords;
    readonly carries: Carries;
  };
  readonly data: {
    /** Id of the dataset; that of built-in data says that no file is needed. */
    readonly id: string;
    /** Name of the file the reader had opened; empty for built-in data. */
    readonly name: string;
    /** Hexadecimal; empty when it is not known. */
    readonly sha256: string;
    /** Where the source says it can be had; empty when it does not say. */
    readonly link: string;
  };
  /** What was decided by hand when the file was read. */
  readonly options: Options;
  /** The story it is a scene of, as its file has it, for whoever opens stories to check. */
  readonly story?: string;
  /** The files the data was read from; none unless `figure.carries` is "data". */
  readonly files: readonly CarriedFile[];
}

export interface CarriedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** How the data behind a figure was read; `reading` is null for what is built in. */
export interface CarriedSource {
  readonly card: DatasetCard;
  readonly reading: ReadingCard | null;
  readonly files: readonly CarriedFile[];
}

/** Characters of a story that rides in a picture; a longer one stays out of it. */
export const LONGEST_CARRIED_STORY = 60_000;

/**
 * What a picture of `spec` carries; null when it is to carry nothing. Where it is a scene, `story` is
 * the text of its story, for anybody to read.
 */
export function carriedOf(
  { view, chart, size, theme, words, carries }: FigureSpec,
  { card, reading, files }: CarriedSource,
  story: string | null = null,
): Carried | null {
  if (carries === 'picture') return null;
  return {
    version: 1,
    chart,
    view: encodeView(view, card),
    figure: { size: figureSizeName(size), theme, words, carries },
    data: {
      id: card.id,
      name: reading?.name ?? '',
      sha256: reading?.sha256 ?? '',
      link: card.source.link,
    },
    options: reading?.options ?? {},
    ...(story !== null && story.length <= LONGEST_CARRIED_STORY ? { story } : {}),
    files: carries === 'data' ? files : [],
  };
}

/**
 * The figure a picture was, over the data it is opened on. What that data does not have is left at
 * its first view, with the reasons in `ignored`.
 */
export function figureOfCarried(
  { chart, view, figure }: Carried,
  card: DatasetCard,
): { readonly spec: FigureSpec; readonly ignored: readonly string[] } {
  const read = decodeView(view, card);
  const { theme, words, carries } = figure;
  const size = parseFigureSize(figure.size) ?? firstSize();
  return { spec: { view: read.view, chart, size, theme, words, carries }, ignored: read.ignored };
}

function firstSize(): FigureSpec['size'] {
  const size = FIGURE_SIZES.get(FIRST_SIZE);
  if (!size) throw new Error('there is no first size');
  return { width: size.width, height: size.height, type: size.type };
}
