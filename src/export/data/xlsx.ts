import { provenanceLines } from '../../words/provenance.ts';
import { textWidth } from '../../drawing/text.ts';
import { OfficePackage } from '../office/package.ts';
import { addProperties } from '../office/properties.ts';
import type { Sheet } from '../sheet.ts';
import { element, escaped } from '../xml.ts';
import { recordsOf, writtenOf, type Cell, type Records } from './records.ts';

const SPREADSHEETML = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Places of cell formats in the style sheet. */
const [BOLD, WHOLE, DECIMAL, WRAPPED, TITLE] = [1, 2, 3, 4, 5];
/** Width of a column in characters. */
const [NARROWEST, WIDEST, COVER] = [8, 48, 100];
/** The most characters that a cell may hold. */
const LONGEST = 32_767;

/**
 * The data behind a picture as a workbook: a sheet that says what it is and where it comes from, and
 * one of data. Numbers are numeric cells, text is text; nothing is a formula. The same sheet gives the
 * same bytes.
 */
export function figureXlsx(sheet: Sheet): Uint8Array {
  const { caption, spoken, provenance, drawing } = sheet;
  const file = new OfficePackage();
  const main = 'xl/workbook.xml';
  file.relate('', main, 'officeDocument');
  addProperties(file, caption.headline, spoken?.alt ?? '', provenance);
  const add = (path: string, kind: string, xml: string) => {
    file.add(path, `${SPREADSHEETML}.${kind}+xml`, xml);
    return file.relate(main, path, kind === 'styles' ? 'styles' : 'worksheet');
  };
  const about = add('xl/worksheets/sheet1.xml', 'worksheet', coverSheet(sheet));
  const data = add('xl/worksheets/sheet2.xml', 'worksheet', dataSheet(recordsOf(drawing.numbers)));
  add('xl/styles.xml', 'styles', styles());
  const sheets = [
    element('sheet', { name: 'About', sheetId: 1, 'r:id': about }),
    element('sheet', { name: 'Data', sheetId: 2, 'r:id': data }),
  ];
  file.add(
    main,
    `${SPREADSHEETML}.sheet.main+xml`,
    element('workbook', { xmlns: MAIN, 'xmlns:r': RELATIONSHIPS }, [element('sheets', {}, sheets)]),
  );
  return file.bytes();
}

/** Title, selection, footnotes and provenance, a row each. */
function coverSheet({ caption, drawing, provenance }: Sheet): string {
  const lines = provenance ? provenanceLines(provenance) : [];
  const all: readonly (readonly [string, readonly string[]])[] = [
    ['Subtitle', [caption.subtitle]],
    ['Notes', [...drawing.notes, ...caption.notes]],
    ['Source', [caption.source]],
    ['Where it comes from', lines],
    [
      'Data',
      [
        'The sheet “Data” has a row for each row of the picture’s table. There is no total: blank ends are not stated, and unknown is not zero.',
      ],
    ],
  ];
  const rows = all.flatMap(([label, texts]) =>
    texts.filter(Boolean).map((text, nth) => [nth === 0 ? label : '', text] as const),
  );
  return worksheet(
    [24, COVER],
    [
      row(1, [textCell('A1', caption.headline, TITLE)]),
      ...rows.map(([label, text], nth) =>
        row(nth + 3, [
          ...(label ? [textCell(`A${nth + 3}`, label, BOLD)] : []),
          textCell(`B${nth + 3}`, text, WRAPPED),
        ]),
      ),
    ],
  );
}

function dataSheet({ heads, rows }: Records): string {
  const widths = heads.map((head, at) => {
    const texts = [head, ...rows.map((cells) => writtenOf(cells[at] ?? null))];
    const ems = Math.max(...texts.map((text) => textWidth(text, 1, true)));
    return Math.round(Math.min(WIDEST, Math.max(NARROWEST, ems / 0.5 + 2)));
  });
  const head = row(
    1,
    heads.map((text, at) => textCell(`${columnName(at)}1`, text, BOLD)),
  );
  const body = rows.map((cells, nth) =>
    row(
      nth + 2,
      cells.flatMap((cell, at) => (cell ? [cellOf(`${columnName(at)}${nth + 2}`, cell)] : [])),
    ),
  );
  return worksheet(widths, [head, ...body], {
    frozen: true,
    filter: `A1:${columnName(heads.length - 1)}${rows.length + 1}`,
  });
}

function worksheet(
  widths: readonly number[],
  rows: readonly string[],
  { frozen = false, filter = '' } = {},
): string {
  const pane = { ySplit: 1, topLeftCell: 'A2', activePane: 'bottomLeft', state: 'frozen' };
  return element('worksheet', { xmlns: MAIN }, [
    element('sheetViews', {}, [
      element('sheetView', { workbookViewId: 0 }, frozen ? [element('pane', pane)] : []),
    ]),
    element(
      'cols',
      {},
      widths.map((width, at) =>
        element('col', { min: at + 1, max: at + 1, width, customWidth: 1 }),
      ),
    ),
    element('sheetData', {}, rows),
    ...(filter ? [element('autoFilter', { ref: filter })] : []),
  ]);
}

function row(number: number, cells: readonly string[]): string {
  return element('row', { r: number }, cells);
}

function cellOf(at: string, cell: NonNullable<Cell>): string {
  if ('text' in cell) return textCell(at, cell.text);
  const s = cell.number.includes('.') ? DECIMAL : WHOLE;
  return element('c', { r: at, s }, [element('v', {}, [cell.number])]);
}

function textCell(at: string, text: string, style = 0): string {
  const attributes = { r: at, ...(style ? { s: style } : {}), t: 'inlineStr' };
  const words = element('t', { 'xml:space': 'preserve' }, [escaped(text.slice(0, LONGEST))]);
  return element('c', attributes, [element('is', {}, [words])]);
}

/** A, B … Z, AA, AB … for 0, 1 … */
function columnName(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : columnName(Math.floor(at / 26) - 1) + letter;
}

function styles(): string {
  const font = (size: number, bold: boolean) =>
    element('font', {}, [
      ...(bold ? [element('b')] : []),
      element('sz', { val: size }),
      element('name', { val: 'Arial' }),
    ]);
  const format = (fontId: number, numFmtId: number, wraps = false) =>
    element(
      'xf',
      {
        numFmtId,
        fontId,
        fillId: 0,
        borderId: 0,
        xfId: 0,
        applyFont: 1,
        applyNumberFormat: 1,
        applyAlignment: 1,
      },
      [element('alignment', { vertical: 'top', ...(wraps ? { wrapText: 1 } : {}) })],
    );
  const list = (name: string, items: readonly string[]) =>
    element(name, { count: items.length }, items);
  const fill = (pattern: string) =>
    element('fill', {}, [element('patternFill', { patternType: pattern })]);
  const sides = ['left', 'right', 'top', 'bottom', 'diagonal'].map((side) => element(side));
  // Formats 3 and 4 are built in: whole numbers and two decimals, in thousands.
  return element('styleSheet', { xmlns: MAIN }, [
    list('fonts', [font(10, false), font(10, true), font(14, true)]),
    list('fills', [fill('none'), fill('gray125')]),
    list('borders', [element('border', {}, sides)]),
    list('cellStyleXfs', [element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })]),
    list('cellXfs', [
      format(0, 0),
      format(1, 0),
      format(0, 3),
      format(0, 4),
      format(0, 0, true),
      format(2, 0),
    ]),
  ]);
}
