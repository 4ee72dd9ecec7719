import { describe, expect, test } from 'vitest';
import { htmlTable, snippetOf, type Referred } from '../../src/export/snippets.ts';
import { HOSTILE_NAMES } from '../pure/gallery/datasets.ts';
import { lacks, ran } from './tools.ts';

const WORDS = [
  ...HOSTILE_NAMES.filter((name) => name.trim() !== ''),
  'A *b* _c_ `d` [e](f) <g> #h ~i~ ^j^ $k$ @l &amp; {{< m >}} \\n "o" \'p\' -- --- ... | !',
  '100% of £5 & more: {x} \\textbf{y}',
];
const figureOf = (words: string): Referred => ({
  web: 'a-figure.svg',
  print: 'a-figure.pdf',
  title: words,
  alt: words,
  source: `Source: ${words}`,
  width: 600,
  height: 400,
});

/** On one line, with accents as Pandoc puts them together. */
const composed = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** What Pandoc makes of a text: plain words, as typed. */
function read(format: string, text: string): string {
  return ran('pandoc', ['-f', format, '-t', 'plain', '--wrap=none'], text).toString();
}

/** Every text of a kind that Pandoc finds anywhere in a document, words and spaces put together. */
function textsIn(node: unknown): string {
  if (Array.isArray(node)) return node.map(textsIn).join('');
  if (typeof node !== 'object' || node === null) return '';
  const { t, c } = node as { t?: string; c?: unknown }; // a node of Pandoc's own tree
  if (t === 'Str') return String(c).normalize('NFC');
  if (t === 'Space' || t === 'SoftBreak') return ' ';
  if (t === 'Quoted') throw new Error('a quotation that was only text');
  return Object.values(node).map(textsIn).join('');
}

interface Image {
  readonly c: readonly [[string, string[], [string, string][]], unknown, [string, string]];
}

function imageIn(format: string, text: string): Image['c'] {
  const tree = ran('pandoc', ['-f', format, '-t', 'json'], text).toString();
  const find = (node: unknown): Image | undefined => {
    if (typeof node !== 'object' || node === null) return undefined;
    if ((node as { t?: string }).t === 'Image') return node as Image; // Pandoc's own shape
    return Object.values(node).map(find).find(Boolean);
  };
  const image = find(JSON.parse(tree));
  if (!image) throw new Error(`no image in ${tree}`);
  return image.c;
}

describe.skipIf(lacks('pandoc'))('read by Pandoc', () => {
  test.each(WORDS)('the alternative text %j is what was meant', (words) => {
    const meant = composed(words);
    const figure = figureOf(words);
    const [, markdown, [file]] = imageIn('markdown', snippetOf('Markdown', figure));
    expect(file).toBe('a-figure.svg');
    expect(textsIn(markdown)).toBe(meant);
    expect(textsIn(imageIn('gfm', snippetOf('Markdown', figure))[1])).toBe(meant);
    const [[id, , attributes]] = imageIn('markdown', snippetOf('Quarto', figure));
    expect(id).toBe('fig-a-figure');
    expect(composed(new Map(attributes).get('fig-alt') ?? '')).toBe(meant);
    // In a figure Pandoc takes the caption for the alternative text.
    const [image = ''] = /<img.*>/.exec(snippetOf('HTML', figure)) ?? [];
    expect(textsIn(imageIn('html', image)[1])).toBe(meant);
  });

  test.each(WORDS)('the caption %j is what was meant in LaTeX', (words) => {
    // Pandoc does not know a character by its number, and bends a single quotation mark as LaTeX does.
    const meant = composed(words.replace(/["'`]/g, '·'));
    expect(composed(read('latex-smart', snippetOf('LaTeX', figureOf(meant))))).toContain(meant);
  });

  test('a table of hostile words has a row each', () => {
    const table = {
      columns: [{ label: 'Name', numeric: false }],
      rows: WORDS.map((words) => ({ cells: [words], subjects: [] })),
    };
    const json = ran('pandoc', ['-f', 'html', '-t', 'json'], htmlTable(table, 'Words')).toString();
    for (const words of WORDS) {
      expect(composed(textsIn(JSON.parse(json)))).toContain(composed(words));
    }
  });
});
