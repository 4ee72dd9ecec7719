import '../../../src/parts/theme.css';
import '../../../src/parts/page.css';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { CHARTS, chartOf } from '../../../src/charts/index.ts';
import type { LocalEngine } from '../../../src/engine/local.ts';
import { firstView, type View } from '../../../src/model/view.ts';
import ChartFrame from '../../../src/parts/ChartFrame.svelte';
import { Explorer } from '../../../src/state/explorer.svelte.ts';
import { strategyEngine } from '../strategy.ts';

let engine: LocalEngine;
beforeAll(async () => {
  await page.viewport(1400, 900);
  engine = await strategyEngine();
});

async function framed(id: string, width: number, patch: Partial<View> = {}) {
  const view = { ...firstView(engine.card), ...patch };
  const explorer = await Explorer.open(engine, view, CHARTS, () => {});
  const onexplain = vi.fn();
  const props = { chart: chartOf(id), explorer, height: 360, onexplain, ontake: vi.fn() };
  const screen = await render(ChartFrame, { props });
  screen.container.style.width = `${width}px`;
  const picture = () => screen.container.querySelector('.picture > svg');
  await expect.poll(() => picture()?.getAttribute('width')).toBe(String(width));
  return { explorer, onexplain, picture, screen };
}

async function tabToPicture(): Promise<void> {
  for (let stop = 0; stop < 12 && !document.activeElement?.closest('svg'); stop++) {
    await userEvent.keyboard('{Tab}');
  }
  expect(document.activeElement?.closest('svg')).not.toBeNull();
}

/** Text of a picture that stands outside it, or is cut. */
function outside(svg: Element | null): string[] {
  const frame = svg?.getBoundingClientRect();
  if (!frame) return ['no picture'];
  return [...(svg?.querySelectorAll('text') ?? [])]
    .filter((text) => {
      const box = text.getBoundingClientRect();
      return (
        box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1
      );
    })
    .map((text) => text.textContent ?? '');
}

describe.each(CHARTS.map(({ id }) => id))('the frame of the %s', (id) => {
  test.each([280, 420, 700, 1340])('is filled at %i px, with its words inside', async (width) => {
    const { picture } = await framed(id, width);
    // Marks may still be on their way from where they were at another width.
    await expect.poll(() => outside(picture())).toEqual([]);
    expect(picture()?.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
    expect(Number(picture()?.getAttribute('height'))).toBeGreaterThan(100);
  });

  test('follows its room, and keeps its elements', async () => {
    const { picture, screen } = await framed(id, 700);
    const before = picture()?.querySelector('[tabindex="0"]');
    screen.container.style.width = '500px';
    await expect.poll(() => picture()?.getAttribute('width')).toBe('500');
    expect(before?.isConnected).toBe(true);
  });

  test('has no picture but a reason and a way out when nothing is selected', async () => {
    const { explorer, screen } = await framed(id, 700);
    explorer.filter({ on: 'text', matches: 'no such words' });
    await expect.element(page.getByText(/Take a filter away/)).toBeVisible();
    expect(screen.container.querySelector('.picture > svg')).toBeNull();
    await userEvent.click(page.getByRole('button', { name: 'Take all filters away' }));
    await expect.poll(() => screen.container.querySelector('.picture > svg')).not.toBeNull();
  });
});

test('the evidence of a mark is gone to, that of a gathered tail is not', async () => {
  const { explorer, onexplain } = await framed('sankey', 900, { top: 5 });
  await tabToPicture();
  await userEvent.keyboard(' ');
  expect(onexplain).toHaveBeenCalledOnce();
  await expect.poll(() => explorer.shown.evidence?.selected.rows).toBeGreaterThan(0);
  const tail = page.getByRole('button', { name: /^Programme: other \(\d+\), / }).first();
  (tail.element() as SVGElement).focus(); // an SVG mark, whatever the locator's type says
  await userEvent.keyboard(' ');
  expect(onexplain).toHaveBeenCalledOnce();
  await expect.poll(() => explorer.view.opened).toHaveLength(1);
});

test('a hint names keys to the keyboard and a click to the pointer', async () => {
  const { picture, screen } = await framed('treemap', 700);
  const hint = () => screen.container.querySelector('.tooltip .hint')?.textContent;
  const tile = picture()?.querySelector('[data-key="title:NHS digital technology"]');
  if (!tile) throw new Error('the picture has no such tile');
  await userEvent.hover(tile);
  await expect.poll(hint).toMatch(/^Click to /);
  await userEvent.unhover(tile);
  await tabToPicture();
  await expect.poll(hint).toMatch(/^Enter to .*, Space for what the source says$/);
});
