import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sheetSvg } from '../../../src/export/portable.ts';
import { VERSION } from '../../../src/export/version.ts';
import {
  FIGURE_SIZES,
  FIGURE_THEMES,
  PX_PER_MM,
  WORDS_FROM_DATA,
  type FigureSpec,
} from '../../../src/model/figure.ts';
import { firstView } from '../../../src/model/view.ts';
import { figureOf, NO_FACTS } from '../../../src/state/figure.ts';
import { departuresOf } from '../export/profile.ts';
import { ENGINES, type DataName } from './datasets.ts';

/** Figures as they are taken away, stored to be looked at: every chart at every size, and in every theme. */
const FOLDER = 'tests/figures';
const CHARTS = ['sankey', 'timeline', 'treemap'] as const;

const specOf = (data: DataName, chart: string, changes: Partial<FigureSpec> = {}): FigureSpec => ({
  view: firstView(ENGINES[data].card),
  chart,
  size: { width: 160, height: 100, type: 1 },
  theme: 'print',
  words: WORDS_FROM_DATA,
  carries: 'picture',
  ...changes,
});

const figures = CHARTS.flatMap((chart) => [
  ...[...FIGURE_SIZES].map(([name, { width, height, type }]) => ({
    file: `${chart}-${name}.svg`,
    data: 'strategy' as const,
    spec: specOf('strategy', chart, { size: { width, height, type } }),
  })),
  ...FIGURE_THEMES.filter((theme) => theme !== 'print').map((theme) => ({
    file: `${chart}-${theme}.svg`,
    data: 'grants' as const,
    spec: specOf('grants', chart, { theme }),
  })),
]);

describe.each(figures)('$file', ({ file, data, spec }) => {
  test('looks as it did, keeps the profile and measures what it was asked to', async () => {
    const sheet = await figureOf(ENGINES[data], spec, NO_FACTS);
    const svg = sheetSvg(sheet);
    expect(departuresOf(svg)).toEqual([]);
    expect(sheet.physical).toEqual({ width: spec.size.width, height: spec.size.height });
    expect(sheet.width / sheet.height).toBeCloseTo(spec.size.width / spec.size.height, 2);
    const lowest = sheet.words.flatMap(({ lines }) => lines.map(({ y }) => y)).at(-1) ?? 0;
    expect(lowest).toBeLessThanOrEqual(sheet.height);
    await expect(svg).toMatchFileSnapshot(`../../figures/${file}`);
  });
});

test('no figure is stored that no case draws', () => {
  const known = new Set([...figures.map(({ file }) => file), 'index.html']);
  expect(readdirSync(FOLDER).filter((file) => !known.has(file))).toEqual([]);
});

test('the contact sheet shows every figure', async () => {
  const images = figures.map(
    ({ file }) => `<figure><img src="${file}" alt="" /><p>${file}</p></figure>`,
  );
  const page = ['<!doctype html>', '<meta charset="utf-8" />', '<title>Figures</title>', ...images];
  await expect(`${page.join('\n')}\n`).toMatchFileSnapshot('../../figures/index.html');
});

describe('a figure', () => {
  const engine = ENGINES.strategy;

  test('says what was written by hand, and leaves out what was emptied', async () => {
    const words = { ...WORDS_FROM_DATA, title: 'My title', notes: '', source: 'Me.', alt: 'Alt.' };
    const sheet = await figureOf(engine, specOf('strategy', 'sankey', { words }), NO_FACTS);
    expect(sheet.words.map(({ part, text }) => [part, text])).toEqual([
      ['title', 'My title'],
      ['subtitle', 'Commitments: at least £6.335bn in 9 figures, 1 more of unstated size.'],
      ['source', 'Me.'],
    ]);
    expect(sheetSvg(sheet)).toContain('<title>Alt.</title>');
  });

  test('suggests an alternative text of at most 125 characters and describes every mark', async () => {
    const { spoken, drawing } = await figureOf(engine, specOf('strategy', 'treemap'), NO_FACTS);
    expect(spoken?.alt).toMatch(/^Treemap: .*health/i);
    expect(spoken?.alt.length).toBeLessThanOrEqual(125);
    const labels = drawing.marks.flatMap(({ label }) => label ?? []);
    for (const label of labels) expect(spoken?.description).toContain(label);
  });

  test('carries where it comes from', async () => {
    const file = { name: 'a.csv', sha256: 'ab'.repeat(32) };
    const facts = { file, made: '2020-01-02', payload: null };
    const filters = [{ on: 'values', dimension: 'sector', among: ['Transport'] } as const];
    const spec = specOf('strategy', 'sankey');
    const svg = sheetSvg(
      await figureOf(engine, { ...spec, view: { ...spec.view, filters } }, facts),
    );
    expect(svg).toContain(`File: a.csv, SHA-256 ${file.sha256}.`);
    expect(svg).toContain('Selection: Commitments, Transport: £680m in 3 figures.');
    expect(svg).toContain(
      'Rows: 15 in the file; 3 shown, 7 filtered out, 5 left out by rule, 0 unread.',
    );
    expect(svg).toContain('Licence: Open Government Licence v3.0.');
    expect(svg).toContain(`Made with Tranche ${VERSION} on 2020-01-02.`);
  });

  test('stays whole in a size too small for it', async () => {
    const size = { width: 40, height: 40, type: 1 };
    const sheet = await figureOf(engine, specOf('strategy', 'timeline', { size }), NO_FACTS);
    expect(sheet.physical).toEqual({ width: 40, height: 40 });
    const bottoms = sheet.words.flatMap(({ lines }) => lines.map(({ y }) => y));
    expect(Math.max(...bottoms)).toBeLessThanOrEqual(sheet.height);
    expect(sheet.at.y + sheet.drawing.height).toBeLessThanOrEqual(sheet.height);
    expect(sheet.width / PX_PER_MM).toBeGreaterThan(40);
  });

  test('says the version of the package', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(VERSION).toBe(version);
  });
});
