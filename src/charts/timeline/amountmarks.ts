import type { Mark, Texture } from '../../drawing/drawing.ts';
import { tornEdge } from '../../drawing/geometry.ts';
import type { Entry } from './entries.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Size of the mark of a figure whose size is not stated. It says nothing about money. */
export const UNSTATED_SIZE = 14;
/** Nothing is drawn thinner; area means money only above this. */
export const HAIRLINE = 1.5;
const TORN = 4;

/**
 * A figure drawn as a box whose whole area stands for its high end: plain (or `texture`) up to the
 * low end, from below, the range above it; torn at the top where no upper end is stated; a dashed
 * outline where no size is.
 */
export function amountMarks(entry: Entry, box: Box, texture?: Texture): Mark[] {
  const { key, subject, touches, ink, label, action } = entry;
  const shared = { subjects: [subject], touches };
  const main = { ...shared, key, label, action };
  if (!entry.stated) {
    return [{ shape: 'rect', ...main, ...box, stroke: ink, strokeWidth: 1.2, dash: '2 2' }];
  }
  const worn = entry.returned ? 'returned' : texture;
  const dress = worn && box.height > HAIRLINE ? { fill: ink, texture: worn } : { fill: ink };
  const sure = entry.size > 0 ? (box.height * entry.sure) / entry.size : box.height;
  const unsure = box.height - sure;
  const top = { ...box, height: unsure };
  if (sure < 0.01) return [{ shape: 'rect', ...main, ...top, fill: ink, texture: 'range' }];
  const marks: Mark[] = [
    { shape: 'rect', ...main, ...box, y: box.y + unsure, height: sure, ...dress },
  ];
  if (unsure > 0.01) {
    const range = { ...shared, key: `${key} range`, fill: ink, texture: 'range' } as const;
    marks.push({ shape: 'rect', ...range, ...top });
  }
  if (entry.open) {
    const d = tornEdge(box.x, box.x + box.width, box.y, -TORN);
    marks.push({ shape: 'path', ...shared, key: `${key} torn`, d, ...dress });
  }
  return marks;
}
