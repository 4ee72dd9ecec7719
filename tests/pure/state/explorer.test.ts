import { describe, expect, test } from 'vitest';
import { chartOf, CHARTS } from '../../../src/charts/index.ts';
import type { Drawing, Mark } from '../../../src/drawing/drawing.ts';
import { LocalEngine } from '../../../src/engine/local.ts';
import { firstView, type View } from '../../../src/model/view.ts';
import { Explorer } from '../../../src/state/explorer.svelte.ts';
import { strategy } from '../data/strategy.ts';

const engine = new LocalEngine(strategy());
const first = firstView(engine.card);

function drawn(explorer: Explorer, id: string): Drawing {
  const { answers, view } = explorer.shown;
  return chartOf(id).draw(answers.get(id)!, view, engine.card, { width: 1000, height: 480 });
}

function named(drawing: Drawing, start: string): Mark {
  const mark = drawing.marks.find(({ label }) => label?.startsWith(start));
  if (!mark) throw new Error(`no mark is called "${start}"`);
  return mark;
}

async function opened(patch: Partial<View> = {}) {
  const steps: View[] = [];
  const explorer = await Explorer.open(engine, { ...first, ...patch }, CHARTS, (view) =>
    steps.push(view),
  );
  const act = async (id: string, start: string, more = false) => {
    explorer.act(named(drawn(explorer, id), start).action!, more);
    await expect.poll(() => explorer.pending).toBe(false);
  };
  return { explorer, steps, act };
}

describe('choosing a mark', () => {
  test('filters all charts to it, tells the address, and again takes the filter away', async () => {
    const { explorer, steps, act } = await opened();
    await act('sankey', 'Transport,');
    expect(explorer.shown.view.filters).toEqual([
      { on: 'values', dimension: 'sector', among: ['Transport'] },
    ]);
    expect(steps).toHaveLength(1);
    for (const { subjects } of drawn(explorer, 'treemap').table.rows) {
      expect(subjects[0]).toBe('sector:Transport');
    }
    await act('sankey', 'Transport,');
    expect(explorer.shown.view.filters).toEqual([]);
  });

  test('of a treemap zooms in, and backing out widens again', async () => {
    const { explorer, act } = await opened({ split: null });
    await act('treemap', 'Transport,');
    expect(drawn(explorer, 'treemap').notes[0]).toBe(
      'Zoomed into Transport: £680m of at least £6.335bn.',
    );
    explorer.backOut();
    await expect.poll(() => explorer.pending).toBe(false);
    expect(explorer.shown.view.zoom).toEqual([]);
  });

  test.each(['sector', 'funder', 'place'])(
    'of small multiples by %s zooms into what was chosen',
    async (split) => {
      const { explorer } = await opened({ split });
      const mark = drawn(explorer, 'treemap').marks.find(({ action }) => action?.do === 'zoom')!;
      explorer.act(mark.action!);
      await expect.poll(() => explorer.pending).toBe(false);
      const drawing = drawn(explorer, 'treemap');
      expect(drawing.empty).toBeUndefined();
      expect(drawing.notes[0]).toContain(`Zoomed into ${mark.label!.split(',')[0]}`);
    },
  );
});

test('only the last of several changes is shown', async () => {
  const { explorer } = await opened();
  explorer.change({ measure: 'benefit estimate/GBP/total' });
  explorer.change({ measure: 'market estimate/GBP/total' });
  expect(explorer.pending).toBe(true);
  await expect.poll(() => explorer.pending).toBe(false);
  expect(explorer.shown.measure.kind).toBe('market estimate');
});

test('pointing asks nothing and changes no view', async () => {
  const { explorer, steps } = await opened();
  const { shown } = explorer;
  explorer.point(['sector:Tax']);
  expect(explorer.focus).toEqual(['sector:Tax']);
  expect(explorer.shown).toBe(shown);
  expect(steps).toEqual([]);
});

test('what cannot be worked out is told, and the last view stays', async () => {
  const { explorer } = await opened();
  await explorer.show({ ...first, measure: 'gold' });
  expect(explorer.shown.view).toEqual(first);
  expect(explorer.view).toEqual(first);
  expect(explorer.notices.join(' ')).toContain('gold');
});
