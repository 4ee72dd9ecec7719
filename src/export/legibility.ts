import { PX_PER_MM } from '../model/figure.ts';
import type { Sheet } from './sheet.ts';

const POINTS_PER_MM = 72 / 25.4;

/** Print asks for letters at least this high, in points. */
export const SMALLEST_READABLE = 8;

/** How high the smallest letters of a sheet stand on paper, in points with one decimal. */
export function smallestType({ width, physical, words, drawing }: Sheet): number {
  const marks = drawing.empty === undefined ? drawing.marks : [];
  const sizes = [...words.flatMap(({ lines }) => lines), ...marks].flatMap((mark) =>
    mark.shape === 'text' ? [mark.size] : [],
  );
  const millimetres = (physical?.width ?? width / PX_PER_MM) / width;
  return Math.round(Math.min(...sizes) * millimetres * POINTS_PER_MM * 10) / 10;
}
