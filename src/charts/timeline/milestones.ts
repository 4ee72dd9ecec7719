import { inkOf } from '../../drawing/colour.ts';
import type { Mark } from '../../drawing/drawing.ts';
import { round } from '../../drawing/geometry.ts';
import { shorten, textWidth } from '../../drawing/text.ts';
import type { DatasetCard, Milestone } from '../../model/dataset.ts';
import { amongOf } from '../../model/filter.ts';
import type { Day } from '../../model/period.ts';
import { subjectOf } from '../../model/subject.ts';
import type { View } from '../../model/view.ts';
import { FLAG_REACH, placeFlags, type PlacedFlag } from '../../shapes/flags.ts';
import { listOf } from '../../words/counts.ts';
import type { TimeAxis } from '../axis.ts';

/** The dimension milestones name their sector in. */
const SECTOR = 'sector';
const SIZE = 12;
const ROW = 17;
/** Rows of labels; a narrow page is long anyway and may have more. */
const ROWS = 6;
const NARROW_ROWS = 8;
const NARROW = 600;
const RADIUS = 3.5;
const PILE = 2 * RADIUS + 2;
/** From the line to the middle of the first row. */
const FIRST_ROW = 15;
/** A longer label is shortened, at this part of the width. */
const LONGEST = 0.75;

interface Placed {
  readonly milestone: Milestone;
  readonly x: number;
  readonly text: string;
  /** Null where the label has no room: the dot stays on the line, `pile` dots above it. */
  readonly flag: PlacedFlag | null;
  readonly pile: number;
}

/** Milestones in their places along an axis; heights above and below the line they stand on. */
export interface MilestoneStrip {
  readonly axis: TimeAxis;
  readonly placed: readonly Placed[];
  readonly above: number;
  readonly below: number;
  readonly notes: readonly string[];
}

/** The milestones of a selection: those of the sectors chosen, or all; in order of their days. */
export function milestonesOf(view: View, card: DatasetCard): Milestone[] {
  const among = amongOf(view.filters, SECTOR);
  const tie = ({ title, id }: Milestone) => `${title}\n${id}`;
  return card.companions.milestones
    .filter(({ sector }) => among.length === 0 || among.includes(sector))
    .toSorted((a, b) => dayOfMilestone(a) - dayOfMilestone(b) || (tie(a) < tie(b) ? -1 : 1));
}

/** The day a milestone stands at: the last one of a term, the first of a state, else the middle. */
export function dayOfMilestone({ printed, start, end }: Milestone): Day {
  if (/^(by|until|before)\b/i.test(printed)) return end;
  if (/^(since|from)\b/i.test(printed)) return start;
  return Math.floor((start + end) / 2);
}

/**
 * Places milestones along a line: labels hang on poles below it, within `width` px and in at most
 * `most` rows. What has no room for a label is counted at the end of the strip and listed in a note;
 * with `whole` that is so of a label that would have to be shortened.
 */
export function placeMilestones(
  milestones: readonly Milestone[],
  axis: TimeAxis,
  width: number,
  most: number,
  whole = false,
): MilestoneStrip {
  const wanted = milestones.map((milestone) => {
    const { title } = milestone;
    const text = whole ? title : shorten(title, SIZE, false, width * LONGEST);
    const x = axis.x(dayOfMilestone(milestone));
    return { milestone, text, x, width: textWidth(text, SIZE) * 1.04 };
  });
  const flags = placeFlags(wanted, width, Math.min(most, width < NARROW ? NARROW_ROWS : ROWS));
  const onLine: { readonly x: number; readonly pile: number }[] = [];
  const placed = wanted.map(({ milestone, text, x }, at): Placed => {
    const flag = flags[at] ?? null;
    let pile = 0;
    if (!flag) {
      const meets = (height: number) =>
        onLine.some((dot) => dot.pile === height && Math.abs(dot.x - x) < PILE);
      while (meets(pile)) pile++;
      onLine.push({ x, pile });
    }
    return { milestone, text, x, flag, pile };
  });
  const rows = 1 + Math.max(-1, ...placed.map(({ flag }) => flag?.row ?? -1));
  const below = rows > 0 ? FIRST_ROW + (rows - 1) * ROW + RADIUS + 4 : RADIUS + 2;
  const unlabelled = placed.filter(({ flag }) => !flag);
  return {
    axis,
    placed,
    above: RADIUS + 1 + PILE * Math.max(0, ...placed.map(({ pile }) => pile)),
    below: below + (unlabelled.length > 0 ? ROW : 0),
    notes: notesOf(milestones, unlabelled),
  };
}

/** The marks of a strip whose line runs at `y`. */
export function milestoneMarks(
  { axis, placed, below }: MilestoneStrip,
  y: number,
  card: DatasetCard,
): Mark[] {
  const { x0, x1 } = axis;
  const line = { x0, y0: y, x1, y1: y, stroke: 'quiet', strokeWidth: 1 } as const;
  const unlabelled = placed.filter(({ flag }) => !flag).length;
  const more = { x: x0, y: y + below - 4, size: SIZE, fill: 'quiet' } as const;
  const text = unlabelled < placed.length ? `and ${unlabelled} more` : `${unlabelled} milestones`;
  return [
    ...poleMarks(placed, y),
    { shape: 'line', key: 'milestones:line', subjects: [], ...line },
    ...placed.flatMap((one) => flagMarks(one, y, card)),
    ...(unlabelled > 0
      ? [{ shape: 'text', key: 'milestones:more', subjects: [], ...more, text } as const]
      : []),
  ];
}

/** One pole at each place, from the line to the lowest label. */
function poleMarks(placed: readonly Placed[], y: number): Mark[] {
  const lowest = new Map<number, number>();
  for (const { x, flag } of placed) {
    if (flag) lowest.set(x, Math.max(lowest.get(x) ?? 0, flag.row));
  }
  return [...lowest].map(([x, row]): Mark => {
    const place = { x0: x, y0: y, x1: x, y1: rowMiddle(row, y) } as const;
    const key = `milestones:pole ${round(x)}`;
    return { shape: 'line', key, subjects: [], ...place, stroke: 'rule', strokeWidth: 1 };
  });
}

function rowMiddle(row: number, y: number): number {
  return y + FIRST_ROW + row * ROW;
}

function flagMarks(
  { milestone, x, text, flag, pile }: Placed,
  line: number,
  card: DatasetCard,
): Mark[] {
  const { id, sector, title, printed, status } = milestone;
  const isSector = sector !== '' && card.dimensions.some((dimension) => dimension.id === SECTOR);
  const subjects = isSector ? [subjectOf(SECTOR, sector)] : [];
  const ink = subjects[0] === undefined ? 'grey' : inkOf(subjects[0], card);
  const y = flag ? rowMiddle(flag.row, line) : line - pile * PILE;
  const key = `milestone:${id}`;
  const dot: Mark = {
    shape: 'path',
    key,
    subjects,
    label: [title, printed, status].filter((words) => words !== '').join(', '),
    d: circle(x, y),
    fill: status === 'done' ? ink : 'paper',
    stroke: ink,
    strokeWidth: 1.5,
  };
  if (!flag) return [dot];
  const right = flag.side === 'right';
  const place = { x: x + (right ? FLAG_REACH : -FLAG_REACH), y: y + 4, size: SIZE } as const;
  const anchor = right ? 'start' : 'end';
  return [
    dot,
    {
      shape: 'text',
      key: `${key} name`,
      subjects,
      ...place,
      text,
      anchor,
      fill: 'ink',
      halo: true,
    },
  ];
}

function circle(x: number, y: number): string {
  const [r, d] = [RADIUS, 2 * RADIUS];
  return `M${round(x - r)} ${round(y)}a${r} ${r} 0 1 0 ${d} 0a${r} ${r} 0 1 0 ${-d} 0Z`;
}

function notesOf(milestones: readonly Milestone[], unlabelled: readonly Placed[]): string[] {
  const done = milestones.filter(({ status }) => status === 'done').length;
  const notes: string[] = [];
  if (done > 0 && done < milestones.length) {
    notes.push(
      'A filled dot is a milestone that was reached, an open one was to come when the source was published.',
    );
  }
  if (unlabelled.length > 0) {
    const names = unlabelled.map(({ milestone: { title, printed } }) => `${title} (${printed})`);
    notes.push(`Milestones without a label: ${listOf(names)}.`);
  }
  return notes;
}
