import type { Table } from '../drawing/drawing.ts';
import { element, escaped } from './xml.ts';

/** A figure as a page or a document refers to it. */
export interface Referred {
  /** Name of the picture for the web (SVG or PNG) and of that for print (PDF or PNG). */
  readonly web: string;
  readonly print: string;
  readonly title: string;
  readonly alt: string;
  readonly source: string;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

export const SNIPPETS = ['HTML', 'Markdown', 'Quarto', 'R Markdown', 'LaTeX'] as const;
export type Snippet = (typeof SNIPPETS)[number];

/** The lines that put a figure into a page or a document, its words escaped for that language. */
export function snippetOf(language: Snippet, figure: Referred): string {
  return WRITERS[language](figure);
}

const WRITERS: Readonly<Record<Snippet, (figure: Referred) => string>> = {
  HTML({ web, title, alt, source, width, height }) {
    const size = { width: Math.round(width), height: Math.round(height) };
    const image = element('img', { src: encodeURIComponent(web), alt: line(alt), ...size });
    const caption = element('figcaption', {}, [
      element('strong', {}, [escaped(line(title))]),
      ` ${escaped(line(source))}`,
    ]);
    return `<figure>\n  ${image}\n  ${caption}\n</figure>\n`;
  },

  Markdown({ web, title, alt, source }) {
    return `![${markdown(alt)}](${encodeURIComponent(web)})\n\n**${markdown(title)}** ${markdown(source)}\n`;
  },

  Quarto({ web, title, alt, source }) {
    const words = `${markdown(title)}. ${markdown(source)}`;
    return `![${words}](${encodeURIComponent(web)}){#fig-${idOf(web)} fig-alt="${attribute(alt)}"}\n`;
  },

  'R Markdown'({ web, title, alt, source }) {
    const caption = `${markdown(title)}. ${markdown(source)}`;
    return [
      `\`\`\`{r ${idOf(web)}, echo=FALSE, fig.alt=${rText(alt)}, fig.cap=${rText(caption)}}`,
      `knitr::include_graphics(${rText(web)})`,
      '```',
      '',
    ].join('\n');
  },

  LaTeX({ print, title, alt, source }) {
    return [
      '\\begin{figure}',
      '  \\centering',
      `  \\includegraphics[width=\\linewidth, alt={${latex(alt)}}]{${print}}`,
      `  \\caption{${latex(title)}. ${latex(source)}}`,
      '\\end{figure}',
      '',
    ].join('\n');
  },
};

/** A table as HTML for the clipboard and for e-mail, which know little more than this. */
export function htmlTable({ columns, rows }: Table, caption: string): string {
  const alignment = (at: number) => (columns[at]?.numeric ? { align: 'right' } : {});
  // An element without text would be written as one that HTML does not close.
  const words = (text: string) => escaped(text) || '\u00A0';
  const head = columns.map(({ label }, at) =>
    element('th', { scope: 'col', ...alignment(at) }, [words(label)]),
  );
  const body = rows.map(({ cells }) =>
    element(
      'tr',
      {},
      cells.map((cell, at) =>
        at === 0
          ? element('th', { scope: 'row', align: 'left' }, [words(cell)])
          : element('td', alignment(at), [words(cell)]),
      ),
    ),
  );
  return element('table', {}, [
    element('caption', {}, [words(caption)]),
    element('thead', {}, [element('tr', {}, head)]),
    element('tbody', {}, body),
  ]);
}

/** Text on one line, without what no text file should hold. */
function line(text: string): string {
  return text.replace(/[\s\u0000-\u001F\u007F]+/g, ' ').trim();
}

/** Escaped for CommonMark, its extensions in Pandoc, and the shortcodes of Quarto. */
function markdown(text: string): string {
  // Of dots only a row of them means something.
  return line(text).replace(/[\\`*_{}[\]<>()#+!|~&$^@"'=-]|\.(?=\.)/g, '\\$&');
}

/** The inside of a quoted attribute in Pandoc's Markdown. */
function attribute(text: string): string {
  return line(text).replace(/[\\"&{}<>]/g, '\\$&');
}

/** A string of the language R. */
function rText(text: string): string {
  return `"${line(text).replace(/[\\"]/g, '\\$&')}"`;
}

const LATEX: ReadonlyMap<string, string> = new Map([
  ['\\', '\\textbackslash{}'],
  ['^', '\\textasciicircum{}'],
  ['~', '\\textasciitilde{}'],
  ['<', '\\textless{}'],
  ['>', '\\textgreater{}'],
  // Named commands for these are unknown in the first encoding of LaTeX.
  ['"', '\\symbol{34}'],
  ['`', '\\symbol{96}'],
  // Two of them would be drawn as a dash.
  ['-', '-{}'],
]);

function latex(text: string): string {
  return line(text).replace(
    /[\\^~<>"`{}#$%&_-]/g,
    (character) => LATEX.get(character) ?? `\\${character}`,
  );
}

/** A label for references, from a file's name. */
function idOf(file: string): string {
  const words = file
    .replace(/\.[^.]*$/, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return words || 'figure';
}
