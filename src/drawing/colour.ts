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

/** Text set on a filled mark: white or ink, whichever reads better (WCAG contrast, 4.5:1 at least). */
function withText(base: Readonly<Record<Ink, string>>, on: (ink: Ink) => string): Paints {
  const paints: Record<string, string> = { ...base };
  // A record of all inks has no other keys.
  for (const ink of Object.keys(base) as Ink[]) paints[`on-${ink}`] = on(ink);
  return paints as Paints; // every ink and every on-ink was set just above
}

const lightSectors = {
  c1: '#1F6B85',
  c2: '#B4532A',
  c3: '#5B66B2',
  c4: '#7C7414',
  c5: '#98477F',
  c6: '#2E7D4F',
  c7: '#8A5A2B',
  grey: '#6F6C66',
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
  () => '#FFFFFF',
);

const dark = withText(
  {
    ink: '#ECEAE4',
    quiet: '#A9A69E',
    rule: '#33363C',
    paper: '#14161A',
    accent: '#9CC7EC',
    c1: '#57A9C4',
    c2: '#DE8456',
    c3: '#929CE6',
    c4: '#B9AE45',
    c5: '#CE83B7',
    c6: '#63B987',
    c7: '#C39767',
    grey: '#918E87',
  },
  () => '#14161A',
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
  () => '#FFFFFF',
);

/** Six-digit hex of every paint, by theme: the one table the page's style sheet and all writers follow. */
export const THEMES: Readonly<Record<ThemeId, Paints>> = { light, dark, print };
