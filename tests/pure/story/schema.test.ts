import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkStory, writeStory } from '../../../src/story/storyfile.ts';
import { accepts, type Schema } from './schema.ts';
import { anyStory, scene, story } from './stories.ts';

// The published file is a schema of the few words that the checker knows; it refuses all others.
const schema = JSON.parse(readFileSync('public/story.schema.json', 'utf8')) as Schema;
const isTaken = (data: unknown) => !('refused' in checkStory(data));
const asFile = (data: unknown): unknown => JSON.parse(JSON.stringify(data));

const place = ['sector:Tax'];
const one = (changes: object) => ({ ...story([]), scenes: [{ id: 'a', ...changes }] });
const noted = (annotation: object) => one({ annotations: [annotation] });

/** A value for each rule of the format, at its edge and past it. */
const AT_THE_EDGE: readonly unknown[] = [
  ...[1, 2, '1', null].map((version) => ({ ...story([scene('a')]), version })),
  ...['x'.repeat(500), 'x'.repeat(501), 3].map((title) => ({ ...story([scene('a')]), title })),
  ...[{ id: 'a' }, {}, { id: 'a', name: 1 }].map((data) => ({ ...story([scene('a')]), data })),
  ...[0, 1, 200, 201].map((count) =>
    story(Array.from({ length: count }, (_, at) => scene(`s${at}`))),
  ),
  ...['', 'a b', 'x'.repeat(60), 'x'.repeat(61)].map((id) => one({ id })),
  ...['title', 'words', 'notes', 'view'].flatMap((part) =>
    [500, 501, 16_000, 16_001, 20_000, 20_001].map((length) => one({ [part]: 'x'.repeat(length) })),
  ),
  ...[[], [place], [[]], [['Tax']], [Array(11).fill('a:b')], Array(61).fill(place)].map((reveals) =>
    one({ reveals }),
  ),
  ...[['Tax'], Array(61).fill('a:b'), ['x'.repeat(501)], 'a:b'].map((dimmed) => one({ dimmed })),
  ...[null, 0, -1, 86_400, 86_401, '5'].map((seconds) => one({ seconds })),
  ...[
    { kind: 'callout', on: place, text: '' },
    { kind: 'callout', on: place },
    { kind: 'callout', on: [], text: '' },
    { kind: 'arrow', from: place, to: place, text: 'x' },
    { kind: 'arrow', from: place, text: 'x' },
    { kind: 'bracket', over: [place, place], text: 'x' },
    { kind: 'bracket', over: place, text: 'x' },
    { kind: 'compare', on: place, with: 'person' },
    { kind: 'compare', on: place, with: place },
    { kind: 'compare', on: place, with: 'people' },
    { kind: 'circle', on: place, text: '' },
  ].map(noted),
  null,
  [],
  'story',
];

describe('the published schema of stories', () => {
  test('takes and refuses what the reader does', () => {
    const taken = AT_THE_EDGE.map(isTaken);
    expect(taken).toContain(true);
    expect(taken).toContain(false);
    for (const data of AT_THE_EDGE) {
      expect(accepts(schema, data), JSON.stringify(data)?.slice(0, 300)).toBe(isTaken(data));
    }
  });

  test('takes every story as it is written', () => {
    fc.assert(
      fc.property(anyStory, (any) => {
        expect(accepts(schema, asFile(any))).toBe(true);
        expect(accepts(schema, JSON.parse(writeStory(any)))).toBe(true);
      }),
    );
    for (const file of readdirSync('data').filter((name) => name.endsWith('.story.json'))) {
      expect(accepts(schema, JSON.parse(readFileSync(`data/${file}`, 'utf8'))), file).toBe(true);
    }
  });
});
