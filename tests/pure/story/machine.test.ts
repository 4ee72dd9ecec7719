import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyCommand } from '../../../src/story/keys.ts';
import {
  commanded,
  DOUBLE_PRESS,
  newerOf,
  openStage,
  type Command,
  type StageState,
} from '../../../src/story/machine.ts';
import { clockText, paceOf } from '../../../src/story/pace.ts';
import { lastRow, LEAST_TYPE, typeFor } from '../../../src/story/sight.ts';
import { readStep, stepsOf, writeStep } from '../../../src/story/story.ts';
import { heard, readTalk } from '../../../src/story/talk.ts';
import { anyCommand, anyStory, scene, story } from './stories.ts';

const two = story([scene('a', { reveals: [['sector:X'], ['sector:Y']] }), scene('b')]);
const SLOW = 1000;

/** The state after commands a second apart. */
function after(...commands: Command['do'][]): StageState {
  return commands.reduce(
    // Every command named here is complete without more.
    (state, word, at) => commanded(two, state, { do: word } as Command, (at + 1) * SLOW, 'me'),
    openStage(),
  );
}

describe('the script', () => {
  test('goes through scenes and their reveals, and stops at both ends', () => {
    expect(stepsOf(two).map(writeStep)).toEqual(['1', '1.1', '1.2', '2']);
    expect(writeStep(after('next', 'next').step)).toBe('1.2');
    expect(writeStep(after('next', 'next', 'next', 'next', 'next').step)).toBe('2');
    expect(writeStep(after('previous').step)).toBe('1');
    expect(writeStep(after('last', 'previous').step)).toBe('1.2');
    expect(writeStep(after('next', 'first').step)).toBe('1');
  });

  test('counts a double press once, and two presses of different keys as two', () => {
    const once = commanded(two, openStage(), { do: 'next' }, 1000, 'me');
    expect(commanded(two, once, { do: 'next' }, 1020, 'me')).toBe(once);
    expect(writeStep(commanded(two, once, { do: 'next' }, 1000 + DOUBLE_PRESS, 'me').step)).toBe(
      '1.2',
    );
    expect(writeStep(commanded(two, once, { do: 'previous' }, 1020, 'me').step)).toBe('1');
    // A press in the other window is no bounce of this one's key.
    expect(writeStep(commanded(two, once, { do: 'next' }, 1020, 'other').step)).toBe('1.2');
  });

  test('waits while the screen is blank or the speaker explores; the first press only comes back', () => {
    expect(after('next', 'black')).toMatchObject({ blank: 'black', step: { reveal: 1 } });
    expect(after('next', 'black', 'next')).toMatchObject({ blank: 'none', step: { reveal: 1 } });
    expect(after('next', 'black', 'white').blank).toBe('white');
    expect(after('next', 'white', 'white').blank).toBe('none');
    expect(after('next', 'leave', 'next')).toMatchObject({ away: false, step: { reveal: 1 } });
    expect(after('next', 'leave', 'black', 'escape')).toMatchObject({ away: true, blank: 'none' });
    expect(after('next', 'leave', 'escape')).toMatchObject({ away: false, step: { reveal: 1 } });
  });

  test('is never left by a stream of commands, and a state has a number of its own', () => {
    fc.assert(
      fc.property(
        anyStory,
        fc.array(fc.tuple(anyCommand, fc.nat({ max: 300 })), { maxLength: 60 }),
        (any, presses) => {
          const known = new Set(stepsOf(any).map(writeStep));
          let state = openStage();
          let now = 0;
          for (const [command, wait] of presses) {
            now += wait;
            const next = commanded(any, state, command, now, 'me');
            if (next === state) continue;
            expect(next.seq).toBe(state.seq + 1);
            if (command.do !== 'jump') {
              const steps = stepsOf(any).map(writeStep);
              const moved =
                steps.indexOf(writeStep(next.step)) - steps.indexOf(writeStep(state.step));
              if (
                known.has(writeStep(state.step)) &&
                (command.do === 'next' || command.do === 'previous')
              ) {
                expect(Math.abs(moved)).toBeLessThanOrEqual(1);
              }
              if (['black', 'white', 'leave', 'return', 'escape'].includes(command.do)) {
                expect(next.step).toEqual(state.step);
              }
            }
            state = next;
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('keys', () => {
  const on = { letters: true, away: false };

  test('of every clicker move the script', () => {
    for (const key of ['PageDown', 'ArrowRight', 'ArrowDown', ' ', 'Enter']) {
      expect(keyCommand(key, on)).toEqual({ do: 'next' });
    }
    for (const key of ['PageUp', 'ArrowLeft', 'ArrowUp', 'Backspace']) {
      expect(keyCommand(key, on)).toEqual({ do: 'previous' });
    }
    expect(keyCommand('.', on)).toEqual({ do: 'black' });
    expect(keyCommand('F5', on)).toEqual({ do: 'full screen' });
    expect(keyCommand('Escape', on)).toEqual({ do: 'escape' });
  });

  test('of single letters can be switched off; the clicker still works', () => {
    expect(keyCommand('b', on)).toEqual({ do: 'black' });
    expect(keyCommand('W', on)).toEqual({ do: 'white' });
    const off = { letters: false, away: false };
    for (const key of 'bwersf/') expect(keyCommand(key, off)).toBeUndefined();
    expect(keyCommand('.', off)).toEqual({ do: 'black' });
  });

  test('belong to the chart while the speaker explores, but for those that come back', () => {
    const away = { letters: true, away: true };
    for (const key of ['ArrowRight', 'Enter', ' ', 'Home']) {
      expect(keyCommand(key, away)).toBeUndefined();
    }
    expect(keyCommand('PageDown', away)).toEqual({ do: 'next' });
    expect(keyCommand('Escape', away)).toEqual({ do: 'escape' });
  });
});

describe('two windows', () => {
  test('come to one state whatever is lost, doubled or late, once the newest has arrived', () => {
    fc.assert(
      fc.property(
        anyStory,
        fc.array(fc.tuple(anyCommand, fc.boolean()), { minLength: 1, maxLength: 30 }),
        fc.infiniteStream(fc.nat()),
        (any, presses, order) => {
          let [left, right] = [openStage(), openStage()];
          const sent: StageState[] = [];
          presses.forEach(([command, atLeft], at) => {
            const now = at * SLOW;
            if (atLeft) left = commanded(any, left, command, now, 'left');
            else right = commanded(any, right, command, now, 'right');
            sent.push(atLeft ? left : right);
          });
          const late = sent.concat(sent).toSorted(() => ((order.next().value ?? 0) % 2 ? 1 : -1));
          const talk = (state: StageState) =>
            ({ tranche: 'stage', briefing: 'x', asks: false, state }) as const;
          for (const state of late) {
            left = heard(left, talk(state));
            right = heard(right, talk(state));
          }
          left = heard(left, talk(right));
          right = heard(right, talk(left));
          expect(left).toEqual(right);
        },
      ),
    );
  });

  test('take the later maker where numbers are equal, either way round', () => {
    const a = { ...openStage(), seq: 3, by: 'a' };
    const b = { ...openStage(), seq: 3, by: 'b' };
    expect(newerOf(a, b)).toBe(b);
    expect(newerOf(b, a)).toBe(b);
  });

  test('hear nothing but their own briefing', () => {
    const good = { tranche: 'stage', briefing: 'x', asks: true, state: openStage() };
    expect(readTalk(structuredClone(good), 'x')).toEqual(good);
    const step = { scene: -1, reveal: 0 };
    for (const bad of [
      null,
      'next',
      { ...good, briefing: 'y' },
      { ...good, tranche: 1 },
      { ...good, state: { ...openStage(), seq: NaN } },
      { ...good, state: { ...openStage(), step } },
      { ...good, state: { ...openStage(), blank: 'red' } },
    ]) {
      expect(readTalk(bad, 'x')).toBeUndefined();
    }
  });
});

describe('a step in an address', () => {
  test('reads back, and is moved to the nearest there is', () => {
    for (const step of stepsOf(two)) expect(readStep(writeStep(step), two)).toEqual(step);
    expect(readStep('9.9', two)).toEqual({ scene: 1, reveal: 0 });
    expect(readStep('0', two)).toEqual({ scene: 0, reveal: 0 });
    for (const text of ['', 'a', '1.', '-1', '1e3', '99999']) {
      expect(readStep(text, two)).toBeUndefined();
    }
  });
});

describe('pace', () => {
  const planned = story([scene('a', { seconds: 60 }), scene('b', { seconds: 30 })]);

  test('is told against the plan', () => {
    const begun = { ...openStage({ scene: 1, reveal: 0 }), begun: 0 };
    expect(paceOf(planned, begun, 70_000)).toMatchObject({ gone: 70, behind: 0, whole: 90 });
    expect(paceOf(planned, begun, 50_000).behind).toBe(-10);
    expect(paceOf(planned, begun, 100_000).behind).toBe(10);
    expect(paceOf(two, begun, 1000)).toMatchObject({ behind: null, whole: null, gone: 1 });
    expect(paceOf(planned, openStage(), 5000).gone).toBe(0);
    expect([clockText(725), clockText(-5), clockText(3600)]).toEqual(['12:05', '−0:05', '60:00']);
  });
});

describe('the size of type', () => {
  test('grows with the room and never falls below three parts in a hundred', () => {
    expect(typeFor({ seats: 1, screen: 3 })).toBe(LEAST_TYPE);
    const small = { seats: 30, screen: 1 };
    expect(typeFor(small)).toBeCloseTo(lastRow(small) / 200, 6);
    expect(typeFor({ seats: 500, screen: 2 })).toBeGreaterThan(typeFor({ seats: 60, screen: 2 }));
  });
});
