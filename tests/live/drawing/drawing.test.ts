import '../../../src/parts/theme.css';
import { describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import DrawingView from '../../../src/drawing/Drawing.svelte';
import type { Drawing, Mark, RectMark, TextMark } from '../../../src/drawing/drawing.ts';
import type { Focus } from '../../../src/drawing/emphasis.ts';
import { NO_NUMBERS } from '../../pure/gallery/nonumbers.ts';

const SECTORS = ['Health', 'Tax', 'Transport'];

function bar(name: string, x: number, more: Partial<RectMark> = {}): RectMark {
  const subjects = [`sector:${name}`];
  return {
    shape: 'rect',
    key: `sector:${name}`,
    subjects,
    label: `${name}, £1m`,
    action: { do: 'filter', subjects },
    ...{ x, y: 20, width: 40, height: 60, fill: 'c1', ...more },
  };
}

function caption(name: string, x: number): TextMark {
  return {
    ...{ shape: 'text', key: `sector:${name} label`, subjects: [`sector:${name}`] },
    ...{ x, y: 12, text: name, size: 12, fill: 'ink' },
  };
}

const BARS: readonly Mark[] = SECTORS.map((name, index) => bar(name, 10 + 100 * index));
const TRACE: Mark = {
  ...{ shape: 'path', key: 'trace', subjects: ['sector:Tax', 'funder:HMRC'], fill: 'c2' },
  ...{ d: 'M150 40L210 40L210 60L150 60Z', touches: new Set(['sector:Tax', 'funder:HMRC']) },
};

function drawingOf(marks: readonly Mark[], traces: readonly Mark[] = []): Drawing {
  return {
    ...{ chart: 'bars', width: 320, height: 100, marks, traces, notes: [] },
    ...NO_NUMBERS,
  };
}

async function shown(marks: readonly Mark[] = BARS, traces: readonly Mark[] = []) {
  const heard = { onpoint: vi.fn(), onact: vi.fn(), onback: vi.fn() };
  const focus: Focus = [];
  const props = { drawing: drawingOf(marks, traces), label: 'Bars', focus, ...heard };
  const screen = await render(DrawingView, { props });
  const all = (selector: string) => [...screen.container.querySelectorAll(selector)];
  const at = (key: string) => {
    const found = all('[data-key]').find((element) => element.getAttribute('data-key') === key);
    if (!found) throw new Error(`no mark "${key}"`);
    return found;
  };
  return { ...heard, screen, all, at };
}

const focusedName = () => document.activeElement?.getAttribute('aria-label');

describe('elements', () => {
  test('are one for each mark, and the same for as long as the mark is there', async () => {
    const { screen, at, all } = await shown();
    const before = new Map(SECTORS.map((name) => [name, at(`sector:${name}`)]));
    const changed = [bar('Transport', 10, { width: 200 }), bar('Energy', 220), bar('Health', 270)];
    await screen.rerender({ drawing: drawingOf(changed) });
    expect(all('[data-key]')).toHaveLength(3);
    expect(at('sector:Transport')).toBe(before.get('Transport'));
    expect(at('sector:Health')).toBe(before.get('Health'));
    expect(at('sector:Transport').getAttribute('width')).toBe('200');
    expect(before.get('Tax')?.isConnected).toBe(false);
  });

  test('stay, with the focus and its ring, where a mark turns into another of the same thing', async () => {
    const { screen, at, all } = await shown();
    await userEvent.keyboard('{Tab}{End}');
    const before = at('sector:Transport');
    const tile = bar('Transport', 10, { key: 'title:Transport', element: 'sector:Transport' });
    await screen.rerender({ drawing: drawingOf([bar('Health', 100), tile], [TRACE]) });
    expect(at('title:Transport')).toBe(before);
    expect(document.activeElement).toBe(before);
    expect(before.getAttribute('tabindex')).toBe('0');
    expect(all('.ring')).toHaveLength(1);
  });

  test('that cannot be reached are hidden from speech', async () => {
    const { at } = await shown([...BARS, caption('Tax', 110)]);
    expect(at('sector:Tax label').getAttribute('aria-hidden')).toBe('true');
    expect(at('sector:Tax').getAttribute('role')).toBe('button');
    expect(at('sector:Tax').getAttribute('aria-label')).toBe('Tax, £1m');
  });
});

describe('the keyboard', () => {
  test('finds one stop, and comes back to where it was', async () => {
    const { all } = await shown();
    const stops = () => all('[tabindex="0"]').map((stop) => stop.getAttribute('data-key'));
    expect(stops()).toEqual(['sector:Health']);
    await userEvent.keyboard('{Tab}{ArrowRight}{ArrowRight}');
    expect(focusedName()).toBe('Transport, £1m');
    expect(stops()).toEqual(['sector:Transport']);
    // Something to go to; past the last stop of a page the keys are the browser's own.
    const after = document.body.appendChild(document.createElement('button'));
    await userEvent.keyboard('{Tab}');
    expect(document.activeElement).toBe(after);
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
    expect(focusedName()).toBe('Transport, £1m');
    after.remove();
    await userEvent.keyboard('{Home}');
    expect(focusedName()).toBe('Health, £1m');
    await userEvent.keyboard('{End}{ArrowLeft}');
    expect(focusedName()).toBe('Tax, £1m');
  });

  test('finds another stop when the one it left is gone', async () => {
    const { screen, all } = await shown();
    await userEvent.keyboard('{Tab}{End}');
    await screen.rerender({ drawing: drawingOf(BARS.slice(0, 2)) });
    expect(all('[tabindex="0"]').map((stop) => stop.getAttribute('data-key'))).toEqual([
      'sector:Health',
    ]);
  });

  test('chooses, adds, explains and goes back', async () => {
    const { onact, onback } = await shown();
    const subjects = ['sector:Health'];
    await userEvent.keyboard('{Tab}{Enter}');
    expect(onact).toHaveBeenLastCalledWith({ do: 'filter', subjects }, false);
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(onact).toHaveBeenLastCalledWith({ do: 'filter', subjects }, true);
    await userEvent.keyboard(' ');
    expect(onact).toHaveBeenLastCalledWith({ do: 'explain', subjects }, false);
    expect(onback).not.toHaveBeenCalled();
    await userEvent.keyboard('{Escape}');
    expect(onback).toHaveBeenCalledOnce();
    expect(onact).toHaveBeenCalledTimes(3);
  });

  test('keeps other keys to those who want them', async () => {
    const passed: string[] = [];
    const hear = (event: KeyboardEvent) => passed.push(event.key);
    await shown();
    addEventListener('keydown', hear);
    await userEvent.keyboard('{Tab}{ArrowRight}{Alt>}{ArrowLeft}{/Alt}k');
    removeEventListener('keydown', hear);
    expect(passed).toEqual(['Tab', 'Alt', 'ArrowLeft', 'k']);
    expect(focusedName()).toBe('Tax, £1m');
  });

  test('sees a ring over all marks, which a click does not draw', async () => {
    const { all, at, onpoint } = await shown();
    await userEvent.click(at('sector:Tax'));
    expect(all('.ring')).toEqual([]);
    await userEvent.keyboard('{ArrowRight}');
    const [ring] = all('.ring');
    expect(ring).toBe(ring?.parentElement?.lastElementChild);
    const box = ring?.getBoundingClientRect();
    const mark = at('sector:Transport').getBoundingClientRect();
    expect(box?.left).toBeLessThan(mark.left);
    expect(box?.bottom).toBeGreaterThan(mark.bottom);
    expect(onpoint).toHaveBeenLastCalledWith(
      expect.objectContaining({ key: 'sector:Transport' }),
      true,
    );
    await userEvent.keyboard('{Tab}');
    expect(all('.ring')).toEqual([]);
    expect(onpoint).toHaveBeenLastCalledWith(null, false);
  });
});

describe('pointing', () => {
  test('says once which mark it is on, and that it has left', async () => {
    const { at, onpoint } = await shown([...BARS, caption('Tax', 110)]);
    await userEvent.hover(at('sector:Tax'));
    await userEvent.hover(at('sector:Tax label'));
    expect(onpoint.mock.calls.map(([mark]) => mark?.key)).toEqual(['sector:Tax']);
    await userEvent.unhover(at('sector:Tax label'));
    expect(onpoint).toHaveBeenLastCalledWith(null, false);
  });

  test('lights what touches, dims the rest, and shows traces while it lasts', async () => {
    const { screen, at, all } = await shown(BARS, [TRACE]);
    const geometry = () =>
      all('[data-key]').map((mark) =>
        ['x', 'y', 'width', 'height'].map((a) => mark.getAttribute(a)),
      );
    const before = geometry();
    expect(all('.traces *')).toEqual([]);

    await screen.rerender({ focus: ['sector:Tax'] });
    expect(all('.traces *').map((trace) => trace.getAttribute('data-key'))).toEqual(['trace']);
    expect(at('sector:Tax').classList.contains('lit')).toBe(true);
    await expect.poll(() => getComputedStyle(at('sector:Health')).opacity).toBe('0.28');
    expect(getComputedStyle(at('sector:Tax')).opacity).toBe('1');

    await screen.rerender({ focus: [] });
    expect(all('.traces *')).toEqual([]);
    expect(all('.lit')).toEqual([]);
    expect(geometry()).toEqual(before);
  });

  test('a click on the label of a mark chooses the mark', async () => {
    const { at, onact } = await shown([...BARS, caption('Tax', 110)]);
    await userEvent.click(at('sector:Tax label'));
    expect(onact).toHaveBeenCalledWith({ do: 'filter', subjects: ['sector:Tax'] }, false);
  });
});
