import type { Table } from '../../drawing/drawing.ts';
import { element } from '../xml.ts';
import { layTable } from './tablelayout.ts';
import { wordParagraph } from './wordtext.ts';

const RULE = 'BBBBBB';
const TWIPS_PER_POINT = 20;
const POINTS = 9;

/** The whole table, `width` twentieths of a point wide; its head is repeated on every page. */
export function wordTable(table: Table, width: number, summary: string): string {
  const { columns, rows } = table;
  const { widths } = layTable(table, {
    width: width / TWIPS_PER_POINT,
    height: Infinity,
    size: POINTS,
    pages: 1,
  });
  const twips = widths.map((points) => Math.round(points * TWIPS_PER_POINT));
  const line = (side: string, size: number) =>
    element(`w:${side}`, { 'w:val': 'single', 'w:sz': size, 'w:space': 0, 'w:color': RULE });
  const rowOf = (cells: readonly string[], isHead: boolean) =>
    element('w:tr', {}, [
      element('w:trPr', {}, [element('w:cantSplit'), ...(isHead ? [element('w:tblHeader')] : [])]),
      ...columns.map(({ numeric }, at) =>
        element('w:tc', {}, [
          element('w:tcPr', {}, [element('w:tcW', { 'w:w': twips[at], 'w:type': 'dxa' })]),
          wordParagraph('Cell', cells[at] ?? '', {
            bold: isHead,
            ...(numeric ? { align: 'right' } : {}),
          }),
        ]),
      ),
    ]);
  return element('w:tbl', {}, [
    element('w:tblPr', {}, [
      element('w:tblW', { 'w:w': twips.reduce((sum, one) => sum + one, 0), 'w:type': 'dxa' }),
      element('w:tblBorders', {}, [line('bottom', 4), line('insideH', 4)]),
      element('w:tblLayout', { 'w:type': 'fixed' }),
      element('w:tblCellMar', {}, [
        element('w:left', { 'w:w': 0, 'w:type': 'dxa' }),
        element('w:right', { 'w:w': 160, 'w:type': 'dxa' }),
      ]),
      element('w:tblLook', { 'w:firstRow': 1, 'w:noVBand': 1 }),
      element('w:tblDescription', { 'w:val': summary }),
    ]),
    element(
      'w:tblGrid',
      {},
      twips.map((w) => element('w:gridCol', { 'w:w': w })),
    ),
    rowOf(
      columns.map(({ label }) => label),
      true,
    ),
    ...rows.map(({ cells }) => rowOf(cells, false)),
  ]);
}
