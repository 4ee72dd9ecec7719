import { strToU8 } from 'fflate';
import { pptxOf } from '../export/office/pptx.ts';
import { sheetSvg } from '../export/portable.ts';
import { zipOf } from '../export/zip.ts';
import { slideNotes, type SceneFigure } from '../state/scenefigures.ts';
import { slideLines, type LiveScenes } from './slidelines.ts';

/** A presentation, a slide a scene; under it the speaker's notes, what it shows and where it comes from. */
export function presentationOf(figures: readonly SceneFigure[]): Uint8Array {
  return pptxOf(figures.map((figure) => ({ sheet: figure.sheet, notes: slideNotes(figure) })));
}

/**
 * The pictures of all scenes as a ZIP of SVG files, named in their order; with the lines of slides
 * that show them live, where a page has the story's data.
 */
export function picturesOf(figures: readonly SceneFigure[], live: LiveScenes | null): Uint8Array {
  const digits = String(figures.length).length;
  const pictures = figures.map((figure, at) => {
    const number = String(at + 1).padStart(digits, '0');
    return { file: `${number}-${figure.scene.id}.svg`, figure };
  });
  const files = pictures.map(
    ({ file, figure }) => [file, strToU8(sheetSvg(figure.sheet))] as const,
  );
  const slides = live ? [['slides.html', strToU8(slideLines(pictures, live))] as const] : [];
  return zipOf(Object.fromEntries([...files, ...slides]));
}
