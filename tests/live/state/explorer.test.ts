import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { CHARTS } from '../../../src/charts/index.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import type { LocalEngine } from '../../../src/engine/local.ts';
import type { AnswerTo, Question } from '../../../src/model/question.ts';
import { firstView, type View } from '../../../src/model/view.ts';
import { headlineOf } from '../../../src/state/caption.ts';
import { Explorer } from '../../../src/state/explorer.svelte.ts';
import { strategyEngine } from '../strategy.ts';

/** Answers as the engine does, but only when told to, and fails when told to. */
class HeldEngine implements Engine {
  readonly card;
  readonly asked: Question[] = [];
  readonly #engine: Engine;
  readonly #waiting: { question: Question; answer: () => void; fail: (why: Error) => void }[] = [];
  held = false;
  failing = false;

  constructor(engine: Engine) {
    this.#engine = engine;
    this.card = engine.card;
  }

  async ask<Asked extends Question>(question: Asked): Promise<AnswerTo[Asked['ask']]> {
    this.asked.push(question);
    if (this.failing) throw new Error('the engine is down');
    if (this.held) {
      await new Promise<void>((answer, fail) => this.#waiting.push({ question, answer, fail }));
    }
    return this.#engine.ask(question);
  }

  /** Lets the waiting questions that pass be answered, or fail. */
  release(passes: (question: Question) => boolean = () => true, how = 'answering'): void {
    const all = this.#waiting.splice(0);
    for (const waiting of all) {
      if (!passes(waiting.question)) this.#waiting.push(waiting);
      else if (how === 'failing') waiting.fail(new Error('the engine is down'));
      else waiting.answer();
    }
  }
}

const transport = { do: 'filter', subjects: ['sector:Transport'] } as const;
const tax = { do: 'filter', subjects: ['sector:Tax'] } as const;
const isAbout = (value: string) => (question: Question) => JSON.stringify(question).includes(value);

let local: LocalEngine;
let engine: HeldEngine;
let explorer: Explorer;
const changed = vi.fn<(view: View, step: boolean) => void>();

beforeAll(async () => {
  local = await strategyEngine();
});

beforeEach(async () => {
  changed.mockClear();
  engine = new HeldEngine(local);
  explorer = await Explorer.open(engine, firstView(engine.card), CHARTS, changed);
});

const settled = () => expect.poll(() => explorer.pending).toBe(false);
const finding = () => headlineOf(explorer.shown);

describe('a change of view', () => {
  test('opens with everything answered, and every chart draws it here', () => {
    expect(explorer.pending).toBe(false);
    expect(changed).not.toHaveBeenCalled();
    for (const chart of CHARTS) {
      const answers = explorer.shown.answers.get(chart.id);
      if (!answers) throw new Error(`"${chart.id}" has no answers`);
      const frame = { width: 700, height: 400 };
      const drawing = chart.draw(answers, explorer.shown.view, explorer.card, frame);
      expect(drawing.marks.length).toBeGreaterThan(10);
    }
  });

  test('tells the address at once, and the screen when all is answered', async () => {
    engine.held = true;
    explorer.act(transport);
    expect(changed).toHaveBeenCalledExactlyOnceWith(explorer.view, true);
    expect(explorer.pending).toBe(true);
    expect(finding()).toMatch(/Health and care/);
    engine.release(({ ask }) => ask !== 'records');
    await Promise.resolve();
    expect(finding()).toMatch(/Health and care/);
    engine.release();
    await settled();
    expect(explorer.shown.finding.whole.low).toBe(68_000_000_000);
  });

  test('is never undone by a slower answer to an older one', async () => {
    engine.held = true;
    explorer.act(transport);
    explorer.act(tax);
    engine.release(isAbout('Tax'));
    await settled();
    const shown = explorer.shown;
    expect(shown.finding.whole.low).toBe(130_000_000_000);
    engine.release(isAbout('Transport'));
    await new Promise((done) => setTimeout(done));
    expect(explorer.shown).toBe(shown);
    expect(explorer.view).toBe(shown.view);
  });

  test('that changes nothing is no step', () => {
    explorer.change({ filters: [] });
    explorer.change({ measure: explorer.view.measure });
    expect(changed).not.toHaveBeenCalled();
  });

  test('asks nothing that has been answered before', async () => {
    const first = finding();
    explorer.act(transport);
    await settled();
    const asked = engine.asked.length;
    const keys = engine.asked.map((question) => JSON.stringify(question));
    expect(new Set(keys).size).toBe(asked);
    explorer.backOut();
    explorer.backOut();
    await settled();
    expect(finding()).toBe(first);
    expect(engine.asked).toHaveLength(asked);
  });

  test('that follows the history leaves the address alone', async () => {
    await explorer.show({ ...explorer.view, filters: [] });
    expect(changed).not.toHaveBeenCalled();
  });
});

describe('an engine that fails', () => {
  test('leaves the screen as it was, puts the address back and says so', async () => {
    const before = explorer.shown;
    engine.failing = true;
    explorer.act(transport);
    await expect.poll(() => explorer.notices).toHaveLength(1);
    expect(explorer.notices[0]).toMatch(/^That could not be worked out: .*the engine is down/);
    expect(explorer.shown).toBe(before);
    expect(explorer.view).toBe(before.view);
    expect(explorer.pending).toBe(false);
    expect(changed).toHaveBeenLastCalledWith(before.view, false);
  });

  test('is asked again later', async () => {
    engine.failing = true;
    explorer.act(transport);
    await expect.poll(() => explorer.notices).toHaveLength(1);
    engine.failing = false;
    explorer.act(transport);
    await settled();
    expect(explorer.shown.finding.whole.low).toBe(68_000_000_000);
  });

  test('for an older view does not disturb a newer one', async () => {
    engine.held = true;
    explorer.act(transport);
    explorer.act(tax);
    engine.release(isAbout('Transport'), 'failing');
    await new Promise((done) => setTimeout(done));
    expect(explorer.pending).toBe(true);
    engine.release();
    await settled();
    expect(explorer.notices).toEqual([]);
    expect(explorer.shown.finding.whole.low).toBe(130_000_000_000);
  });
});

describe('what marks do', () => {
  test('choosing keeps only a subject and opens its evidence; choosing again lets it go', async () => {
    explorer.act(transport);
    await settled();
    expect(explorer.shown.evidence?.selected.rows).toBe(3);
    explorer.act(transport);
    await settled();
    expect(explorer.view.filters).toEqual([]);
    expect(explorer.shown.evidence).toBeNull();
  });

  test('choosing more adds to what is chosen', async () => {
    explorer.act(transport);
    explorer.act(tax, true);
    await settled();
    expect(explorer.shown.finding.whole.low).toBe(198_000_000_000);
  });

  test('explaining opens the evidence and leaves the selection', async () => {
    explorer.act({ do: 'explain', subjects: ['sector:Tax'] });
    await settled();
    expect(explorer.view.filters).toEqual([]);
    expect(explorer.shown.evidence?.selected.rows).toBe(1);
  });

  test('backing out closes the evidence, then widens the zoom, then takes filters away', async () => {
    explorer.act({ do: 'zoom', to: ['Transport', 'Smart ticketing'] });
    explorer.act(transport);
    const steps = [];
    for (let step = 0; step < 5; step++) {
      explorer.backOut();
      const { evidence, zoom, filters } = explorer.view;
      steps.push([evidence?.length ?? 0, zoom.length, filters.length]);
    }
    expect(steps).toEqual([
      [0, 2, 1],
      [0, 1, 1],
      [0, 0, 1],
      [0, 0, 0],
      [0, 0, 0],
    ]);
    await settled();
  });

  test('pointing changes the focus alone, and asks nothing', () => {
    const { shown } = explorer;
    const asked = engine.asked.length;
    explorer.point(['sector:Tax']);
    expect(explorer.focus).toEqual(['sector:Tax']);
    expect(explorer.shown).toBe(shown);
    expect(engine.asked).toHaveLength(asked);
    expect(changed).not.toHaveBeenCalled();
  });
});
