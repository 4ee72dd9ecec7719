import { strToU8 } from 'fflate';
import { PX_PER_MM } from '../../model/figure.ts';
import { sheetSvg } from '../portable.ts';
import { withoutWords, type Sheet } from '../sheet.ts';
import { element } from '../xml.ts';
import { OFFICE, OfficePackage } from './package.ts';
import { addProperties } from './properties.ts';
import { wordTable } from './wordtable.ts';
import { wordCaption, wordParagraph, wordStyles } from './wordtext.ts';

/** A picture for a place of its own in a document. */
export interface SheetFigure {
  readonly sheet: Sheet;
  /** Its numbers as a table after it. */
  readonly table?: boolean;
}

/** Draws a sheet as the PNG that stands in for its SVG where a program cannot draw that. */
export type Rasterise = (sheet: Sheet) => Promise<Uint8Array>;

const WORDPROCESSINGML = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const A = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const PICTURE = 'http://schemas.openxmlformats.org/drawingml/2006/picture';
const SVG = 'http://schemas.microsoft.com/office/drawing/2016/SVG/main';
const EMU_PER_MM = 36_000;
const TWIPS_PER_MM = 1440 / 25.4;
/** A4 upright, in millimetres. */
const PAGE = { width: 210, height: 297, margin: 25 } as const;
const ROOM = { width: PAGE.width - 2 * PAGE.margin, height: PAGE.height - 2 * PAGE.margin - 60 };

/**
 * A document with a figure for each picture: caption with a number that Word counts, the chart as SVG
 * with PNG for programs that know no SVG, notes, source, and its numbers as a table on request. The
 * words are the document's own, so the chart is set without them. The same sheets and the same PNG
 * give the same bytes.
 */
export async function docxOf(
  figures: readonly SheetFigure[],
  rasterise: Rasterise,
): Promise<Uint8Array> {
  const [first] = figures;
  if (!first) throw new Error('a document needs at least one picture');
  const { caption, spoken, provenance } = first.sheet;
  const file = new OfficePackage();
  const main = 'word/document.xml';
  file.relate('', main, 'officeDocument');
  addProperties(file, caption.headline, spoken?.alt ?? '', provenance);
  file.relate(main, 'word/styles.xml', 'styles');
  file.add('word/styles.xml', `${WORDPROCESSINGML}.styles+xml`, wordStyles(W));

  const body: string[] = [];
  let tables = 0;
  for (const [at, { sheet, table }] of figures.entries()) {
    const picture = withoutWords(sheet);
    const embedded = (ending: string, bytes: Uint8Array) => {
      const path = `word/media/figure${at + 1}.${ending}`;
      file.addFile(path, bytes);
      return file.relate(main, path, 'image');
    };
    const png = embedded('png', await rasterise(picture));
    const svg = embedded('svg', strToU8(sheetSvg(picture)));
    body.push(...figure(sheet, picture, { nth: at + 1, png, svg }));
    if (!table) continue;
    tables++;
    const width = Math.round(ROOM.width * TWIPS_PER_MM);
    body.push(
      wordCaption('Table', tables, sheet.caption.headline),
      wordTable(sheet.drawing.table, width, sheet.caption.subtitle),
      wordParagraph('Source', ''),
    );
  }
  file.add(main, `${WORDPROCESSINGML}.document.main+xml`, documentXml(body));
  return file.bytes();
}

interface Embedded {
  readonly nth: number;
  readonly png: string;
  readonly svg: string;
}

function figure(sheet: Sheet, picture: Sheet, embedded: Embedded): string[] {
  const { caption, drawing } = sheet;
  const notes = [...drawing.notes, ...caption.notes].join(' ');
  return [
    wordCaption('Figure', embedded.nth, caption.headline),
    ...(caption.subtitle ? [wordParagraph('Subtitle', caption.subtitle)] : []),
    wordParagraph('Figure', [drawingRun(picture, embedded)]),
    ...[notes, caption.source].filter(Boolean).map((text) => wordParagraph('Source', text)),
  ];
}

/** The chart in the line, as large as the sheet measures or as fits between the margins. */
function drawingRun(picture: Sheet, { nth, png, svg }: Embedded): string {
  const width = picture.physical?.width ?? picture.width / PX_PER_MM;
  const height = picture.physical?.height ?? picture.height / PX_PER_MM;
  const scale = Math.min(1, ROOM.width / width, ROOM.height / height) * EMU_PER_MM;
  const extent = { cx: Math.round(width * scale), cy: Math.round(height * scale) };
  const alt = picture.spoken?.alt ?? picture.caption.headline;
  const named = { id: nth, name: `Figure ${nth}`, descr: alt };
  const blip = element('a:blip', { 'r:embed': png }, [
    element('a:extLst', {}, [
      element('a:ext', { uri: '{96DAC541-7B7A-43D3-8B79-37D633B846F1}' }, [
        element('asvg:svgBlip', { 'xmlns:asvg': SVG, 'r:embed': svg }),
      ]),
    ]),
  ]);
  const shape = element('pic:pic', { 'xmlns:pic': PICTURE }, [
    element('pic:nvPicPr', {}, [element('pic:cNvPr', named), element('pic:cNvPicPr')]),
    element('pic:blipFill', {}, [blip, element('a:stretch', {}, [element('a:fillRect')])]),
    element('pic:spPr', {}, [
      element('a:xfrm', {}, [element('a:off', { x: 0, y: 0 }), element('a:ext', extent)]),
      element('a:prstGeom', { prst: 'rect' }, [element('a:avLst')]),
    ]),
  ]);
  const inline = element('wp:inline', { distT: 0, distB: 0, distL: 0, distR: 0 }, [
    element('wp:extent', extent),
    element('wp:docPr', named),
    element('wp:cNvGraphicFramePr', {}, [
      element('a:graphicFrameLocks', { 'xmlns:a': A, noChangeAspect: 1 }),
    ]),
    element('a:graphic', { 'xmlns:a': A }, [element('a:graphicData', { uri: PICTURE }, [shape])]),
  ]);
  return element('w:r', {}, [element('w:drawing', {}, [inline])]);
}

function documentXml(body: readonly string[]): string {
  const twips = (mm: number) => Math.round(mm * TWIPS_PER_MM);
  const margin = twips(PAGE.margin);
  const sides = Object.fromEntries(
    ['top', 'right', 'bottom', 'left'].map((side) => [`w:${side}`, margin]),
  );
  return element(
    'w:document',
    {
      'xmlns:w': W,
      'xmlns:r': OFFICE,
      'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
    },
    [
      element('w:body', {}, [
        ...body,
        element('w:sectPr', {}, [
          element('w:pgSz', { 'w:w': twips(PAGE.width), 'w:h': twips(PAGE.height) }),
          element('w:pgMar', {
            ...sides,
            'w:header': twips(PAGE.margin / 2),
            'w:footer': twips(PAGE.margin / 2),
            'w:gutter': 0,
          }),
        ]),
      ]),
    ],
  );
}
