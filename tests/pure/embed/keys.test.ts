import { describe, expect, test } from 'vitest';
import { isForHost } from '../../../src/embed/keys.ts';
import { HOST_KEYS } from '../../../src/embed/messages.ts';

describe('a key is the page’s around', () => {
  test.each([...HOST_KEYS.keys()])('where nothing in the chart has the focus: %s', (key) => {
    expect(isForHost(key, 'page', false)).toBe(true);
  });

  test.each(['PageUp', 'PageDown', '.', 'b', 'w', 'Backspace'])(
    'wherever the focus is, as no mark makes use of it: %s',
    (key) => {
      for (const place of ['page', 'mark', 'control'] as const) {
        expect(isForHost(key, place, true)).toBe(true);
      }
    },
  );

  test('Escape, once there is no step to go back', () => {
    expect(isForHost('Escape', 'mark', true)).toBe(false);
    expect(isForHost('Escape', 'mark', false)).toBe(true);
  });
});

describe('a key is the chart’s', () => {
  test.each(['ArrowLeft', 'ArrowDown', 'Home', 'End', 'Enter', ' '])(
    'on a mark, which makes use of it: %s',
    (key) => {
      expect(isForHost(key, 'mark', false)).toBe(false);
    },
  );

  test('on a button or a link that it presses', () => {
    expect(isForHost('Enter', 'control', false)).toBe(false);
    expect(isForHost(' ', 'control', false)).toBe(false);
    expect(isForHost('ArrowRight', 'control', false)).toBe(true);
  });

  test.each(['Tab', 'F5', 'a', 'Control', '__proto__'])('if nobody pages with it: %s', (key) => {
    expect(isForHost(key, 'page', false)).toBe(false);
  });
});
