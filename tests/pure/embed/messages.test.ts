import { describe, expect, test } from 'vitest';
import { brightness } from '../../../src/embed/loader/looks.ts';
import { readHostMessage } from '../../../src/embed/messages.ts';

const GOOD = { tranche: 1, type: 'host', theme: 'dark', lang: 'en-GB', room: 480 };

describe('a message from the page around', () => {
  test('is taken as far as it is known', () => {
    expect(readHostMessage({ ...GOOD, more: '<b>' })).toEqual({
      theme: 'dark',
      lang: 'en-GB',
      room: 480,
    });
  });

  test.each([
    null,
    'host',
    7,
    [],
    {},
    { ...GOOD, tranche: 2 },
    { ...GOOD, type: 'height' },
    { ...GOOD, theme: 'url(x)' },
    { ...GOOD, lang: '<script>' },
    { ...GOOD, lang: 'a'.repeat(36) },
    { ...GOOD, room: -1 },
    { ...GOOD, room: 1e9 },
    { ...GOOD, room: NaN },
    { ...GOOD, room: '480' },
  ])('is left alone when it is none: %j', (message) => {
    expect(readHostMessage(message)).toBeUndefined();
  });
});

test.each([
  ['rgb(0, 0, 0)', 0],
  ['rgba(255, 255, 255, 0.9)', 1],
  ['oklch(0.9 0.02 120)', 0.9],
  ['lab(20 1 2)', 0.2],
  ['color(srgb 1 1 1)', 1],
])('%s is as bright as %d', (colour, bright) => {
  expect(brightness(colour)).toBeCloseTo(bright);
});
