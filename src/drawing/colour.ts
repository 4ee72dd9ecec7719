import type { DatasetCard } from '../model/dataset.ts';
import { isUnstated } from '../model/dimension.ts';
import { dimensionOf, isOther, valueOf, type Subject } from '../model/subject.ts';
import type { Ink, TextMark } from './drawing.ts';

/** How many values have a colour of their own; all further ones share the grey. */
const COLOURS = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7'] as const;

/**
 * Colour of a subject: the place of its value in the dataset's colour dimension, whatever is
 * filtered. Subjects of other dimensions, gathered tails and unstated values are grey.
 */
export function inkOf(subject: Subject, card: DatasetCard): Ink {
  const dimension = card.suggested.colour;
  if (dimensionOf(subject) !== dimension || isOther(subject)) return 'grey';
  const value = valueOf(subject);
  if (isUnstated(value)) return 'grey';
  const ranked = card.dimensions.find(({ id }) => id === dimension)?.ranked ?? [];
  return COLOURS[ranked.findIndex((entry) => entry.value === value)] ?? 'grey';
}

/** Colour of something that touches exactly one value of the colour dimension; grey for a mixture. */
export function inkOfTouches(touches: Iterable<Subject>, card: DatasetCard): Ink {
  let found: Ink | undefined;
  for (const subject of touches) {
    if (dimensionOf(subject) !== card.suggested.colour) continue;
    if (found !== undefined) return 'grey';
    found = inkOf(subject, card);
  }
  return found ?? 'grey';
}

export type ThemeId = 'light' | 'dark' | 'print';
type Paints = Readonly<Record<Ink | TextMark['fill'], string>>;

/** Adds the text set on a filled mark: `onFill`, or ink where the fill is as light as paper (WCAG contrast, 4.5:1 at least). */
function withText(base: Readonly<Record<Ink, string>>, onFill: string): Paints {
  const paints: Record<string, string> = { ...base };
  // A record of all inks has no other keys.
  for (const ink of Object.keys(base) as Ink[]) {
    paints[`on-${ink}`] = ink === 'rule' || ink === 'paper' ? base.ink : onFill;
  }
  return paints as Paints; // every ink and every on-ink was set just above
}

/**
 * The colours of sectors. Those that follow one another differ in lightness and in hue, and all of
 * them stay apart for eyes that lack red, green or blue cones (CIEDE2000 over Machado 2009).
 */
const lightSectors = {
  c1: '#307082',
  c2: '#973510',
  c3: '#5060B9',
  c4: '#7E7613',
  c5: '#7E3168',
  c6: '#02865E',
  c7: '#8B5928',
  grey: '#777471',
} as const;

const light = withText(
  {
    ink: '#1B1B1B',
    quiet: '#595959',
    rule: '#DAD6CC',
    paper: '#FBFAF7',
    accent: '#12436D',
    ...lightSectors,
  },
  '#FFFFFF',
);

const dark = withText(
  {
    ink: '#ECEAE4',
    quiet: '#A9A69E',
    rule: '#33363C',
    paper: '#14161A',
    accent: '#9CC7EC',
    c1: '#63AABD',
    c2: '#D17548',
    c3: '#959BFC',
    c4: '#BFB44B',
    c5: '#BD729E',
    c6: '#79CCA8',
    c7: '#C99C69',
    grey: '#918E87',
  },
  '#14161A',
);

const print = withText(
  {
    ink: '#000000',
    quiet: '#444444',
    rule: '#BBBBBB',
    paper: '#FFFFFF',
    accent: '#12436D',
    ...lightSectors,
  },
  '#FFFFFF',
);

/** Six-digit hex of every paint, by theme: the one table the page's style sheet and all writers follow. */
export const THEMES: Readonly<Record<ThemeId, Paints>> = { light, dark, print };
