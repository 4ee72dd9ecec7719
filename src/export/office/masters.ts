import type { ThemeId } from '../../drawing/themes.ts';
import { element, escaped } from '../xml.ts';
import { background } from './officetheme.ts';
import { NO_FILL } from './paints.ts';
import { identity, preset } from './shapes.ts';
import { NAMESPACES, shapeTree, type SlideSize } from './slide.ts';

/** What every slide, layout and master of the file is: the parts PowerPoint asks for. */

const COLOUR_MAP = {
  bg1: 'lt1',
  tx1: 'dk1',
  bg2: 'lt2',
  tx2: 'dk2',
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((nth) => [`accent${nth}`, `accent${nth}`])),
  hlink: 'hlink',
  folHlink: 'folHlink',
};

/** A4 upright, as notes are printed. */
export const NOTES_SIZE: SlideSize = { cx: 6_858_000, cy: 9_906_000 };

interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A placeholder at its place on a page, in parts of the page's sides; null for one without words. */
function placeholder(
  id: number,
  name: string,
  attributes: { readonly type: string; readonly idx?: number },
  part: Frame,
  { cx, cy }: SlideSize,
  lines: readonly string[] | null,
): string {
  const transform = element('a:xfrm', {}, [
    element('a:off', { x: Math.round(part.x * cx), y: Math.round(part.y * cy) }),
    element('a:ext', { cx: Math.round(part.width * cx), cy: Math.round(part.height * cy) }),
  ]);
  const paragraphs = (lines ?? []).map((line) =>
    element('a:p', {}, [element('a:r', {}, [element('a:t', {}, [escaped(line)])])]),
  );
  return element('p:sp', {}, [
    element('p:nvSpPr', {}, [
      identity(id, name),
      element('p:cNvSpPr', {}, [element('a:spLocks', { noGrp: 1 })]),
      element('p:nvPr', {}, [element('p:ph', attributes)]),
    ]),
    element('p:spPr', {}, [transform, preset('rect'), NO_FILL]),
    ...(lines === null
      ? []
      : [
          element('p:txBody', {}, [
            element('a:bodyPr'),
            element('a:lstStyle'),
            ...(paragraphs.length > 0 ? paragraphs : [element('a:p')]),
          ]),
        ]),
  ]);
}

function titlePlaceholder(size: SlideSize): string {
  const frame = { x: 0.05, y: 0.05, width: 0.9, height: 0.12 };
  return placeholder(2, 'Title', { type: 'title' }, frame, size, ['Title']);
}

export function slideMaster(theme: ThemeId, size: SlideSize, layout: string): string {
  const body = { x: 0.05, y: 0.2, width: 0.9, height: 0.7 };
  const style = (size: number, bold: boolean) =>
    element('a:lvl1pPr', { algn: 'l' }, [
      element('a:buNone'),
      element('a:defRPr', { sz: size, b: bold ? 1 : 0 }, [
        element('a:solidFill', {}, [element('a:schemeClr', { val: 'tx1' })]),
        element('a:latin', { typeface: '+mn-lt' }),
      ]),
    ]);
  return element('p:sldMaster', NAMESPACES, [
    element('p:cSld', {}, [
      background(theme),
      shapeTree([
        titlePlaceholder(size),
        placeholder(3, 'Text', { type: 'body', idx: 1 }, body, size, ['Text']),
      ]),
    ]),
    element('p:clrMap', COLOUR_MAP),
    element('p:sldLayoutIdLst', {}, [
      element('p:sldLayoutId', { id: 2_147_483_649, 'r:id': layout }),
    ]),
    element('p:txStyles', {}, [
      element('p:titleStyle', {}, [style(2400, true)]),
      element('p:bodyStyle', {}, [style(1400, false)]),
      element('p:otherStyle', {}, [style(1400, false)]),
    ]),
  ]);
}

export function titleOnlyLayout(size: SlideSize): string {
  return element('p:sldLayout', { ...NAMESPACES, type: 'titleOnly', preserve: 1 }, [
    element('p:cSld', { name: 'Title only' }, [shapeTree([titlePlaceholder(size)])]),
    element('p:clrMapOvr', {}, [element('a:masterClrMapping')]),
  ]);
}

/** The slide over its notes, a paragraph a line. */
function notesPage(lines: readonly string[]): string {
  const image = { x: 0.1, y: 0.06, width: 0.8, height: 0.36 };
  const notes = { x: 0.1, y: 0.46, width: 0.8, height: 0.46 };
  return shapeTree([
    placeholder(2, 'Slide', { type: 'sldImg' }, image, NOTES_SIZE, null),
    placeholder(3, 'Notes', { type: 'body', idx: 1 }, notes, NOTES_SIZE, lines),
  ]);
}

export function notesMaster(theme: ThemeId): string {
  return element('p:notesMaster', NAMESPACES, [
    element('p:cSld', {}, [background(theme), notesPage([])]),
    element('p:clrMap', COLOUR_MAP),
  ]);
}

export function notesSlide(lines: readonly string[]): string {
  return element('p:notes', NAMESPACES, [
    element('p:cSld', {}, [notesPage(lines)]),
    element('p:clrMapOvr', {}, [element('a:masterClrMapping')]),
  ]);
}
