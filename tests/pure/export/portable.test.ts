import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { THEMES } from '../../../src/drawing/themes.ts';
import { INKS, type Drawing, type Mark } from '../../../src/drawing/drawing.ts';
import { portableSvg } from '../../../src/export/portable.ts';
import type { Caption } from '../../../src/export/sheet.ts';
import { departuresOf } from './profile.ts';
import { parseXml } from './xml.ts';
import { NO_NUMBERS } from '../gallery/nonumbers.ts';

const GALLERY = 'tests/gallery';
const pictures = readdirSync(GALLERY).filter((file) => file.endsWith('.svg'));

const caption: Caption = {
  headline: 'Most of it is health',
  subtitle: 'Commitments: £4.2bn',
  notes: ['A note.'],
  source: 'Source: somewhere.',
};
const drawingOf = (marks: readonly Mark[], changes: Partial<Drawing> = {}): Drawing => ({
  chart: 'sankey',
  width: 300,
  height: 100,
  marks,
  traces: [],
  notes: [],
  ...NO_NUMBERS,
  ...changes,
});
const textMark = (text: string): Mark => ({
  shape: 'text',
  key: 'text',
  subjects: [],
  x: 1,
  y: 20,
  size: 12,
  fill: 'ink',
  halo: true,
  text,
});
const rectMark: Mark = {
  shape: 'rect',
  key: 'rect',
  subjects: [],
  label: 'A & B',
  x: 0,
  y: 0,
  width: 10,
  height: 10,
  fill: 'c1',
  texture: 'range',
};
const sample = portableSvg(drawingOf([rectMark, textMark('Words')]), caption, 'light');

describe('the portable profile', () => {
  test.each(pictures)('is kept by %s', (file) => {
    expect(departuresOf(readFileSync(`${GALLERY}/${file}`, 'utf8'))).toEqual([]);
  });

  test.each(Object.keys(THEMES) as (keyof typeof THEMES)[])('is kept in the %s theme', (theme) => {
    const marks = INKS.map((fill): Mark => ({ ...rectMark, key: fill, fill, stroke: fill }));
    expect(departuresOf(portableSvg(drawingOf(marks), caption, theme))).toEqual([]);
  });

  test('is kept whatever the words are', { timeout: 30_000 }, () => {
    const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(anyText, anyText, (words, label) => {
        const marks = [textMark(`x${words}`), { ...rectMark, label }];
        const words3 = { headline: words, subtitle: label, notes: [words], source: label };
        expect(departuresOf(portableSvg(drawingOf(marks), words3, 'print'))).toEqual([]);
      }),
    );
  });

  const body = (inside: string, attributes = '') =>
    sample.replace('</svg>', `${inside}</svg>`).replace('<svg', `<svg${attributes}`);
  test.each([
    ['a style', body('<rect width="1" height="1" style="fill:red"/>')],
    ['a style sheet', body('<style>rect{fill:red}</style>')],
    ['a class', body('<rect width="1" height="1" class="a"/>')],
    ['a variable', body('<rect width="1" height="1" fill="var(--c1)"/>')],
    ['a foreign object', body('<foreignObject width="1" height="1"/>')],
    ['a reused element', body('<use href="#a"/>')],
    ['a filter', body('<filter id="f"/>')],
    ['a marker', body('<path d="M0 0L1 1" marker-end="url(#m)"/>')],
    [
      'a baseline',
      body('<text x="0" y="0" font-size="12" fill="#000000" dominant-baseline="middle">a</text>'),
    ],
    [
      'a baseline alignment',
      body('<text x="0" y="0" font-size="12" fill="#000000" alignment-baseline="middle">a</text>'),
    ],
    ['an offset', body('<text x="0" y="0" font-size="12" fill="#000000" dy="1em">a</text>')],
    [
      'letter spacing',
      body('<text x="0" y="0" font-size="12" fill="#000000" letter-spacing="1">a</text>'),
    ],
    [
      'a text of two runs',
      body('<text x="0" y="0" font-size="12" fill="#000000">a<tspan>b</tspan></text>'),
    ],
    ['a text without words', body('<text x="0" y="0" font-size="12" fill="#000000"> </text>')],
    ['a text without a place', body('<text font-size="12" fill="#000000">a</text>')],
    ['rgba', body('<rect width="1" height="1" fill="rgba(0,0,0,0.5)"/>')],
    ['hsl', body('<rect width="1" height="1" fill="hsl(0,0%,0%)"/>')],
    ['eight digits', body('<rect width="1" height="1" fill="#00000080"/>')],
    ['three digits', body('<rect width="1" height="1" fill="#000"/>')],
    ['a named colour', body('<rect width="1" height="1" fill="red"/>')],
    ['transparency', body('<rect width="1" height="1" fill="transparent"/>')],
    ['nothing seen', body('<rect width="1" height="1" fill="#000000" fill-opacity="0"/>')],
    ['a link', body('<a href="https://example.org"/>')],
    ['a script', body('<script>alert(1)</script>')],
    ['a handler', body('<rect width="1" height="1" onclick="alert(1)"/>')],
    ['an image', body('<image href="a.png" width="1" height="1"/>')],
    ['a negative size', body('<rect width="-1" height="1"/>')],
    ['a size that is no number', body('<rect width="NaN" height="1"/>')],
    ['a path that is none', body('<path d="MNaN 0"/>')],
    ['a rotation', body('<g transform="rotate(45)"/>')],
    ['an unknown pattern', body('<rect width="1" height="1" fill="url(#none)"/>')],
    [
      'an id that is there twice',
      body('<pattern id="range-c1" width="1" height="1" patternUnits="userSpaceOnUse"/>'),
    ],
    ['no title', sample.replace(/<title>Most.*?<\/title>/, '')],
    ['another root', '<g></g>'],
  ])('is not kept with %s', (_, svg) => {
    expect(departuresOf(sample)).toEqual([]);
    expect(departuresOf(svg)).not.toEqual([]);
  });
});

describe('the reader of XML', () => {
  test('reads elements, attributes and text', () => {
    const root = parseXml('<a b="1 &lt; 2">x &amp; <c/>y</a>\n');
    expect(root.attributes.get('b')).toBe('1 < 2');
    expect(root.children.map(({ name }) => name)).toEqual(['c']);
    expect(root.text).toBe('x & y');
  });

  test.each([
    '<a>',
    '<a></b>',
    '<a/><b/>',
    '<a b=1/>',
    "<a b='1'/>",
    '<a b="1" b="2"/>',
    '<a>&nbsp;</a>',
    '<a>a & b</a>',
    '<a b="<"/>',
    '<a>\u0000</a>',
    '<a>\uD800</a>',
    '<!-- --><a/>',
    '<?xml version="1.0"?><a/>',
    '<a><![CDATA[x]]></a>',
    'x<a/>',
    '',
  ])('refuses %j', (text) => {
    expect(() => parseXml(text)).toThrow();
  });
});

describe('a standalone picture', () => {
  test('says its title, source and notes, and what each mark is', () => {
    const root = parseXml(sample);
    const texts = root.children.filter(({ name }) => name === 'text').map(({ text }) => text);
    expect(texts).toEqual([
      'Most of it is health',
      'Commitments: £4.2bn',
      'A note.',
      'Source: somewhere.',
    ]);
    expect(root.children[0]).toMatchObject({ name: 'title', text: caption.headline });
    expect(root.children[1]!.text).toBe('Commitments: £4.2bn A note. Source: somewhere.');
    expect(sample).toContain('<title>A &amp; B</title>');
  });

  test('holds its words inside its edges, on as many lines as it takes', () => {
    const long = `${'word '.repeat(80)}https://example.org/${'a'.repeat(200)}`;
    const root = parseXml(portableSvg(drawingOf([]), { ...caption, source: long }, 'light'));
    const lines = root.children.filter(({ name }) => name === 'text');
    expect(lines.length).toBeGreaterThan(14);
    const bottom = Math.max(...lines.map(({ attributes }) => Number(attributes.get('y'))));
    expect(bottom).toBeLessThan(Number(root.attributes.get('height')));
  });

  test('says why it is empty', () => {
    const empty = drawingOf([], { empty: 'No commitment is in Space.' });
    expect(portableSvg(empty, caption, 'light')).toContain('>No commitment is in Space.</text>');
  });

  test('is the same for the same drawing', () => {
    const again = portableSvg(drawingOf([rectMark, textMark('Words')]), caption, 'light');
    expect(again).toBe(sample);
  });
});
