import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { recordsOf, figures } from '../pure/data/strategy.ts';
import { forEachBrowser, inOneBrowser, type Visit } from './harness.ts';
import { onStage, sendTo, STAGE, story } from './onstage.ts';

/** A mark as the browser shows it at one moment. */
interface Seen {
  readonly key: string;
  /** The element's number: an element keeps the one it was given first. */
  readonly element: number;
  readonly spoken: boolean;
  readonly shape: string;
  /** The paint's name, whatever texture it makes. */
  readonly ink: string;
  readonly opacity: number;
  /** All that says where it is. */
  readonly place: string;
  /** Area in square px. */
  readonly area: number;
}

declare global {
  var elementNumbers: Map<Element, number>;
  /** How often the picture has set out or arrived. */
  var journeys: number;
}

/** Ms from one sample to the next. */
const SAMPLE = 150;
/** Ms that are more than a frame takes. */
const FRAME = 20;
/** Ms until what moves, and what only fades, has come to rest. */
const MOVED = 1350;
const FADED = 450;

function marksSeen(): Seen[] {
  const numbers = (globalThis.elementNumbers ??= new Map<Element, number>());
  return [...document.querySelectorAll<SVGGraphicsElement>('.stage svg > [data-key]')].map((it) => {
    const number = numbers.get(it) ?? numbers.size;
    numbers.set(it, number);
    const attribute = (name: string) => it.getAttribute(name) ?? '';
    const places = ['x', 'y', 'width', 'height', 'd', 'x1', 'y1', 'x2', 'y2', 'transform'];
    const size = (name: string) => Number(attribute(name));
    // Both sides of a ribbon are one curve, so that the corners and handles are enough to go by.
    const corners = [...attribute('d').matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => ({
      x: Number(x),
      y: Number(y),
    }));
    const outlined = corners.reduce((sum, { x, y }, at) => {
      const next = corners[(at + 1) % corners.length] ?? { x, y };
      return sum + x * next.y - next.x * y;
    }, 0);
    return {
      key: it.dataset['key'] ?? '',
      element: number,
      spoken: it.hasAttribute('aria-label'),
      shape: it.tagName,
      ink: /(?:--|-)(c\d|\w+)\)$/.exec(attribute('fill'))?.[1] ?? '',
      opacity: Number(it.getAttribute('opacity') ?? 1),
      place: places.map(attribute).join('|') + attribute('font-size'),
      area: it.tagName === 'rect' ? size('width') * size('height') : Math.abs(outlined) / 2,
    };
  });
}

/** Goes to a scene and looks at the picture before, on the way and at the end, by the page's own clock. */
async function change(page: Page, scene: number, ms: number, seq: number): Promise<Seen[][]> {
  const frames = [await page.evaluate(marksSeen)];
  const title = story.scenes[scene]?.title;
  await sendTo(page, { scene, reveal: 0 }, seq);
  if (title) await page.getByRole('heading', { level: 1, name: title }).waitFor();
  // A frame for the words, and then the picture sets out.
  await page.clock.runFor(FRAME);
  await page.locator('.stage .picture[data-moving]').waitFor();
  for (let at = 0; at < ms; at += SAMPLE) {
    frames.push(await page.evaluate(marksSeen));
    await page.clock.fastForward(SAMPLE);
  }
  await onStage(page);
  frames.push(await page.evaluate(marksSeen));
  return frames;
}

const SCENES = story.scenes.map((_, at) => at);
/** From every scene to every other one and back. */
const EVERY_PAIR = SCENES.flatMap((from) =>
  SCENES.filter((to) => to > from).flatMap((to) => [from, to]),
);
const MIDDLE = EVERY_PAIR.length / 2;
const HALVES = [EVERY_PAIR.slice(0, MIDDLE), EVERY_PAIR.slice(MIDDLE - 1)];
const THERE_AND_BACK = [...SCENES, ...SCENES.toReversed()];

/** A programme of one sum is that sum: in one picture a node of its own, in another a tile. */
const programmeOf = (() => {
  const records = recordsOf(figures);
  const programmes = records.map((record) => record.get('programme') ?? '');
  return new Map(
    records
      .filter((record) => programmes.filter((p) => p === record.get('programme')).length === 1)
      .map((record) => [`title:${record.get('title')}`, `programme:${record.get('programme')}`]),
  );
})();

/** The boxes that stand for something one can speak of, by what that is. */
function thingsIn(marks: readonly Seen[]): Map<string, Seen> {
  const boxes = marks.filter(({ shape, spoken }) => shape === 'rect' && spoken);
  return new Map(boxes.map((mark) => [programmeOf.get(mark.key) ?? mark.key, mark]));
}

/** Looks at each change of scene of a walk. */
async function walk(
  { page, open }: Visit,
  scenes: readonly number[],
  ms: number,
  look: (frames: readonly Seen[][], where: string) => void,
): Promise<void> {
  await page.clock.install();
  await open(STAGE);
  await onStage(page);
  // From here on the page's time stands still but for what `change` lets pass.
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1000));
  let at = 0;
  let seq = 1000;
  for (const to of scenes) {
    if (to === at) continue;
    look(await change(page, to, ms, seq++), `scene ${at + 1} to ${to + 1}`);
    at = to;
  }
}

function expectKept(frames: readonly Seen[][], where: string): void {
  const [first, last] = [thingsIn(frames[0] ?? []), thingsIn(frames.at(-1) ?? [])];
  const shared = [...first.keys()].filter((thing) => last.has(thing));
  const lost = shared.filter((thing) => {
    const [a, b] = [first.get(thing), last.get(thing)];
    return a?.element !== b?.element || a?.ink !== b?.ink;
  });
  expect(lost.length / shared.length || 0, `${where} loses ${lost.join(', ')}`).toBeLessThan(0.05);
}

for (const [half, scenes] of HALVES.entries()) {
  forEachBrowser(
    `a thing is one element of one colour from scene to scene, and no larger than it was or will be, ${half + 1} of 2`,
    async (visit) => {
      let travelled = 0;
      await walk(visit, scenes, MOVED, (frames, where) => {
        expectKept(frames, where);
        const most = new Map<number, number>();
        for (const { element, area } of [...(frames[1] ?? []), ...(frames.at(-1) ?? [])]) {
          most.set(element, Math.max(area, most.get(element) ?? 0));
        }
        const places = new Set<string>();
        for (const { key, element, area, place } of frames.flat()) {
          expect(area, `${key}, ${where}`).toBeLessThanOrEqual((most.get(element) ?? 0) * 1.01 + 1);
          places.add(`${element} ${place}`);
        }
        travelled += Math.max(0, places.size - most.size);
      });
      expect(travelled).toBeGreaterThan(500);
    },
    // The other browser is told for all its windows that no motion is wanted.
    { browsers: ['chromium'], context: { reducedMotion: 'no-preference' } },
  );
}

forEachBrowser('without motion one picture fades into the other', async (visit) => {
  await walk(visit, THERE_AND_BACK, FADED, (frames, where) => {
    expectKept(frames, where);
    const [before = [], ...fading] = frames;
    const places = new Map<number, string>();
    for (const { key, element, place } of fading.flat()) {
      expect(place, `${key}, ${where}`).toBe(places.get(element) ?? place);
      places.set(element, place);
    }
    // What was there is still to be seen when the change begins.
    const begun = (fading[0] ?? []).filter(({ opacity }) => opacity > 0);
    const seen = new Set(begun.map(({ place }) => place));
    expect(
      before.filter(({ place }) => !seen.has(place)),
      where,
    ).toEqual([]);
  });
});

inOneBrowser(
  'a window of another size has the picture at once',
  async ({ page, open }) => {
    await open(STAGE);
    await onStage(page);
    const height = () =>
      page
        .locator('.stage svg')
        .first()
        .evaluate((svg) => svg.clientHeight);
    const before = await height();
    await page.evaluate(() => {
      const picture = document.querySelector('.stage .picture');
      if (!picture) throw new Error('there is no picture');
      globalThis.journeys = 0;
      new MutationObserver(() => globalThis.journeys++).observe(picture, {
        attributeFilter: ['data-moving'],
      });
    });
    await page.setViewportSize({ width: 1024, height: 700 });
    await expect.poll(height).toBeLessThan(before);
    await onStage(page);
    expect(await page.evaluate(() => globalThis.journeys)).toBe(0);
  },
  { context: { reducedMotion: 'no-preference' } },
);
