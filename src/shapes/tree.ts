import { hierarchy, treemap, treemapSquarify } from 'd3';
import type { DatasetCard } from '../model/dataset.ts';
import type { Group } from '../model/question.ts';
import { isOther, valueOf, type Subject } from '../model/subject.ts';
import { addSums, NOTHING, type Sum } from '../model/sum.ts';

/** A part of the whole and its own parts, outermost dimension first. */
export interface Branch {
  /** Subjects from the outermost level down to this one. Empty at the root. */
  readonly path: readonly Subject[];
  readonly sum: Sum;
  /** Area: money that can be drawn, 0 for money of unstated size and for money returned. */
  readonly weight: number;
  readonly touches: ReadonlySet<Subject>;
  readonly branches: readonly Branch[];
}

/** A branch with its place. All lengths in pixels; the area of a tile is its weight times one scale. */
export interface Tile {
  readonly branch: Branch;
  readonly depth: number;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Nests groups by their paths. Order within a level is the dataset's, so that no filter moves a tile past another. */
export function treeOf(groups: readonly Group[], card: DatasetCard): Branch {
  return grow([], groups, rankIn(card));
}

function grow(path: readonly Subject[], groups: readonly Group[], rank: Rank): Branch {
  const depth = path.length;
  const children = new Map<Subject, Group[]>();
  for (const group of groups) {
    const subject = group.path[depth];
    if (subject === undefined) continue;
    const members = children.get(subject);
    if (members) members.push(group);
    else children.set(subject, [group]);
  }
  const branches = [...children]
    .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map(([subject, members]) => grow([...path, subject], members, rank));
  let sum = NOTHING;
  const touches = new Set<Subject>();
  for (const group of groups) {
    sum = addSums(sum, group.sum);
    for (const subject of group.touches) touches.add(subject);
  }
  const weight =
    branches.length > 0
      ? branches.reduce((total, branch) => total + branch.weight, 0)
      : Math.max(0, sum.high);
  return { path, sum, weight, touches, branches };
}

type Rank = (subject: Subject) => number;

/** The dataset's order of values; values beyond the ranked ones next, gathered tails last. */
function rankIn(card: DatasetCard): Rank {
  const ranks = new Map<Subject, number>();
  for (const { id, ranked } of card.dimensions) {
    ranked.forEach(({ value }, index) => ranks.set(`${id}:${value}`, index));
  }
  return (subject) =>
    isOther(subject) ? Number.MAX_SAFE_INTEGER : (ranks.get(subject) ?? ranks.size);
}

/** The branch at the end of a zoom path; undefined when the path leads nowhere, or to what has no parts. */
export function zoomed(root: Branch, zoom: readonly string[]): Branch | undefined {
  let branch = root;
  for (const value of zoom) {
    const next = branch.branches.find(({ path }) => {
      const last = path.at(-1);
      return last !== undefined && !isOther(last) && valueOf(last) === value;
    });
    if (!next || next.branches.length === 0) return undefined;
    branch = next;
  }
  return branch;
}

/**
 * Squarified tiles (Bruls, Huizing and van Wijk 2000; d3-hierarchy) that fill the box exactly, with
 * no padding: padding would take more from small tiles than from large ones, and area is money.
 */
export function tilesOf(root: Branch, width: number, height: number): Tile[] {
  const tree = hierarchy(root, ({ branches }) => branches.filter(({ weight }) => weight > 0)).sum(
    ({ branches, weight }) => (branches.length > 0 ? 0 : weight),
  );
  return treemap<Branch>()
    .tile(treemapSquarify)
    .size([width, height])(tree)
    .descendants()
    .filter(({ depth }) => depth > 0)
    .map(({ data, depth, x0, y0, x1, y1 }) => ({ branch: data, depth, x0, y0, x1, y1 }));
}

/** Branches that have no area: of unstated size, or returned. Outermost first. */
export function withoutArea(root: Branch): Branch[] {
  if (root.path.length > 0 && root.weight === 0) return [root];
  return root.branches.flatMap(withoutArea);
}

/** The most telling subject of a branch: its own, the last of its path. */
export function subjectOfBranch({ path }: Branch): Subject {
  return path.at(-1) ?? '';
}
