import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { CHARTS } from '../../../src/charts/index.ts';
import { LocalEngine } from '../../../src/engine/local.ts';
import { decodeView } from '../../../src/model/address.ts';
import { Briefing } from '../../../src/state/briefing.svelte.ts';
import { Explorer } from '../../../src/state/explorer.svelte.ts';
import { keyCommand, type KeyCommand } from '../../../src/story/keys.ts';
import { commanded, openStage, type Command, type StageState } from '../../../src/story/machine.ts';
import type { Talk } from '../../../src/story/talk.ts';
import { readStory } from '../../../src/story/storyfile.ts';
import { strategy } from '../data/strategy.ts';

const engine = new LocalEngine(strategy());
const read = readStory(readFileSync('data/digital-strategy-2017.story.json', 'utf8'));
if ('refused' in read) throw new Error(read.refused);
const story = read;

/** All that a clicker, a keyboard and a bouncing finger send, and how long after the last press. */
const KEYS = ['PageDown', 'PageUp', 'ArrowRight', ' ', 'Enter', 'Backspace', 'Home', 'End'];
const ODD_KEYS = ['.', ',', 'b', 'W', 'F5', 'Escape', 'e', 'r', 'x', 'Tab'];
const anyPress = fc.record({
  key: fc.constantFrom(...KEYS, ...KEYS, ...ODD_KEYS),
  wait: fc.constantFrom(20, 20, 79, 80, 500, 4000),
});

const isMove = (command: KeyCommand | undefined): command is Command =>
  command !== undefined && !['full screen', 'spotlight', 'search'].includes(command.do);

let explorer: Explorer;
beforeAll(async () => {
  explorer = await Explorer.open(engine, undefined, CHARTS, () => {});
});

/** A briefing in a window of its own; what it says goes to `say`. */
function briefingIn(window: string, clock: { now: number }, say: (talk: Talk) => void = () => {}) {
  return new Briefing(story, explorer, openStage(), {
    now: () => clock.now,
    window,
    briefing: 'test',
    say,
    changed: () => {},
    painted: () => Promise.resolve(),
  });
}

describe('a briefing', () => {
  test('agrees with the machine over 2,000 streams of keys, and shows its scene', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyPress, { maxLength: 14 }), async (presses) => {
        const clock = { now: 1_000_000 };
        const briefing = briefingIn('stage', clock);
        let model: StageState = openStage();
        for (const { key, wait } of presses) {
          clock.now += wait;
          const command = keyCommand(key, { letters: true, away: briefing.state.away });
          if (!isMove(command)) continue;
          briefing.command(command);
          model = commanded(story, model, command, clock.now, 'stage');
        }
        expect(briefing.state).toEqual(model);
        // The words are painted before the view is asked for.
        await new Promise((painted) => setImmediate(painted));
        const { view } = decodeView(briefing.scene.view, engine.card);
        if (briefing.state.step.scene > 0 && !model.away) expect(explorer.view).toEqual(view);
      }),
      { numRuns: 2000 },
    );
  });

  test('says that nothing comes next, to each press that asks for more', () => {
    const clock = { now: 1_000_000 };
    const briefing = briefingIn('stage', clock);
    const press = (command: Command, wait = 500) => {
      clock.now += wait;
      briefing.command(command);
      return briefing.beyond;
    };
    expect(press({ do: 'last' })).toBe(0);
    while (!briefing.isLast) expect(press({ do: 'next' })).toBe(0);
    // A key that bounces asks for nothing.
    expect(press({ do: 'next' }, 20)).toBe(0);
    expect(press({ do: 'next' })).toBe(1);
    expect(press({ do: 'next' })).toBe(2);
    expect(press({ do: 'black' })).toBe(0);
  });

  test('in two windows comes to one state, though messages are lost, doubled and late', () => {
    const anyEvent = fc.record({ press: anyPress, left: fc.boolean(), fate: fc.nat(3) });
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 25 }), (events) => {
        const clock = { now: 1_000_000 };
        const sent: { to: 'left' | 'right'; talk: Talk }[] = [];
        const windows = {
          left: briefingIn('left', clock, (talk) => void sent.push({ to: 'right', talk })),
          right: briefingIn('right', clock, (talk) => void sent.push({ to: 'left', talk })),
        };
        const deliver = ({ to, talk }: (typeof sent)[number]) =>
          windows[to].hear(structuredClone(talk));
        for (const { press, left, fate } of events) {
          clock.now += press.wait;
          const briefing = left ? windows.left : windows.right;
          const command = keyCommand(press.key, { letters: true, away: briefing.state.away });
          if (isMove(command)) briefing.command(command);
          // Lost, late (it stays), doubled, or in its turn.
          const message = fate === 1 ? undefined : sent.shift();
          if (!message || fate === 0) continue;
          deliver(message);
          if (fate === 2) deliver(message);
        }
        // One window asks, as it does when it is opened again; then there is an end to talking.
        sent.length = 0;
        void windows.left.begin();
        for (let turns = 0; sent.length > 0; turns++) {
          expect(turns).toBeLessThan(10);
          deliver(sent.shift()!);
        }
        expect(windows.left.state).toEqual(windows.right.state);
      }),
      { numRuns: 300 },
    );
  });
});
