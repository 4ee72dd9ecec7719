import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  rgb,
  wcagContrast,
  type Rgb,
} from 'culori';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { inkOf, inkOfTouches } from '../../../src/drawing/colour.ts';
import { INKS, type Ink } from '../../../src/drawing/drawing.ts';
import { THEMES } from '../../../src/drawing/themes.ts';
import { otherOf } from '../../../src/model/subject.ts';
import { LocalEngine } from '../../../src/engine/local.ts';
import { datasetOf, plainRow } from '../engine/random-dataset.ts';

/** In the order of the dataset's values, which is the order they stand beside one another. */
const COLOURS = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'grey'] as const;
/** Least CIEDE2000 between colours that follow one another, and between any two. */
const NEIGHBOURS_APART = 12;
const ANY_APART = 7;
/** Eight greys that all stand out from paper can be no further apart. */
const GREYS_APART = 6.5;

const EYES = [
  { eye: 'ordinary eyes', seen: (colour: Rgb) => colour },
  { eye: 'protanopia', seen: filterDeficiencyProt(1) },
  { eye: 'deuteranopia', seen: filterDeficiencyDeuter(1) },
  { eye: 'tritanopia', seen: filterDeficiencyTrit(1) },
];
const distance = differenceCiede2000();

type Paints = (typeof THEMES)['light'];

/** Fills on which their text cannot be read. */
const unreadable = (paints: Paints) =>
  INKS.filter((ink) => !(wcagContrast(paints[`on-${ink}`], paints[ink]) >= 4.5));

/** Inks too close to the paper: 4.5:1 for what is read, 3:1 for what is seen. */
const pale = (paints: Paints) => {
  const least = new Map<Ink, number>([
    ...COLOURS.map((ink) => [ink, 3] as const),
    ...(['ink', 'quiet', 'accent'] as const).map((ink) => [ink, 4.5] as const),
  ]);
  return [...least].filter(([ink, ratio]) => !(wcagContrast(paints[ink], paints.paper) >= ratio));
};

/** Pairs of colours that look alike to some eyes. */
const alike = (paints: Paints, anyApart = ANY_APART) =>
  EYES.flatMap(({ eye, seen }) =>
    COLOURS.flatMap((one, at) =>
      COLOURS.slice(at + 1).flatMap((other, after) => {
        const apart = distance(seen(rgb(paints[one])!), seen(rgb(paints[other])!));
        return apart >= (after === 0 ? NEIGHBOURS_APART : anyApart)
          ? []
          : [`${one} and ${other} with ${eye}: ${apart.toFixed(1)}`];
      }),
    ),
  );

describe.each(Object.entries(THEMES))('the %s theme', (theme, paints) => {
  test('is written in six digits', () => {
    for (const paint of Object.values(paints)) expect(paint).toMatch(/^#[0-9A-F]{6}$/);
  });

  test('lets text be read on every fill', () => {
    expect(unreadable(paints)).toEqual([]);
  });

  test('sets its words and sectors off from the paper', () => {
    expect(pale(paints)).toEqual([]);
  });

  test('keeps sectors apart, those that touch most, for all eyes', () => {
    expect(alike(paints, theme === 'grey' ? GREYS_APART : ANY_APART)).toEqual([]);
  });
});

test('high contrast is seven to one for all that is read or seen', () => {
  const { paper, rule, ...seen } = THEMES.contrast;
  const inks = INKS.filter((ink) => ink in seen);
  expect(inks.filter((ink) => !(wcagContrast(THEMES.contrast[ink], paper) >= 7))).toEqual([]);
  expect(wcagContrast(rule, paper)).toBeGreaterThanOrEqual(3);
});

test('high contrast can be read on a projector that the light of the room washes out', () => {
  // A fifth of white falls on everything (WCAG contrast with that much flare).
  const FLARE = 0.2;
  const { paper, rule, ...seen } = THEMES.contrast;
  const luminance = (paint: string) => wcagContrast(paint, '#000000') * 0.05 - 0.05;
  const washed = (paint: string) =>
    (luminance(paper) + 0.05 + FLARE) / (luminance(paint) + 0.05 + FLARE);
  for (const ink of ['ink', 'quiet', 'accent'] as const) {
    expect(washed(seen[ink])).toBeGreaterThanOrEqual(4.5);
  }
  for (const ink of COLOURS) expect(washed(seen[ink])).toBeGreaterThanOrEqual(3);
  expect(washed(rule)).toBeLessThan(3);
});

test('the checks find a theme that breaks them', () => {
  const broken: Paints = { ...THEMES.light, c2: '#A33B3B', c6: '#3B8A4C', quiet: '#AAAAAA' };
  expect(unreadable({ ...broken, c1: '#E0E0E0' })).toEqual(['quiet', 'c1', 'c6']);
  expect(pale(broken).map(([ink]) => ink)).toEqual(['quiet']);
  expect(alike(broken)).not.toEqual([]);
});

describe('the page', () => {
  const sheet = readFileSync('src/parts/theme.css', 'utf8');
  const [screen = '', ...queries] = sheet.split(/^@media /m);
  const print = queries.find((text) => text.startsWith('print')) ?? '';

  test.each([
    ['light', screen, /--([\w-]+): light-dark\((#\w+), #\w+\);/g],
    ['dark', screen, /--([\w-]+): light-dark\(#\w+, (#\w+)\);/g],
    ['print', print, /--([\w-]+): (#\w+);/g],
  ] as const)('has the paints of the %s theme', (theme, rules, paint) => {
    const paints = [...rules.matchAll(paint)].map(([, name, hex]) => [name, hex?.toUpperCase()]);
    expect(Object.fromEntries(paints)).toEqual(THEMES[theme]);
  });

  test('gives every paint a system colour where colours are forced', () => {
    const forced = sheet.split(/^@media /m).find((text) => text.startsWith('(forced-colors'));
    const named = [...(forced ?? '').matchAll(/--([\w-]+): ([A-Z]\w+);/g)].map(([, name]) => name);
    expect(named).toEqual(Object.keys(THEMES.light));
  });
});

describe('the colour of a subject', () => {
  const rows = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'not stated'].map((funder, at) =>
    plainRow({ record: at + 1, funder, low: 900 - at, high: 900 - at }),
  );
  const { card } = new LocalEngine(datasetOf(rows));

  test('is its place in the colour dimension; what has no place is grey', () => {
    expect(card.suggested.colour).toBe('funder');
    expect('ABCDEFGH'.split('').map((value) => inkOf(`funder:${value}`, card))).toEqual([
      ...COLOURS.slice(0, 7),
      'grey',
    ]);
    expect(inkOf('funder:not stated', card)).toBe('grey');
    expect(inkOf('funder:__proto__', card)).toBe('grey');
    expect(inkOf(otherOf('funder'), card)).toBe('grey');
    expect(inkOf('place:P', card)).toBe('grey');
  });

  test('is the one that its rows share, and grey for a mixture', () => {
    expect(inkOfTouches(['place:P', 'funder:B', 'sector:S'], card)).toBe('c2');
    expect(inkOfTouches(['funder:A', 'funder:B'], card)).toBe('grey');
    expect(inkOfTouches(['place:P'], card)).toBe('grey');
  });
});
