import { strToU8 } from 'fflate';
import { pptxOf } from '../export/office/pptx.ts';
import { sheetSvg } from '../export/portable.ts';
import { zipOf } from '../export/zip.ts';
import { slideNotes, type SceneFigure } from '../state/scenefigures.ts';

/** A presentation, a slide a scene; under it the speaker's notes, what it shows and where it comes from. */
export function presentationOf(figures: readonly SceneFigure[]): Uint8Array {
  return pptxOf(figures.map((figure) => ({ sheet: figure.sheet, notes: slideNotes(figure) })));
}

/** The pictures of all scenes as a ZIP of SVG files, named in their order. */
export function picturesOf(figures: readonly SceneFigure[]): Uint8Array {
  const digits = String(figures.length).length;
  const named = figures.map(({ scene, sheet }, at) => {
    const number = String(at + 1).padStart(digits, '0');
    return [`${number}-${scene.id}.svg`, strToU8(sheetSvg(sheet))] as const;
  });
  return zipOf(Object.fromEntries(named));
}
