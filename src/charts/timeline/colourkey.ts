import { inkOf } from '../../drawing/colour.ts';
import type { Ink, Mark } from '../../drawing/drawing.ts';
import { shorten, textWidth } from '../../drawing/text.ts';
import type { DatasetCard } from '../../model/dataset.ts';
import type { Gathered, Group } from '../../model/question.ts';
import type { Subject } from '../../model/subject.ts';
import type { Column } from '../../shapes/columns.ts';
import { nameOf } from '../spoken.ts';
import { actionOn } from './columnmarks.ts';

const SIZE = 12;
const SWATCH = 10;
const LINE = 18;
const GAP = 16;
const AFTER = 8;

export interface ColourKey {
  readonly height: number;
  readonly marks: readonly Mark[];
}

/** Every subject in the columns and the undated block, in the order they are stacked. */
export function subjectsIn(
  columns: readonly Column[],
  undated: readonly Group[],
  standing: (subject: Subject) => number,
): Subject[] {
  const stacked = columns.flatMap(({ parts }) => parts.map(({ point }) => point.subject));
  const found = new Set([...stacked, ...undated.flatMap(({ path }) => path.slice(0, 1))]);
  return [...found].sort((a, b) => standing(a) - standing(b) || (a < b ? -1 : 1));
}

/** Which colour is what, in lines over the picture; nothing where there is one colour to tell. */
export function colourKey(
  subjects: readonly Subject[],
  gathered: Gathered,
  card: DatasetCard,
  width: number,
): ColourKey {
  if (subjects.length < 2) return { height: 0, marks: [] };
  const marks: Mark[] = [];
  let [x, y] = [0, 0];
  for (const { name, subject, fill } of entriesOf(subjects, gathered, card)) {
    const text = shorten(name, SIZE, false, Math.min(220, width - SWATCH - 5));
    const wide = SWATCH + 5 + textWidth(text, SIZE) * 1.04;
    if (x > 0 && x + wide > width) {
      x = 0;
      y += LINE;
    }
    const square = { x, y: y + 1, width: SWATCH, height: SWATCH, fill };
    const place = { x: x + SWATCH + 5, y: y + SWATCH, size: SIZE, fill: 'ink' } as const;
    const key = `key:${subject ?? ''}`;
    const shared = subject
      ? { subjects: [subject], action: actionOn(subject) }
      : { subjects: [] as const };
    marks.push({ shape: 'rect', key, ...shared, ...square });
    marks.push({ shape: 'text', key: `${key} name`, ...shared, ...place, text });
    x += wide + GAP;
  }
  return { height: y + LINE + AFTER, marks };
}

interface Entry {
  readonly name: string;
  /** Absent where several share the grey, which tells them apart no further. */
  readonly subject?: Subject;
  readonly fill: Ink;
}

function entriesOf(subjects: readonly Subject[], gathered: Gathered, card: DatasetCard): Entry[] {
  const entries = subjects.map((subject) => ({
    name: nameOf(subject, gathered),
    subject,
    fill: inkOf(subject, card),
  }));
  const grey = entries.filter(({ fill }) => fill === 'grey');
  if (grey.length < 2) return entries;
  const coloured = entries.filter(({ fill }) => fill !== 'grey');
  return [...coloured, { name: `${grey.length} more, in grey`, fill: 'grey' }];
}
