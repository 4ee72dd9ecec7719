import { describe, expect, test } from 'vitest';
import { readMessage } from '../../../src/present/script.ts';
import { scene, story } from '../story/stories.ts';

const told = story([scene('a', { notes: 'Softly.' }), scene('b')]);
const script = { tranche: 'script', briefing: 'x', story: told, pictures: ['<svg/>', '<svg/>'] };

describe('what windows of a briefing tell each other', () => {
  test('arrives as it was sent', () => {
    for (const message of [
      script,
      { tranche: 'script wanted', briefing: 'x' },
      { tranche: 'alive', briefing: 'x', safe: true },
    ]) {
      expect(readMessage(structuredClone(message), 'x')).toEqual(message);
      expect(readMessage(message, 'y')).toBeUndefined();
    }
  });

  test.each([
    null,
    'alive',
    { tranche: 'alive', briefing: 'x' },
    { tranche: 'alive', briefing: 'x', safe: 'yes' },
    { tranche: 'toString', briefing: 'x' },
    { ...script, pictures: ['<svg/>'] },
    { ...script, pictures: ['<svg/>', 2] },
    { ...script, pictures: { length: 2 } },
    { ...script, story: { ...told, scenes: [] } },
    { ...script, story: { ...told, scenes: [{ id: '../a' }] } },
    { tranche: 'script', briefing: 'x', story: told },
  ])('is nothing when it is of another form: %j', (message) => {
    expect(readMessage(message, 'x')).toBeUndefined();
  });
});
