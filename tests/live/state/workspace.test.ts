import { expect, test } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import type { AnswerTo, Question } from '../../../src/model/question.ts';
import { firstView } from '../../../src/model/view.ts';
import type { Opened, Opening } from '../../../src/state/opening.ts';
import { Workspace } from '../../../src/state/workspace.svelte.ts';
import { strategyEngine } from '../strategy.ts';

/** An engine that answers nothing before it is let. */
function held(engine: Engine) {
  let letGo = () => {};
  const free = new Promise<void>((resolve) => (letGo = resolve));
  const ask = async <Asked extends Question>(asked: Asked): Promise<AnswerTo[Asked['ask']]> => {
    await free;
    return engine.ask(asked);
  };
  return { engine: { card: engine.card, ask }, letGo };
}

function openedOf(engine: Engine): Opened {
  return { engine, reading: null, owner: {}, unshown: async () => [], close: () => {} };
}

test('a file is said to be under way until all of it is on screen', async () => {
  const engine = await strategyEngine();
  const whole = held(engine);
  const opening: Opening = {
    open: async () => openedOf(whole.engine),
    builtIn: async () => ({ ...openedOf(engine), ready: Promise.resolve() }),
    addressed: ({ card }) => ({ view: firstView(card), notices: [], isOfOtherData: false }),
    changed: () => {},
    clock: () => 0,
  };
  const workspace = new Workspace(opening);
  const done = workspace.openFiles([new File(['a'], 'large.csv')]);
  expect(workspace.underWay?.name).toBe('large.csv');
  await new Promise((resolve) => setTimeout(resolve));
  expect(workspace.explorer).toBeNull();
  expect(workspace.underWay?.name).toBe('large.csv');
  whole.letGo();
  await done;
  expect(workspace.explorer).not.toBeNull();
  expect(workspace.underWay).toBeNull();
});
