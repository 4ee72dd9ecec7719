import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { packed } from '../../../src/carry/packed.ts';
import { LONGEST_STORY_LINK, storyLink, storyOfLink } from '../../../src/carry/storylink.ts';
import { withoutNotes } from '../../../src/story/story.ts';
import { readStory, writeStoryToPass } from '../../../src/story/storyfile.ts';
import { anyStory } from '../story/stories.ts';

const PAGE = 'https://a.example/tranche/?x=1#v=1';
const payloadOf = (link: string) =>
  new URLSearchParams(new URL(link).hash.slice(1)).get('story') ?? '';
const opened = (payload: string) => {
  const found = storyOfLink(payload);
  return 'refused' in found ? found : readStory(found.json);
};
const packing = (text: string) => packed(new TextEncoder().encode(text));

describe('a link with a story in it', () => {
  test('gives the story back without its notes, whatever it is', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const link = storyLink(PAGE, writeStoryToPass(story));
        expect(link).toMatch(/^https:\/\/a\.example\/tranche\/#present=link&story=1\.[\w.-]+$/);
        expect(opened(payloadOf(link))).toEqual(withoutNotes(story));
      }),
    );
  });

  test('holds the story that comes with the data', () => {
    const story = readStory(readFileSync('data/digital-strategy-2017.story.json', 'utf8'));
    if ('refused' in story) throw new Error(story.refused);
    const link = storyLink(PAGE, writeStoryToPass(story));
    expect(link.length).toBeLessThan(LONGEST_STORY_LINK / 2);
    expect(opened(payloadOf(link))).toEqual(withoutNotes(story));
    for (const { notes } of story.scenes) expect(writeStoryToPass(story)).not.toContain(notes);
  });

  test.each([
    ['is cut off', packing('{"version":1}').slice(0, -5), /damaged or was cut off/],
    ['is changed', packing('{"version":1}').replace(/\.(.)/, '.A'), /damaged or was cut off/],
    ['is nothing', '', /damaged or was cut off/],
    ['is of a later form', packing('{}').replace(/^1/, '7'), /another version \(7\)/],
    ['unpacks to more than a link holds', packing('1'.repeat(300_000)), /larger than any link/],
    ['is nested without end', packing('['.repeat(5_000)), /damaged/],
    ['is longer than a link', `1.${'A'.repeat(9_000)}.00000000`, /damaged/],
    ['is no text', packed(Uint8Array.of(0xff, 0xfe)), /damaged/],
    ['is no JSON', packing('{"version":'), /no JSON/],
    ['is no story', packing('{"version":1,"title":3}'), /cannot be read/],
    ['names a prototype', packing('{"__proto__":{"version":1}}'), /does not say its version/],
  ])('is refused with a sentence where it %s', (_, payload, sentence) => {
    expect(opened(payload)).toEqual({ refused: expect.stringMatching(sentence) as string });
  });

  test('opens for ever, as the first version wrote it', () => {
    const payload =
      '1.VY9BCsJADEWvIlm4qmAFFQZ6C3eli9DGNjidlpnQKqXQg-jlehIz6ELJJp_8l8-fYCAfuHNg0gSExRIYuOCdwmZdnlf2QdblBQlUKAhmAq7UUHHNgnYXxKNQ_dgd9ulZTQ7byOsWGjwcT3GfVZTkKIDJvziq4SdL1cA0qhiydGsJq0w8UYv9NvSWJVODp4HQxh85BCql8yaSRZEAOtcJipb4RNzYxZCya3v0pGxs908lMLI0auq1vZ7nQucN.f2c0a44d';
    expect(opened(payload)).toMatchObject({
      title: 'Taxes “first”',
      scenes: [{ title: 'Tax', reveals: [['sector:Tax']], annotations: [{ with: 'person' }] }],
    });
  });
});
