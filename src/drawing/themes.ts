import type { Ink, TextMark } from './drawing.ts';

/** `print` keeps the sectors' colours on white; `grey` is for printers without colour; `contrast` for eyes and projectors that need most. */
export type ThemeId = 'light' | 'dark' | 'print' | 'grey' | 'contrast';
type Paints = Readonly<Record<Ink | TextMark['fill'], string>>;

/**
 * Adds the text set on a filled mark: `onFill`, or the theme's ink on fills that are nearer to paper
 * (WCAG contrast, 4.5:1 at least).
 */
function withText(
  base: Readonly<Record<Ink, string>>,
  onFill: string,
  paleFills: readonly Ink[] = [],
): Paints {
  const paints: Record<string, string> = { ...base };
  // A record of all inks has no other keys.
  for (const ink of Object.keys(base) as Ink[]) {
    const isPale = ink === 'rule' || ink === 'paper' || paleFills.includes(ink);
    paints[`on-${ink}`] = isPale ? base.ink : onFill;
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

/**
 * Sectors as steps of lightness, the steps of neighbours far apart; beyond them labels and the gap
 * of paper between marks tell sectors apart.
 */
const grey = withText(
  {
    ink: '#000000',
    quiet: '#3A3A3A',
    rule: '#BBBBBB',
    paper: '#FFFFFF',
    accent: '#000000',
    c1: '#1E1E1E',
    c2: '#6F6F6F',
    c3: '#343434',
    c4: '#808080',
    c5: '#494949',
    c6: '#939393',
    c7: '#5D5D5D',
    grey: '#000000',
  },
  '#FFFFFF',
  ['c4', 'c6'],
);

/** Seven to one on white, for every word and every sector. */
const contrast = withText(
  {
    ink: '#000000',
    quiet: '#1F1F1F',
    rule: '#767676',
    paper: '#FFFFFF',
    accent: '#0B2D4D',
    c1: '#2A4C6F',
    c2: '#401805',
    c3: '#7D29B3',
    c4: '#4C4422',
    c5: '#6A1351',
    c6: '#1D2723',
    c7: '#7B3E00',
    grey: '#505050',
  },
  '#FFFFFF',
);

/** Six-digit hex of every paint, by theme: the one table the page's style sheet and all writers follow. */
export const THEMES: Readonly<Record<ThemeId, Paints>> = {
  light,
  dark,
  print,
  grey,
  contrast,
};
