import fc from 'fast-check';
import type { Command } from '../../../src/story/machine.ts';
import type { Scene, Story } from '../../../src/story/story.ts';

export const scene = (id: string, changes: Partial<Scene> = {}): Scene => ({
  id,
  title: id,
  words: '',
  notes: '',
  view: '',
  reveals: [],
  dimmed: [],
  annotations: [],
  seconds: null,
  ...changes,
});

export const story = (scenes: readonly Scene[]): Story => ({
  version: 1,
  title: 'A story',
  data: { id: 'digital-strategy-2017', name: '', sha256: '' },
  scenes,
});

export const anyStory: fc.Arbitrary<Story> = fc
  .array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 6 })
  .map((reveals) =>
    story(
      reveals.map((count, at) =>
        scene(`s${at}`, { reveals: Array.from({ length: count }, (_, n) => [`sector:${n}`]) }),
      ),
    ),
  );

export const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  fc.constantFrom<Command>(
    { do: 'next' },
    { do: 'previous' },
    { do: 'first' },
    { do: 'last' },
    { do: 'black' },
    { do: 'white' },
    { do: 'leave' },
    { do: 'return' },
    { do: 'escape' },
    { do: 'restart clock' },
  ),
  fc
    .tuple(fc.nat({ max: 5 }), fc.nat({ max: 3 }))
    .map(([scene, reveal]) => ({ do: 'jump', to: { scene, reveal } }) as const),
);
