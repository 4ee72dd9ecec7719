import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { difference } from './alike.ts';
import { drawn, launched, type Ink } from './chromium.ts';
import { converted, lacks, pagesOf, ran, workFolder } from './tools.ts';

/** Every figure that is stored, and each eighth picture of the gallery. */
const svgsIn = (folder: string) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.svg'))
    .map((file) => resolve(folder, file));
const files = [
  ...svgsIn('tests/figures'),
  ...svgsIn('tests/gallery').filter((_, at) => at % 8 === 0),
];
const pictures = files.map((file) => ({ file, name: basename(file, '.svg') }));

/** Part of the pixels that may be plainly of another colour: the smoothing of letters and hatchings. */
const ALIKE = 0.015;
/** What Arial has letters for; other scripts each program sets in a face of its own. */
const ARIAL = /^[\u0020-\u024F\u2013-\u2026£€→≈−]+$/;
const folder = workFolder();
const made = (tool: string, name: string) => join(folder, `${tool}-${name}.png`);
const sizes = new Map<string, Awaited<ReturnType<typeof drawn>>>();
let browser: Browser | undefined;

beforeAll(async () => {
  browser = await launched();
  for (const { file, name } of pictures) {
    sizes.set(name, await drawn(browser, readFileSync(file, 'utf8'), made('chromium', name)));
  }
});
afterAll(async () => browser?.close());

function expectAlike(tool: string, name: string, most = ALIKE): void {
  const { width, height } = sizes.get(name)!;
  const apart = difference(made('chromium', name), made(tool, name), width, height);
  expect(apart, `${tool} draws ${name} otherwise`).toBeLessThan(most);
}

test.skipIf(lacks('imagemagick'))('the measure tells one picture from another', () => {
  const [one, other] = ['sankey-column', 'sankey-grey'] as const;
  const { width, height } = sizes.get(one)!;
  const apart = difference(made('chromium', one), made('chromium', other), width, height);
  expect(apart).toBeGreaterThan(10 * ALIKE);
  expect(difference(made('chromium', one), made('chromium', one), width, height)).toBe(0);
});

describe.skipIf(lacks('librsvg', 'imagemagick'))('in librsvg', () => {
  test.each(pictures)('$name looks as in Chromium', ({ file, name }) => {
    const width = Math.round(sizes.get(name)!.width);
    ran('rsvg-convert', ['-w', String(width), '-o', made('rsvg', name), file]);
    expectAlike('rsvg', name);
  });
});

describe.skipIf(lacks('libreoffice', 'poppler', 'imagemagick'))('in LibreOffice', () => {
  const pdfs = new Map<string, string>();

  beforeAll(() => {
    const paths = converted(files, 'pdf', folder);
    pictures.forEach(({ name }, at) => pdfs.set(name, paths[at]!));
  });

  test.each(pictures)('$name looks as in Chromium', ({ name }) => {
    const { width, height } = sizes.get(name)!;
    const [page = '', ...others] = pagesOf(pdfs.get(name)!, Math.round(width));
    expect(others).toEqual([]);
    expect(difference(made('chromium', name), page, width, height)).toBeLessThan(ALIKE);
  });
});

describe.skipIf(lacks('inkscape', 'imagemagick'))('in Inkscape', () => {
  const boxes = new Map<string, number[][]>();

  beforeAll(() => {
    const commands = pictures.flatMap(({ file, name }) => [
      `file-open:${file}`,
      'query-all',
      `export-filename:${made('inkscape', name)}`,
      `export-width:${Math.round(sizes.get(name)!.width)}`,
      'export-do',
      'file-close',
    ]);
    const input = `${commands.join('\n')}\nquit\n`;
    const answer = ran('inkscape', ['--shell'], input).toString();
    const parts = answer.split(/^> file-open:/m).slice(1);
    pictures.forEach(({ name }, at) => boxes.set(name, textBoxes(parts[at] ?? '')));
  });

  test.each(pictures)('$name looks as in Chromium', ({ name }) => expectAlike('inkscape', name));

  test.each(pictures)('the texts of $name stand where Chromium sets them', ({ file, name }) => {
    const { inks, width } = sizes.get(name)!;
    const found = boxes.get(name)!;
    expect(found.length).toBe(inks.length);
    // Inkscape answers in CSS pixels, of which a sheet with physical measures has others than units.
    const perUnit = cssWidth(readFileSync(file, 'utf8'), width) / width;
    const astray = inks.flatMap((ink, at) => {
      const box = found[at]!.map((length) => length / perUnit);
      return ink.rim || !ARIAL.test(ink.text) || stands(ink, box)
        ? []
        : [`${ink.text}: ${JSON.stringify({ ink, box })}`];
    });
    expect(astray).toEqual([]);
  });
});

/** Boxes of texts in the order of the file, as x, y, width, height. */
function textBoxes(answer: string): number[][] {
  return [...answer.matchAll(/^text[^,]*,([-\d.e,]+)$/gm)].map(([, box = '']) =>
    box.split(',').map(Number),
  );
}

/** Within 1 px or 1 per cent of its width, on every side. */
function stands(ink: Ink, [x = 0, y = 0, width = 0, height = 0]: readonly number[]): boolean {
  const most = Math.max(1, ink.width / 100);
  const sides = [
    ink.x - x,
    ink.y - y,
    ink.x + ink.width - x - width,
    ink.y + ink.height - y - height,
  ];
  return sides.every((side) => Math.abs(side) <= most);
}

function cssWidth(svg: string, units: number): number {
  const mm = /^<svg [^>]*width="([\d.]+)mm"/.exec(svg)?.[1];
  return mm === undefined ? units : (Number(mm) * 96) / 25.4;
}
