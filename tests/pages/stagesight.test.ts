import { expect } from 'vitest';
import { forEachBrowser, inOneBrowser } from './harness.ts';
import { onStage, press, STAGE, stepOf, story } from './onstage.ts';

const SIZES = [
  { width: 1024, height: 768 },
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
];
/** Every scene as a whole and each of its reveals, as they are written in addresses. */
const STEPS = story.scenes.flatMap(({ reveals }, at) => [
  String(at + 1),
  ...reveals.map((_, reveal) => `${at + 1}.${reveal + 1}`),
]);

/**
 * A pale projector: light in the room falls on the whole screen, so that the brightest it can show is
 * only seven times as bright as the darkest. Seven to one is the least that ANSI/INFOCOMM 3M-2011
 * (contrast of projected images) allows for watching; less makes a room unfit for slides at all. What
 * the audience sees of two colours is then (a + light) : (b + light), white being 1.
 */
const LEAST_SYSTEM_CONTRAST = 7;
const ROOM_LIGHT = 1 / (LEAST_SYSTEM_CONTRAST - 1);
/** WCAG asks this of text and of marks. */
const OF_TEXT = 4.5;
const OF_MARKS = 3;

for (const viewport of SIZES) {
  const size = `${viewport.width} × ${viewport.height}`;
  // The picture is the same in every browser; where there is least room, so is how it is set.
  const declare = viewport === SIZES[0] ? forEachBrowser : inOneBrowser;
  declare(
    `every word on a stage of ${size} can be read from the back, at every step`,
    async ({ page, open }) => {
      await open(STAGE);
      await onStage(page);
      for (const step of STEPS) {
        await expect.poll(() => stepOf(page)).toBe(step);
        await onStage(page);
        expect(await page.evaluate(faultsOnStage), `step ${step}`).toEqual([]);
        await press(page, 'PageDown');
      }
    },
    { context: { viewport } },
  );
}

inOneBrowser(
  'a pale projector in a light room still shows every word and every mark',
  async ({ page, open }) => {
    await open(STAGE);
    await onStage(page);
    await page.getByRole('button', { name: 'speaker, handout, more' }).press('Enter');
    await page.getByLabel('Colours').selectOption('contrast');
    await press(page, 'Escape');
    const given = { light: ROOM_LIGHT, ofText: OF_TEXT, ofMarks: OF_MARKS };
    await page.locator('.stage').focus();
    for (const scene of story.scenes.keys()) {
      await expect.poll(() => stepOf(page)).toBe(String(scene + 1));
      await onStage(page);
      expect(await page.evaluate(paleOnStage, given), `scene ${scene + 1}`).toEqual([]);
      for (let shown = 0; shown <= (story.scenes[scene]?.reveals.length ?? 0); shown++) {
        await press(page, 'PageDown');
      }
    }
  },
  { context: { viewport: { width: 1024, height: 768 } } },
);

/** In the page: texts that are too small, shortened, cut off or over one another. */
function faultsOnStage(): string[] {
  const { innerWidth, innerHeight } = window;
  const faults: string[] = [];
  const texts = [
    ...document.querySelectorAll<Element>(
      '.stage svg text, .stage h1, .stage header p, .stage footer p, .stage footer nav > *',
    ),
  ];
  const boxes = texts
    .filter((text) => text.textContent?.trim())
    .map((text) => {
      const words = document.createRange();
      words.selectNodeContents(text);
      const scale = text.closest('svg')?.getScreenCTM()?.a ?? 1;
      return {
        text,
        words: text.textContent?.trim() ?? '',
        size: parseFloat(getComputedStyle(text).fontSize) * scale,
        // Letters are set in the middle of boxes that are higher than they.
        air:
          ((words.getClientRects()[0]?.height ?? 0) - parseFloat(getComputedStyle(text).fontSize)) /
          2,
        box: text.closest('svg') ? text.getBoundingClientRect() : words.getBoundingClientRect(),
      };
    });
  for (const { text, words, size, air, box } of boxes) {
    if (size < innerHeight * 0.03) faults.push(`${words}: ${size.toFixed(1)} px`);
    if (words.includes('…')) faults.push(`${words} is shortened`);
    if (box.left < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1) {
      faults.push(`${words} is cut by the screen`);
    }
    // A box that hides what is outside it cuts lines.
    for (let around = text.parentElement; around; around = around.parentElement) {
      if (getComputedStyle(around).overflow !== 'hidden') continue;
      const { left, right, top, bottom } = around.getBoundingClientRect();
      if (box.left < left - 1 || box.right > right + 1) faults.push(`${words} is cut sideways`);
      if (box.top + air < top - 1 || box.bottom - air > bottom + 1)
        faults.push(`${words} is cut in height`);
    }
  }
  boxes.forEach((a, at) => {
    for (const b of boxes.slice(at + 1)) {
      const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      // Boxes of lines set close together overlap a little where no letters do.
      const least = Math.min(a.box.height, b.box.height);
      if (across > 2 && down > least * 0.35) faults.push(`${a.words} over ${b.words}`);
    }
  });
  return faults;
}

/** In the page: words and marks that a room with so much light leaves too pale, with their contrast. */
function paleOnStage(given: { light: number; ofText: number; ofMarks: number }): string[] {
  type Colour = readonly [red: number, green: number, blue: number];
  const stage = document.querySelector('.stage');
  if (!stage) return ['there is no stage'];
  const read = (css: string): Colour => {
    const [red = 0, green = 0, blue = 0] = (css.match(/[\d.]+/g) ?? []).map(Number);
    return [red, green, blue];
  };
  const paper = read(getComputedStyle(stage).backgroundColor);
  const mix = (over: Colour, under: Colour, share: number) =>
    under.map((part, at) => part + ((over[at] ?? 0) - part) * share) as unknown as Colour;
  const linear = (part: number) =>
    part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4;
  const luminance = ([red, green, blue]: Colour) =>
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  const contrast = (a: Colour, b: Colour) => {
    const [dark, bright] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
    return ((bright ?? 0) + given.light) / ((dark ?? 0) + given.light);
  };
  const faults: string[] = [];
  const shapes = [
    ...stage.querySelectorAll<SVGGraphicsElement>('svg > :is(rect, path)[data-key][aria-label]'),
  ];
  const solid = shapes.filter((shape) => getComputedStyle(shape).fill.startsWith('rgb'));
  const onTop = (x: number, y: number) =>
    solid.filter((shape) => {
      const { left, right, top, bottom } = shape.getBoundingClientRect();
      return shape.tagName === 'rect' && left <= x && x <= right && top <= y && y <= bottom;
    });
  /** Whether another box is drawn inside it later: it is then seen by that one. */
  const isGround = (shape: SVGGraphicsElement) => {
    const own = shape.getBBox();
    return solid.slice(solid.indexOf(shape) + 1).some((other) => {
      const { x, y, width, height } = other.getBBox();
      const isAcross = x > own.x - 1 && x + width < own.x + own.width + 1;
      const isDown = y > own.y - 1 && y + height < own.y + own.height + 1;
      return other.tagName === 'rect' && isAcross && isDown;
    });
  };
  const say = (what: string, found: number, least: number) => {
    if (found < least) faults.push(`${what}: ${found.toFixed(2)} of ${least}`);
  };
  for (const shape of shapes) {
    const style = getComputedStyle(shape);
    const stroked = style.stroke.startsWith('rgb') && parseFloat(style.strokeWidth) < 7;
    const filled = style.fill.startsWith('rgb');
    if ((!stroked && !filled) || isGround(shape)) continue;
    const share = Number(style.fillOpacity) * Number(style.opacity);
    const parts = [
      ...(filled ? [mix(read(style.fill), paper, share)] : []),
      ...(stroked ? [read(style.stroke)] : []),
    ];
    const best = Math.max(...parts.map((part) => contrast(part, paper)));
    say(shape.dataset['key'] ?? '', best, given.ofMarks);
  }
  for (const text of stage.querySelectorAll('svg text, h1, header p, footer p, footer nav > *')) {
    const style = getComputedStyle(text);
    const isDrawn = text.closest('svg') !== null;
    const box = text.getBoundingClientRect();
    const under = isDrawn ? onTop(box.x + box.width / 2, box.y + box.height / 2).at(-1) : undefined;
    // Words with a rim of paper stand on paper, whatever is under them.
    const ground =
      under && !text.classList.contains('halo') ? read(getComputedStyle(under).fill) : paper;
    const seen = read(isDrawn ? style.fill : style.color);
    say(text.textContent ?? '', contrast(seen, ground), given.ofText);
  }
  return faults;
}
