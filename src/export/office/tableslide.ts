import type { Table } from '../../drawing/drawing.ts';
import { breakLines } from '../../drawing/text.ts';
import { THEMES, type ThemeId } from '../../drawing/themes.ts';
import { count } from '../../words/counts.ts';
import type { Sheet } from '../sheet.ts';
import { element } from '../xml.ts';
import { NO_FILL, solid } from './paints.ts';
import { identity, preset, ShapeIds, transform } from './shapes.ts';
import { slide, type SlideSize } from './slide.ts';
import { layTable, type LaidRow, type TableLayout, type TablePage } from './tablelayout.ts';
import { LINE, paragraph, textBody, type Lettering } from './texts.ts';

/** Parts of a slide's shorter side: the margin, and the sizes of title, cells and source. */
const MARGIN = 0.06;
const TITLE = 0.036;
const CELL = 0.0245;
const SOURCE = 0.021;
const MOST_SLIDES = 4;
const TABLE = 'http://schemas.openxmlformats.org/drawingml/2006/table';

/**
 * The numbers of a picture as tables that can be edited, on as many slides as they take; of a long
 * one the first rows, and in words how many are left out and where they are.
 */
export function tableSlides(sheet: Sheet, { cx, cy }: SlideSize): string[] {
  const { drawing, caption, theme } = sheet;
  const { table } = drawing;
  const side = Math.min(cx, cy);
  const margin = MARGIN * side;
  const width = cx - 2 * margin;
  const heightOf = (text: string, size: number, bold: boolean) =>
    Math.max(1, breakLines(text, size, bold, width).length) * size * LINE;
  const titleHeight = heightOf(`${caption.headline} (1 of ${MOST_SLIDES})`, TITLE * side, true);
  const leftWords = (left: number) =>
    `${count(left, 'row')} more: they are in the data behind this picture, saved as CSV or XLSX. `;
  const footHeight = heightOf(leftWords(table.rows.length) + caption.source, SOURCE * side, false);
  const top = margin * 1.5 + titleHeight;
  const foot = cy - margin - footHeight;
  const layout = layTable(table, {
    width,
    height: foot - margin / 2 - top,
    size: CELL * side,
    pages: MOST_SLIDES,
  });
  const { pages, left } = layout;
  return pages.map((page, nth) => {
    const part = pages.length > 1 ? ` (${nth + 1} of ${pages.length})` : '';
    const more = left > 0 && nth === pages.length - 1 ? leftWords(left) : '';
    const ids = new ShapeIds();
    const set = (name: string, text: string, y: number, height: number, lettering: Lettering) =>
      words(ids.next(), name, text, { x: margin, y, width, height }, lettering, theme);
    const { ink, quiet, paper } = THEMES[theme];
    return slide(
      paper,
      [
        set('Title', caption.headline + part, margin, titleHeight, {
          size: TITLE * side,
          bold: true,
          colour: ink,
        }),
        tableFrame(table, page, layout, {
          id: ids.next(),
          x: margin,
          y: top,
          theme,
          size: CELL * side,
        }),
        set('Source', more + caption.source, foot, footHeight, {
          size: SOURCE * side,
          colour: quiet,
        }),
      ],
      null,
    );
  });
}

function words(
  id: number,
  name: string,
  text: string,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  lettering: Lettering,
  theme: ThemeId,
): string {
  const isTitle = name === 'Title';
  return element('p:sp', {}, [
    element('p:nvSpPr', {}, [
      identity(id, name),
      element('p:cNvSpPr', isTitle ? {} : { txBox: 1 }),
      element('p:nvPr', {}, isTitle ? [element('p:ph', { type: 'title' })] : []),
    ]),
    element('p:spPr', {}, [
      transform(box, { perPx: 1, x: 0, y: 0, theme }),
      preset('rect'),
      NO_FILL,
    ]),
    textBody([paragraph(text, lettering)], { wraps: true }),
  ]);
}

interface Place {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly theme: ThemeId;
  readonly size: number;
}

function tableFrame(
  { columns }: Table,
  { head, rows }: TablePage,
  layout: TableLayout,
  place: Place,
): string {
  const widths = layout.widths.map((width) => Math.round(width));
  const all = [head, ...rows];
  const rowOf = (row: LaidRow) =>
    element(
      'a:tr',
      { h: Math.round(row.height) },
      columns.map(({ numeric }, at) =>
        cell(row.cells[at] ?? '', { numeric, isHead: row === head }, layout, place),
      ),
    );
  return element('p:graphicFrame', {}, [
    element('p:nvGraphicFramePr', {}, [
      identity(place.id, 'Table'),
      element('p:cNvGraphicFramePr', {}, [element('a:graphicFrameLocks', { noGrp: 1 })]),
      element('p:nvPr'),
    ]),
    element('p:xfrm', {}, [
      element('a:off', { x: Math.round(place.x), y: Math.round(place.y) }),
      element('a:ext', {
        cx: widths.reduce((sum, width) => sum + width, 0),
        cy: Math.round(all.reduce((sum, { height }) => sum + height, 0)),
      }),
    ]),
    element('a:graphic', {}, [
      element('a:graphicData', { uri: TABLE }, [
        element('a:tbl', {}, [
          element('a:tblPr', { firstRow: 1 }),
          element(
            'a:tblGrid',
            {},
            widths.map((w) => element('a:gridCol', { w })),
          ),
          ...all.map(rowOf),
        ]),
      ]),
    ]),
  ]);
}

/** A cell over a hairline; those of the head are bold, those of numbers stand to the right. */
function cell(
  text: string,
  { numeric, isHead }: { readonly numeric: boolean; readonly isHead: boolean },
  { inset, gutter }: TableLayout,
  { theme, size }: Place,
): string {
  const { ink, quiet, rule } = THEMES[theme];
  const lettering = { size, bold: isHead, colour: isHead ? quiet : ink };
  const none = (side: string) => element(`a:ln${side}`, { w: 0 }, [NO_FILL]);
  const [tall, wide] = [Math.round(inset), Math.round(gutter)];
  return element('a:tc', {}, [
    textBody([paragraph(text, lettering, { align: numeric ? 'r' : 'l' })], {
      wraps: true,
      name: 'a:txBody',
    }),
    element('a:tcPr', { marL: 0, marR: wide, marT: tall, marB: tall, anchor: 'b' }, [
      none('L'),
      none('R'),
      none('T'),
      element('a:lnB', { w: 9525 }, [solid(isHead ? quiet : rule)]),
      NO_FILL,
    ]),
  ]);
}
