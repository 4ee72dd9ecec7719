import type { Mark } from '../../drawing/drawing.ts';
import { round } from '../../drawing/geometry.ts';
import { fits, shorten, textWidth } from '../../drawing/text.ts';
import type { DatasetCard } from '../../model/dataset.ts';
import { amongOf } from '../../model/filter.ts';
import type { Group } from '../../model/question.ts';
import { isOther, subjectOf, valueOf } from '../../model/subject.ts';
import type { View } from '../../model/view.ts';
import { withoutArea, type Branch } from '../../shapes/tree.ts';
import { printSum } from '../../words/amounts.ts';
import { count } from '../../words/counts.ts';
import { inkOfBranch, keyOf, spokenBranch, trailOf, type TilePainting } from './tiles.ts';

const SIZE = 13;
const HEADING = 12;
const LINE = 20;
const BETWEEN = 16;
const SQUARE = 11;

interface Entry {
  readonly key: string;
  readonly subjects: readonly string[];
  readonly touches: ReadonlySet<string>;
  readonly label: string;
  readonly name: string;
  readonly after: string;
  readonly square?: Branch;
}

/**
 * The strip under the tiles of `part` for what has no area: money of unstated size, money returned,
 * and sectors that have pledges and no figure. Returns its marks and its height.
 */
export function stripMarks(
  part: Branch,
  standing: readonly Group[],
  painting: TilePainting,
  at: { y: number; width: number },
): { marks: Mark[]; height: number } {
  const isPriced = painting.view.measure === painting.card.measures[0]?.id;
  const missing = isPriced ? 'price' : painting.measure.kind;
  const rows = [
    {
      heading: 'No area',
      entries: withoutArea(part).map((branch) => branchEntry(branch, part, painting)),
    },
    {
      heading: headingFor(missing, at.width),
      entries: part.path.length > 0 ? [] : pledgeEntries(standing, painting.view, painting.card),
    },
  ];
  const marks: Mark[] = [];
  let y = at.y;
  for (const { heading, entries } of rows) {
    if (entries.length === 0) continue;
    marks.push({
      shape: 'text',
      key: `strip ${heading}`,
      subjects: [],
      x: 0,
      y: round(y + SIZE),
      text: heading,
      size: HEADING,
      fill: 'quiet',
    });
    let x = textWidth(heading, HEADING) + BETWEEN;
    for (const whole of entries) {
      const entry = shortened(whole, at.width);
      const wide = entryWidth(entry);
      if (x + wide > at.width && x > 0) {
        x = 0;
        y += LINE;
      }
      marks.push(...entryMarks(entry, x, y + SIZE, painting));
      x += wide + BETWEEN;
    }
    y += LINE + 4;
  }
  return { marks, height: y - at.y };
}

/** On a phone there is room for few words in the type of a stage. */
function headingFor(missing: string, width: number): string {
  const whole = `Pledges without a ${missing}`;
  return fits(whole, HEADING, false, width)
    ? whole
    : shorten(`No ${missing}`, HEADING, false, width);
}

function branchEntry(branch: Branch, part: Branch, painting: TilePainting): Entry {
  return {
    key: keyOf(branch, painting),
    subjects: branch.path,
    touches: branch.touches,
    label: spokenBranch(branch, painting),
    // The name first, where it survives shortening, then what it is part of.
    name: trailOf(branch, painting).slice(part.path.length).reverse().join(' · '),
    after: printSum(branch.sum, painting.measure),
    square: branch,
  };
}

/** Sectors that have pledges and, anywhere in the file, no figure of this measure. */
function pledgeEntries(standing: readonly Group[], view: View, card: DatasetCard): Entry[] {
  const dimension = card.suggested.colour;
  const priced = new Set(standing.map(({ path }) => valueOf(path[0] ?? ':')));
  const chosen = amongOf(view.filters, dimension);
  const counts = new Map<string, number>();
  for (const { sector } of card.companions.pledges) {
    if (priced.has(sector) || (chosen.length > 0 && !chosen.includes(sector))) continue;
    counts.set(sector, (counts.get(sector) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([sector, pledges]) => {
      const subject = subjectOf(dimension, sector);
      return {
        key: subject,
        subjects: [subject],
        touches: new Set([subject]),
        label: `${sector}, ${count(pledges, 'pledge')}, no figure of this kind`,
        name: sector,
        after: String(pledges),
      };
    });
}

function entryWidth({ name, after, square }: Entry): number {
  const words = textWidth(name, SIZE) + textWidth(after, SIZE, true);
  return words * 1.04 + 5 + (square ? SQUARE + 6 : 0);
}

function shortened(entry: Entry, width: number): Entry {
  const room = width - entryWidth({ ...entry, name: '' });
  return { ...entry, name: shorten(entry.name, SIZE, false, room) };
}

function entryMarks(entry: Entry, x: number, baseline: number, painting: TilePainting): Mark[] {
  const { key, subjects, touches, label, square } = entry;
  const main = {
    subjects,
    touches,
    label,
    action: subjects.some(isOther)
      ? ({ do: 'explain', subjects: [] } as const)
      : ({ do: 'explain', subjects } as const),
  };
  const shared = { subjects, touches, y: round(baseline), size: SIZE, fill: 'ink' } as const;
  const textX = square ? x + SQUARE + 6 : x;
  const amount: Mark = {
    shape: 'text',
    ...shared,
    key: `${key} amount`,
    x: round(textX + textWidth(entry.name, SIZE) * 1.02 + 5),
    text: entry.after,
    bold: true,
  };
  const name = { shape: 'text', ...shared, x: round(textX), text: entry.name } as const;
  if (!square) return [{ ...name, ...main, key }, amount];
  const returned = square.sum.returned < 0;
  const unstated = square.sum.count === 0;
  const ink = inkOfBranch(square, painting);
  const mark: Mark = {
    shape: 'rect',
    ...main,
    key,
    x: round(x),
    y: round(baseline - SQUARE + 1),
    width: SQUARE,
    height: SQUARE,
    fill: returned ? ink : 'paper',
    stroke: ink,
    ...(returned ? { texture: 'returned' } : unstated ? { dash: '2 2' } : {}),
  };
  return [mark, { ...name, key: `${key} name` }, amount];
}
