import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { annotated } from '../../../src/charts/annotate/annotate.ts';
import type { Mark } from '../../../src/drawing/drawing.ts';
import { isLit, type Focus } from '../../../src/drawing/emphasis.ts';
import { decodeView } from '../../../src/model/address.ts';
import type { Annotation, Pointer } from '../../../src/model/annotation.ts';
import { firstView } from '../../../src/model/view.ts';
import { AnswerBook } from '../../../src/state/answers.ts';
import { NO_FACTS } from '../../../src/state/figure.ts';
import { pointedOut, saidOn } from '../../../src/state/pointing.ts';
import { figuresOf } from '../../../src/state/scenefigures.ts';
import type { Scene } from '../../../src/story/story.ts';
import { readStory } from '../../../src/story/storyfile.ts';
import { ENGINES } from '../gallery/datasets.ts';
import { pictureOf } from '../gallery/picture.ts';
import { scene, story } from '../story/stories.ts';
import { breachesOf, extentOfText } from './laws.ts';

const engine = ENGINES.strategy;
const { card } = engine;
const NHS = 'programme:NHS digital technology';
const TAX = 'programme:Making Tax Digital';
const POINTERS: readonly Pointer[] = [
  { kind: 'callout', on: [NHS], text: 'most of the money, and no year of it is named' },
  { kind: 'arrow', from: ['sector:Tax'], to: [NHS], text: 'a third of it' },
  {
    kind: 'bracket',
    over: [['sector:Tax'], ['sector:Transport']],
    text: 'two sectors, one table',
  },
];
const FRAMES = [
  { width: 680, height: 290, spare: true },
  { width: 500, height: 300, spare: true },
  { width: 1100, height: 620 },
];
const viewOf = (lead: string) => ({
  ...firstView(card),
  lead,
  stages: ['sector', 'programme'],
  split: null,
});

const wordsIn = (marks: readonly Mark[]) =>
  marks.flatMap((mark) => (mark.shape === 'text' ? mark.text : [])).join(' ');

describe.each(['sankey', 'treemap'])('pointing things out on a %s', (chart) => {
  test.each(FRAMES)('covers no words and keeps inside $width × $height', async (frame) => {
    const { drawing } = await pictureOf(engine, chart, viewOf(chart), frame);
    const pointed = annotated(drawing, POINTERS);
    expect(breachesOf(pointed.drawing)).toEqual([]);
    const added = pointed.drawing.marks.slice(drawing.marks.length);
    for (const { text } of POINTERS) {
      const isTold = pointed.missing.includes(`room for “${text}”`);
      expect(wordsIn(added).includes(text), text).toBe(!isTold);
    }
    // The first has room everywhere, and stands by its mark.
    expect(pointed.missing).not.toContain(`room for “${POINTERS[0]?.text}”`);
  });

  test('says it with the mark for those who do not see it', async () => {
    const { drawing } = await pictureOf(engine, chart, viewOf(chart), FRAMES[0]!);
    const { marks } = annotated(drawing, POINTERS).drawing;
    const spoken = marks.find(({ label }) => label?.endsWith(POINTERS[0]!.text));
    expect(spoken?.subjects).toContain(NHS);
  });
});

test('what is pointed out is lit with its mark, whatever lights that', async () => {
  const { drawing } = await pictureOf(engine, 'sankey', viewOf('sankey'), FRAMES[0]!);
  const on: Pointer = { kind: 'callout', on: ['sector:Tax'], text: 'one promise' };
  const { marks } = annotated(drawing, [on, POINTERS[1]!]).drawing;
  const litKeys = (focus: Focus) =>
    marks.filter((mark) => isLit(mark, focus)).map(({ key }) => key);
  expect(litKeys([TAX])).toContain('words sector:Tax one promise 1');
  expect(litKeys([TAX])).toContain('callout sector:Tax');
  expect(litKeys([NHS])).toContain(`arrow sector:Tax ${NHS}`);
  expect(litKeys(['sector:Transport']).filter((key) => /^(words|callout|arrow)/.test(key))).toEqual(
    [],
  );
});

test('what has no mark is told, and the rest is drawn', async () => {
  const { drawing } = await pictureOf(engine, 'sankey', viewOf('sankey'), FRAMES[0]!);
  const gone: Pointer = { kind: 'callout', on: ['sector:Defence'], text: 'gone' };
  const arrow: Pointer = { kind: 'arrow', from: [NHS], to: ['sector:Defence'], text: 'to nothing' };
  const pointed = annotated(drawing, [gone, arrow, POINTERS[0]!]);
  expect(pointed.missing).toEqual(['a mark for Defence', 'a mark for Defence']);
  expect(wordsIn(pointed.drawing.marks)).not.toContain('gone');
  expect(wordsIn(pointed.drawing.marks)).toContain('most of the money');
});

test('arrows and brackets may be without words; words at a mark that are none draw nothing', async () => {
  const { drawing } = await pictureOf(engine, 'sankey', viewOf('sankey'), FRAMES[0]!);
  const [callout, arrow, bracket] = POINTERS.map((pointer) => ({ ...pointer, text: '  ' }));
  const pointed = annotated(drawing, [callout!, arrow!, bracket!]);
  expect(pointed.missing).toEqual([]);
  const added = pointed.drawing.marks.slice(drawing.marks.length);
  expect(added.map(({ key }) => key.split(' ')[0])).toEqual(['arrow', 'arrow', 'bracket']);
});

test('words that have no room are told', async () => {
  const { drawing } = await pictureOf(engine, 'sankey', viewOf('sankey'), FRAMES[1]!);
  const text = 'far too much to say '.repeat(40).trim();
  const { missing } = annotated(drawing, [{ kind: 'callout', on: [NHS], text }]);
  expect(missing).toEqual([`room for “${text}”`]);
});

describe('how big is that', () => {
  async function said(annotation: Annotation, measure = firstView(card).measure) {
    const view = { ...viewOf('treemap'), measure };
    const shading = { dimmed: [], annotations: [annotation] };
    return saidOn(shading, view, card, new AnswerBook(engine));
  }
  const compare = (on: string, other: string) =>
    said({ kind: 'compare', on: [on], with: other === 'person' ? other : [other] });
  const wordsOf = async (on: string, other: string) => (await compare(on, other)).pointers[0]?.text;

  test('is written from the data', async () => {
    expect(await wordsOf(NHS, TAX)).toBe('3.2 times Making Tax Digital');
    expect(await wordsOf(TAX, NHS)).toBe('0.31 times NHS digital technology');
  });

  test('never calls an open sum all there is', async () => {
    expect(await wordsOf('sector:Energy', 'sector:Culture')).toBe('at least 1.6 times Culture');
    expect(await wordsOf('sector:Culture', 'sector:Energy')).toBe('at most 0.6 times Energy');
  });

  test('is said for each person with the year of the figure', async () => {
    const { pointers, notes } = await compare(NHS, 'person');
    expect(pointers[0]?.text).toBe('£64 for each person in the UK (66m in 2017)');
    expect(notes).toEqual(['Population: World Bank, CC BY 4.0.']);
  });

  test('is told where it cannot be said', async () => {
    const unpriced = await compare('sector:Policing', TAX);
    expect(unpriced.pointers).toEqual([]);
    expect(unpriced.missing).toEqual(['a comparison of Policing with Making Tax Digital']);
    expect((await compare(NHS, 'nothing:there')).missing).toHaveLength(1);
    const estimates = card.measures.find(({ kind }) => kind === 'benefit estimate')!;
    const annotation: Annotation = { kind: 'compare', on: [NHS], with: [TAX] };
    expect((await said(annotation, estimates.id)).missing).toHaveLength(1);
  });
});

test('the built-in story has all it points out, on stage and in its figures', async () => {
  const file = readFileSync('data/digital-strategy-2017.story.json', 'utf8');
  const shipped = readStory(file);
  if ('refused' in shipped) throw new Error(shipped.refused);
  for (const each of shipped.scenes) {
    const { view } = decodeView(each.view, card);
    const said = await saidOn(each, view, card, new AnswerBook(engine));
    for (const frame of FRAMES) {
      const { drawing } = await pictureOf(engine, view.lead, { ...view, top: 6 }, frame);
      const pointed = pointedOut(drawing, said);
      expect(pointed.missing, each.id).toEqual([]);
      expect(breachesOf(pointed.drawing), each.id).toEqual([]);
    }
  }
  const size = { width: 254, height: 143, type: 1 };
  const figures = await figuresOf(engine, shipped, { size, theme: 'light', facts: NO_FACTS });
  expect(figures.flatMap(({ missing }) => missing)).toEqual([]);
  const words = figures.map(({ sheet }) => wordsIn(sheet.drawing.marks));
  expect(words[1]).toContain('3.2 times Making Tax Digital');
});

describe('the figure of a scene', () => {
  const setting = {
    size: { width: 200, height: 120, type: 1 },
    theme: 'light',
    facts: NO_FACTS,
  } as const;
  const figureOf = async (changes: Partial<Scene>) => {
    const [figure] = await figuresOf(engine, story([scene('a', changes)]), setting);
    if (!figure) throw new Error('a story of one scene has one figure');
    return figure;
  };

  test('dims what stands back and says what it lacks', async () => {
    const { sheet, missing } = await figureOf({
      dimmed: ['sector:Tax', 'sector:Defence'],
      reveals: [['sector:Transport'], ['sector:Space']],
      annotations: [{ kind: 'callout', on: ['sector:Defence'], text: 'gone' }],
    });
    expect(missing).toEqual([
      'a mark for Defence',
      'Space, to be lit up',
      'Defence, to stand back',
    ]);
    const tax = sheet.drawing.marks.find(({ key }) => key === 'sector:Tax');
    expect(tax?.opacity).toBe(0.3);
  });

  test('says which values that its view selects are in the file no more', async () => {
    const { missing } = await figureOf({ view: 'v=1&is.sector=Defence,Transport' });
    expect(missing).toEqual(['“Defence”, sector']);
  });

  test('names under the picture, in order, what stands in the light on stage', async () => {
    const { sheet } = await figureOf({ reveals: [['sector:Tax'], ['sector:Transport']] });
    const foot = sheet.words.filter(({ part }) => part === 'notes').map(({ text }) => text);
    expect(foot.join(' ')).toContain('Look at Tax, then at Transport.');
    expect(sheet.spoken?.description).toContain('Look at Tax, then at Transport.');
  });

  test('says whose figures a comparison rests on, whatever else there is to say', async () => {
    const on = ['programme:NHS digital technology'];
    const { sheet } = await figureOf({
      view: 'v=1&lead=treemap&split=',
      annotations: [{ kind: 'compare', on, with: 'person' }],
    });
    const foot = sheet.words.filter(({ part }) => part === 'notes').map(({ text }) => text);
    expect(foot.join(' ')).toContain('World Bank');
  });
});

test('words on a mark are as wide as they are thought to be', async () => {
  const { drawing } = await pictureOf(engine, 'treemap', viewOf('treemap'), FRAMES[2]!);
  const { marks } = annotated(drawing, [POINTERS[0]!]).drawing;
  const tile = drawing.marks.find(({ label, subjects }) => label && subjects.includes(NHS));
  if (tile?.shape !== 'rect') throw new Error('the tile is no box');
  const lines = marks.slice(drawing.marks.length).filter((mark) => mark.shape === 'text');
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) {
    expect(line.halo).toBeUndefined();
    expect(extentOfText(line).x1).toBeLessThan(tile.x + tile.width);
  }
});
