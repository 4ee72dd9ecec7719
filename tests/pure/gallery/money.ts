import type { Mark, PathMark, RectMark } from '../../../src/drawing/drawing.ts';
import type { Ledger } from '../../../src/model/ledger.ts';
import { closes } from '../../../src/model/ledger.ts';
import type { Group, GroupsAnswer, SeriesAnswer } from '../../../src/model/question.ts';
import { isAbsent } from '../../../src/model/subject.ts';
import { sameSum, totalOf, type Sum } from '../../../src/model/sum.ts';
import { printAmount } from '../../../src/words/amounts.ts';
import { boxOf, isInside, pointsOf } from './extent.ts';
import type { Law } from './laws.ts';
import type { Picture } from './picture.ts';

/** Pixels by which a mark may be longer than its money, so that it can be seen. */
const SEEN = 1.3;

/** Width of money in a Sankey: what came in up to its high end, and what was returned. */
const widthOf = ({ low, high, returned }: Sum) =>
  low - returned + Math.max(0, high - low) - returned;
/** Area of money in a treemap: the net sum, where there is any. */
const areaOf = ({ high }: Sum) => Math.max(0, high);

function groupsOf({ answers }: Picture, name: string): GroupsAnswer {
  const answer = answers[name];
  if (answer?.ask !== 'groups') throw new Error(`"${name}" was not asked for groups`);
  return answer;
}

function seriesOf({ answers }: Picture): SeriesAnswer {
  const answer = answers['series'];
  if (answer?.ask !== 'series') throw new Error('no series was asked for');
  return answer;
}

/** Everything a selection has: what is shown and figures of unstated size. */
function selectedSum({ shown, leftOut }: Ledger): Sum {
  const unstated = leftOut.find(({ rule }) => rule === 'size not stated')?.rows ?? 0;
  return { ...shown.sum, unstated };
}

function adds(groups: readonly { readonly sum: Sum }[], ledger: Ledger): string[] {
  const [sum, selected] = [totalOf(groups.map((group) => group.sum)), selectedSum(ledger)];
  return sameSum(sum, selected) ? [] : [`${JSON.stringify(sum)} of ${JSON.stringify(selected)}`];
}

/** Sums of groups by a part of their paths. */
function sumsBy(groups: readonly Group[], of: (path: Group['path']) => Group['path']) {
  const sums = new Map<string, { readonly path: Group['path']; readonly list: Sum[] }>();
  for (const group of groups) {
    const path = of(group.path);
    const key = path.join('\n');
    const found = sums.get(key);
    if (found) found.list.push(group.sum);
    else sums.set(key, { path, list: [group.sum] });
  }
  return [...sums.values()];
}

const isAbout = (mark: Mark, path: readonly string[]) =>
  mark.subjects.length === path.length &&
  path.every((subject, at) => mark.subjects[at] === subject);

/** Spoken marks about exactly these subjects. */
function spoken(picture: Picture, path: readonly string[]): Mark[] {
  return picture.drawing.marks.filter((mark) => mark.label !== undefined && isAbout(mark, path));
}

/** Pixels a unit of money, from the heaviest of what is drawn, and what departs from it. */
function offScale(
  drawn: readonly { readonly name: string; readonly money: number; readonly size: number }[],
  tolerance: (money: number, scale: number) => number,
): string[] {
  const heaviest = drawn.reduce((best, one) => (one.money > best.money ? one : best), drawn[0]!);
  if (!heaviest || heaviest.money === 0) return [];
  const scale = heaviest.size / heaviest.money;
  return drawn
    .filter(({ money, size }) => !(Math.abs(size - money * scale) <= tolerance(money, scale)))
    .map(({ name, money, size }) => `${name}: ${size} for ${money * scale}`);
}

/** How wide a ribbon leaves its source: its first point and its last are the two ends of that edge. */
function startOf(mark: PathMark): number {
  const points = pointsOf(mark.d);
  const [[x0, y0], [x1, y1]] = [points[0]!, points.at(-1)!];
  return Math.hypot(x1 - x0, y1 - y0);
}

const isEmpty = ({ drawing }: Picture) => drawing.empty !== undefined;

/** The next stage from one, either way, in which a row of a path stands; a row of a chain stands in two. */
function stageFrom(path: Group['path'], stage: number, way: 1 | -1): number {
  let at = stage + way;
  while (path[at] !== undefined && isAbsent(path[at]!)) at += way;
  return path[at] === undefined ? -1 : at;
}

const sankeyNodes: Law = (picture) => {
  const { groups } = groupsOf(picture, 'flows');
  const breaches: string[] = [];
  const drawn = picture.view.stages.flatMap((_, stage) => {
    const subjects = new Set(groups.map(({ path }) => path[stage]!));
    return [...subjects].flatMap((subject) => {
      if (isAbsent(subject)) return [];
      const [mark, ...others] = spoken(picture, [subject]);
      if (mark?.shape !== 'rect' || others.length > 0) {
        breaches.push(`${subject}: ${others.length + (mark ? 1 : 0)} nodes`);
        return [];
      }
      // What comes in, or what goes out where that is more: the same money is not added to itself.
      const sides = ([-1, 1] as const).map((way) =>
        groups
          .filter(({ path }) => path[stage] === subject && stageFrom(path, stage, way) >= 0)
          .reduce((sum, one) => sum + widthOf(one.sum), 0),
      );
      return [{ name: mark.key, money: Math.max(...sides), mark }];
    });
  });
  const isAcross = drawn.every(({ mark }) => mark.width === 10 || mark.dash !== undefined);
  const sized = drawn
    .filter(({ mark }) => mark.dash === undefined)
    .map(({ name, money, mark }) => ({ name, money, size: isAcross ? mark.height : mark.width }));
  return [...breaches, ...offScale(sized, () => SEEN)];
};

const sankeyLinks: Law = (picture) => {
  const { groups } = groupsOf(picture, 'flows');
  const breaches: string[] = [];
  const drawn = picture.view.stages.slice(1).flatMap((_, stage) =>
    sumsBy(
      groups.filter(({ path }) => !isAbsent(path[stage]!) && stageFrom(path, stage, 1) >= 0),
      (path) => [path[stage]!, path[stageFrom(path, stage, 1)]!],
    ).map(({ path, list }) => {
      const marks = picture.drawing.marks.filter(
        (mark): mark is PathMark => mark.shape === 'path' && isAbout(mark, path),
      );
      const [source, target] = path.map((subject) => spoken(picture, [subject])[0]);
      if (!source || !target || !marks.every((mark) => joins(mark, source, target))) {
        breaches.push(`${path.join(' → ')} does not join its nodes`);
      }
      const money = list.reduce((sum, one) => sum + widthOf(one), 0);
      const threads = marks.some(({ stroke }) => stroke !== undefined);
      const size = threads ? 0 : marks.reduce((sum, mark) => sum + startOf(mark), 0);
      return { name: path.join(' → '), money, size: marks.length > 0 ? size : NaN };
    }),
  );
  return [...breaches, ...offScale(drawn, () => SEEN)];
};

/** Whether a ribbon or thread begins at one node and ends at another. */
function joins(mark: PathMark, source: Mark, target: Mark): boolean {
  const touches = (node: Mark, [x, y]: readonly [number, number]) =>
    isInside({ x0: x, y0: y, x1: x, y1: y }, boxOf(node), SEEN);
  const points = pointsOf(mark.d);
  const ends = mark.stroke === undefined ? [0, 3, 4, 7] : [0, 3];
  return ends.every((at, nth) => {
    const point = points[at];
    return point !== undefined && touches(nth === 0 || nth === 3 ? source : target, point);
  });
}

const treemapTiles: Law = (picture) => {
  const { groups } = groupsOf(picture, 'tree');
  const { zoom, split } = picture.view;
  const zoomed = split === null && picture.drawing.notes.some((note) => note.startsWith('Zoomed'));
  const inZoom = (path: Group['path']) =>
    !zoomed || zoom.every((value, at) => path[at]?.endsWith(`:${value}`));
  const selected = groups.filter(({ path }) => inZoom(path));
  const depths = selected[0]?.path.map((_, at) => at + 1) ?? [];
  const breaches: string[] = [];
  const drawn = depths.flatMap((depth) =>
    sumsBy(selected, (path) => path.slice(0, depth)).flatMap(({ path, list }) => {
      const money = list.reduce((sum, one) => sum + areaOf(one), 0);
      const isLeaf = depth === depths.length;
      const [mark, ...others] = spoken(picture, path);
      const inStrip = path.some((_, at) => spoken(picture, path.slice(0, at + 1)).length > 0);
      if (isLeaf && money === 0 && !inStrip) breaches.push(`${path} is in no strip`);
      if (money === 0 || (!mark && !isLeaf)) return [];
      if (mark?.shape !== 'rect' || others.length > 0) {
        breaches.push(`${path}: ${others.length + (mark ? 1 : 0)} tiles`);
        return [];
      }
      return [{ name: mark.key, money, size: mark.width * mark.height, mark }];
    }),
  );
  // Each side is written to a hundredth of a pixel.
  const sides = Math.max(0, ...drawn.map(({ mark }) => mark.width + mark.height));
  return [...breaches, ...offScale(drawn, () => 0.011 * sides)];
};

const rangesOf: Law = (picture) =>
  groupsOf(picture, 'tree').groups.flatMap(({ path, sum }) => {
    const about = picture.drawing.marks.filter(
      (mark): mark is RectMark => mark.shape === 'rect' && isAbout(mark, path),
    );
    const tile = about.find(({ label, dash }) => label !== undefined && dash === undefined);
    if (!tile || areaOf(sum) === 0) return [];
    const hatched = about.find(({ texture }) => texture === 'range')?.height ?? 0;
    const wanted = tile.height * (1 - Math.max(0, sum.low) / sum.high);
    return Math.abs(hatched - wanted) <= 0.52 ? [] : [`${path}: ${hatched} of ${wanted} hatched`];
  });

const LAWS_OF = new Map<string, Record<string, Law>>([
  [
    'sankey',
    {
      'the groups add up to the selection': (picture) =>
        adds(groupsOf(picture, 'flows').groups, picture.finding.ledger),
      'every stage has a node of the width of its money': sankeyNodes,
      'every link is as wide as its money': sankeyLinks,
    },
  ],
  [
    'treemap',
    {
      'the groups add up to the selection': (picture) =>
        adds(groupsOf(picture, 'tree').groups, picture.finding.ledger),
      'every part has a tile of the area of its money or stands in the strip': treemapTiles,
      'a range is hatched from its low end to its high end': rangesOf,
    },
  ],
  [
    'timeline',
    {
      // What is so much a year comes to another sum over a period that is not a year.
      'the series adds up to its selection': (picture) => {
        const { points, undated, ledger } = seriesOf(picture);
        return picture.measure.basis === 'total' ? adds([...points, ...undated], ledger) : [];
      },
    },
  ],
]);

/** Exact numbers, printed, are what the table prints; a range of rounded figures may say so in words. */
const numbersOfTable: Law = ({ drawing: { table, numbers }, measure }) => {
  const at = table.columns.findIndex(({ label }) => label === 'Amount');
  const bare = (printed: string | undefined) => printed?.replace(/^about /, '');
  return [
    ...(table.rows.length === numbers.rows.length ? [] : ['not as many rows']),
    ...table.rows.flatMap(({ cells }, nth) => {
      const row = numbers.rows[nth];
      const amount = row && printAmount(row.amount, measure);
      const same =
        bare(amount) === bare(cells[at]) && row?.names.every((name) => cells.includes(name));
      return same ? [] : [`${cells.join(', ')} is ${row?.names.join(', ')}, ${amount}`];
    }),
  ];
};

/** Laws of money: what is drawn and noted is what was selected, each mark as large as its money. */
export const MONEY_LAWS = {
  'the book closes': ({ finding }) => (closes(finding.ledger) ? [] : ['it does not']),

  'the finding adds up to the selection': ({ finding }) => adds(finding.parts, finding.ledger),

  'the numbers for files are those of the table': numbersOfTable,

  'marks are as large as their money, and none is missing': (picture) =>
    isEmpty(picture)
      ? []
      : Object.entries(LAWS_OF.get(picture.chart.id) ?? {}).flatMap(([name, law]) =>
          law(picture).map((breach) => `${name}: ${breach}`),
        ),
} satisfies Record<string, Law>;
