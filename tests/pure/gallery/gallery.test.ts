import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { portableSvg } from '../../../src/export/portable.ts';
import { CASES } from './cases.ts';
import { picturesOf } from './picture.ts';

/** Stored pictures, to be looked at when they change; `npm run gallery` writes them anew. */
const FOLDER = 'tests/gallery';
const stored = (name: string) => `../../gallery/${name}`;
const files = CASES.flatMap(({ name, charts }) => charts.map((chart) => `${name}--${chart}.svg`));

describe.each(CASES)('$name', (example) => {
  test('looks as it did', { timeout: 30_000 }, async () => {
    for (const { chart, drawing, caption } of await picturesOf(example)) {
      const svg = portableSvg(drawing, caption, 'light');
      await expect(svg).toMatchFileSnapshot(stored(`${example.name}--${chart.id}.svg`));
    }
  });
});

test('the contact sheet shows every picture', async () => {
  const images = files.map((file) => `<figure><img src="${file}" alt="" /><p>${file}</p></figure>`);
  const page = ['<!doctype html>', '<meta charset="utf-8" />', '<title>Gallery</title>', ...images];
  await expect(`${page.join('\n')}\n`).toMatchFileSnapshot(stored('index.html'));
});

test('no picture is stored that no case draws', () => {
  const known = new Set([...files, 'index.html']);
  expect(readdirSync(FOLDER).filter((file) => !known.has(file))).toEqual([]);
});
