import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CHARTS } from '../../../src/charts/index.ts';
import { LocalEngine } from '../../../src/engine/local.ts';
import { decodeView } from '../../../src/model/address.ts';
import type { Story } from '../../../src/story/story.ts';
import { checkStory, readStory, writeStory } from '../../../src/story/storyfile.ts';
import { strategy } from '../data/strategy.ts';
import { anyStory, scene, story } from './stories.ts';

const refusal = (json: string) => {
  const read = readStory(json);
  return 'refused' in read ? read.refused : '';
};
const whole: Story = story([
  scene('one', {
    words: 'Some words',
    notes: 'Quietly',
    view: 'v=1&lead=timeline',
    reveals: [['sector:Tax'], ['sector:Tax', 'programme:X']],
    dimmed: ['sector:Culture'],
    annotations: [
      { kind: 'callout', on: ['sector:Tax'], text: 'Look' },
      { kind: 'arrow', from: ['sector:A'], to: ['sector:B'], text: '' },
      { kind: 'bracket', over: [['sector:A'], ['sector:B']], text: 'both' },
      { kind: 'compare', on: ['sector:A'], with: ['sector:B'] },
      { kind: 'compare', on: ['sector:A'], with: 'person' },
    ],
    seconds: 40,
  }),
  scene('two'),
]);

describe('a story file', () => {
  test('reads back equal', () => {
    expect(readStory(writeStory(whole))).toEqual(whole);
    fc.assert(
      fc.property(anyStory, (any) => {
        expect(readStory(writeStory(any))).toEqual(any);
      }),
    );
  });

  test('leaves out what is not known', () => {
    const data = JSON.parse(writeStory(whole)) as Record<string, unknown>;
    expect(checkStory({ ...data, further: 1, __proto__: { x: 1 } })).toEqual(whole);
  });

  test.each([
    ['', /no JSON/],
    ['{"version":1', /no JSON/],
    ['[]', /does not say its version/],
    ['{"version":2}', /another version \(2\)/],
    ['{"version":1}', /title/],
    [JSON.stringify({ ...whole, scenes: [] }), /scenes/],
    [JSON.stringify({ ...whole, scenes: [{ ...scene('a'), id: 'a b' }] }), /scene 1, id/],
    [JSON.stringify({ ...whole, scenes: [scene('a'), scene('a')] }), /called “a”/],
    [JSON.stringify({ ...whole, scenes: [{ id: 'a', seconds: -1 }] }), /scene 1, seconds/],
    [`${'['.repeat(100_000)}`, /no JSON/],
    ['x'.repeat(2_000_001), /longer/],
  ])('that is none is refused with the place: %#', (json, reason) => {
    expect(refusal(json)).toMatch(reason);
  });
});

/** Stories in data/ are of the built-in data, and nothing in them may be missing from it. */
describe.each(readdirSync('data').filter((file) => file.endsWith('.story.json')))('%s', (file) => {
  const { card } = new LocalEngine(strategy());
  const json = readFileSync(`data/${file}`, 'utf8');
  const read = readStory(json);
  if ('refused' in read) throw new Error(read.refused);
  const values = new Map(
    card.dimensions.map(({ id, ranked }) => [id, new Set(ranked.map(({ value }) => value))]),
  );
  const pledged = new Set(card.companions.pledges.map(({ sector }) => sector));
  const isKnown = (subject: string) => {
    const [dimension = '', ...value] = subject.split(':');
    const name = value.join(':');
    return values.get(dimension)?.has(name) || (dimension === 'sector' && pledged.has(name));
  };

  test('is written as it would be written', () => {
    expect(json).toBe(writeStory(read));
  });

  test.each(read.scenes)('$id is a view of the data, about subjects it has', (each) => {
    const { view, ignored } = decodeView(each.view, card);
    expect(ignored).toEqual([]);
    expect(CHARTS.map(({ id }) => id)).toContain(view.lead);
    const subjects = [...each.reveals.flat(), ...each.dimmed];
    const pointed = each.annotations.flatMap((one) =>
      one.kind === 'arrow'
        ? [...one.from, ...one.to]
        : one.kind === 'bracket'
          ? one.over.flat()
          : one.kind === 'compare'
            ? [...one.on, ...(one.with === 'person' ? [] : one.with)]
            : one.on,
    );
    expect([...subjects, ...pointed].filter((subject) => !isKnown(subject))).toEqual([]);
  });
});
