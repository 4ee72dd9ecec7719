import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { htmlTable, snippetOf, SNIPPETS, type Referred } from '../../../src/export/snippets.ts';
import { HOSTILE_NAMES } from '../gallery/datasets.ts';
import { allOf, textOf } from './office/parts.ts';
import { parseXml } from './xml.ts';

const figure: Referred = {
  web: 'uk-strategy-sankey.svg',
  print: 'uk-strategy-sankey.pdf',
  title: 'Two-thirds is for Health & care',
  alt: 'Sankey: 100% of “A_B” goes to $C {x}',
  source: 'Source: HM Government. https://example.org/a_b',
  width: 604.7,
  height: 378,
};
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(...HOSTILE_NAMES),
  fc
    .array(fc.constantFrom(...'\\`*_{}[]<>()#+!|~&$^@"\'=-..%; \n\tab'), { maxLength: 30 })
    .map((all) => all.join('')),
);
const onOneLine = (text: string) => text.replace(/[\s\u0000-\u001F\u007F]+/g, ' ').trim();

test('each says the picture, its alternative text, title and source', () => {
  expect(snippetOf('HTML', figure)).toBe(
    `<figure>
  <img src="uk-strategy-sankey.svg" alt="Sankey: 100% of “A_B” goes to $C {x}" width="605" height="378"/>
  <figcaption><strong>Two-thirds is for Health &amp; care</strong> Source: HM Government. https://example.org/a_b</figcaption>
</figure>
`,
  );
  expect(snippetOf('Markdown', figure)).toBe(
    String.raw`![Sankey: 100% of “A\_B” goes to \$C \{x\}](uk-strategy-sankey.svg)

**Two\-thirds is for Health \& care** Source: HM Government. https://example.org/a\_b
`,
  );
  expect(snippetOf('Quarto', figure)).toBe(
    String.raw`![Two\-thirds is for Health \& care. Source: HM Government. https://example.org/a\_b](uk-strategy-sankey.svg){#fig-uk-strategy-sankey fig-alt="Sankey: 100% of “A_B” goes to $C \{x\}"}
`,
  );
  expect(snippetOf('R Markdown', figure)).toBe(
    String.raw`~~~{r uk-strategy-sankey, echo=FALSE, fig.alt="Sankey: 100% of “A_B” goes to $C {x}", fig.cap="Two\\-thirds is for Health \\& care. Source: HM Government. https://example.org/a\\_b"}
knitr::include_graphics("uk-strategy-sankey.svg")
~~~
`.replaceAll('~~~', '```'),
  );
  expect(snippetOf('LaTeX', figure)).toBe(
    String.raw`\begin{figure}
  \centering
  \includegraphics[width=\linewidth, alt={Sankey: 100\% of “A\_B” goes to \$C \{x\}}]{uk-strategy-sankey.pdf}
  \caption{Two-{}thirds is for Health \& care. Source: HM Government. https://example.org/a\_b}
\end{figure}
`,
  );
});

describe('whatever the words are', () => {
  test('HTML reads them back', () => {
    fc.assert(
      fc.property(anyText, anyText, (alt, title) => {
        const root = parseXml(snippetOf('HTML', { ...figure, alt, title }));
        expect(allOf(root, 'img')[0]!.attributes.get('alt')).toBe(onOneLine(alt));
        expect(textOf(allOf(root, 'figcaption')[0]!)).toContain(onOneLine(title));
      }),
    );
  });

  test('nothing in Markdown means anything but itself', () => {
    fc.assert(
      fc.property(anyText, (alt) => {
        const [first = ''] = snippetOf('Markdown', { ...figure, alt }).split('\n');
        const inside = first.slice(2, first.lastIndexOf(']'));
        expect(inside.replace(/\\(.)/gu, '$1')).toBe(onOneLine(alt));
        expect(inside.replace(/\\./gu, '')).not.toMatch(/[\\`*_{}[\]<>#|~&$^@]/);
        expect(inside).not.toMatch(/(?<!\\)\.\./);
      }),
    );
  });

  test('attributes and strings end where they should', () => {
    fc.assert(
      fc.property(anyText, (alt) => {
        const quarto = snippetOf('Quarto', { ...figure, alt });
        const value = /fig-alt="((?:\\.|[^"\\])*)"\}\n$/u.exec(quarto)?.[1];
        expect(value?.replace(/\\(.)/gu, '$1')).toBe(onOneLine(alt));
        const r = snippetOf('R Markdown', { ...figure, alt });
        const text = /fig\.alt="((?:\\.|[^"\\])*)", fig\.cap=/u.exec(r)?.[1];
        expect(text?.replace(/\\(.)/gu, '$1')).toBe(onOneLine(alt));
      }),
    );
  });

  test('LaTeX has no command, comment or group of the text’s own', () => {
    const known =
      /\\text(?:backslash|asciicircum|asciitilde|less|greater)\{\}|\\symbol\{\d\d\}|\\[{}#$%&_]|-\{\}/g;
    fc.assert(
      fc.property(anyText, (alt) => {
        const written = snippetOf('LaTeX', { ...figure, alt });
        const inside = /alt=\{(.*)\}\]\{uk-/u.exec(written)?.[1];
        expect(inside?.replace(known, '')).not.toMatch(/[\\^~<>"`{}#$%&_-]/);
        const letters = onOneLine(alt).replace(/[\\^~<>"`{}#$%&_-]/g, '');
        expect(inside?.replace(known, '')).toBe(letters);
      }),
    );
  });

  test('none leaves its lines', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SNIPPETS), anyText, (language, words) => {
        const plain = snippetOf(language, figure);
        const written = snippetOf(language, { ...figure, alt: words, title: words, source: words });
        expect(written.split('\n').length).toBe(plain.split('\n').length);
      }),
    );
  });
});

test('a table for the clipboard reads back cell by cell', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyText, anyText)), (rows) => {
      const table = {
        columns: [
          { label: 'Sector', numeric: false },
          { label: 'Amount', numeric: true },
        ],
        rows: rows.map((cells) => ({ cells, subjects: [] })),
      };
      const root = parseXml(htmlTable(table, 'A & B'));
      const read = allOf(root, 'tr').map(({ children }) => children.map(({ text }) => text));
      const clean = (text: string) =>
        text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD') || '\u00A0';
      expect(read).toEqual([['Sector', 'Amount'], ...rows.map((cells) => cells.map(clean))]);
      expect(allOf(root, 'td').every(({ attributes }) => attributes.get('align') === 'right')).toBe(
        true,
      );
    }),
  );
});
