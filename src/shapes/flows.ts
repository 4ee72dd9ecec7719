import type { Money } from '../model/money.ts';
import type { Group, GroupsAnswer } from '../model/question.ts';
import { isAbsent, isOther, type Subject } from '../model/subject.ts';
import { addSums, NOTHING, type Sum } from '../model/sum.ts';

export interface FlowNode {
  readonly subject: Subject;
  readonly stage: number;
  /** Of a node of a chain that passes money on, the larger of what comes in and what goes out. */
  readonly sum: Sum;
  readonly weight: number;
  readonly through?: Through;
  readonly touches: ReadonlySet<Subject>;
  /** What it touches in the whole dataset, whatever is filtered. */
  readonly standing: ReadonlySet<Subject>;
}

/** What comes into a node of a chain and what goes out, in rows of their own: no row says which is which. */
export interface Through {
  readonly in: Sum;
  readonly out: Sum;
}

/** The rows that go through exactly these nodes, one per stage; in a chain, from one to the next. */
export interface FlowPath {
  readonly subjects: readonly Subject[];
  readonly sum: Sum;
  readonly weight: number;
  readonly touches: ReadonlySet<Subject>;
}

export interface FlowLink {
  readonly source: Subject;
  readonly target: Subject;
  readonly stage: number;
  /** The stage of the target: the next, unless a chain leaves some out. */
  readonly to: number;
  readonly sum: Sum;
  readonly weight: number;
  readonly touches: ReadonlySet<Subject>;
  /** The paths of real rows that make up the link, in the order of the nodes they come from. */
  readonly paths: readonly FlowPath[];
}

export interface Flows {
  readonly stages: readonly (readonly FlowNode[])[];
  readonly links: readonly FlowLink[];
}

/** What a sum is made of, each part as wide in a ribbon as its money. */
export interface Widths {
  /** Up to the low end. */
  readonly sure: Money;
  /** From the low end to the high end. */
  readonly range: Money;
  /** What was returned. */
  readonly returned: Money;
}

/**
 * Money received and money returned lie side by side and do not cancel out, so that a ribbon is as
 * wide as its paths together, however rows are grouped.
 */
export function widthsOf({ low, high, returned }: Sum): Widths {
  return { sure: low - returned, range: Math.max(0, high - low), returned: -returned };
}

/** Money that a ribbon is wide. */
export function weightOf(sum: Sum): Money {
  const { sure, range, returned } = widthsOf(sum);
  return sure + range + returned;
}

/**
 * Stages of nodes and the links between neighbouring stages. `standing` is the same question asked
 * of the whole dataset: it decides the order, so that a filter never makes a node jump. The `anchor`
 * stage stands heaviest first and the others follow it.
 */
export function flowsOf(
  answer: GroupsAnswer,
  standing: GroupsAnswer,
  stages: number,
  anchor: number,
): Flows {
  const inAll = touchesBySubject(standing.groups);
  const order = nodeOrder(standing.groups, answer.groups, stages, anchor);
  const paths = [...answer.groups]
    .map((group): FlowPath => ({
      subjects: group.path,
      sum: group.sum,
      weight: weightOf(group.sum),
      touches: new Set(group.touches),
    }))
    .sort((a, b) => byPlace(a.subjects, b.subjects, order));
  const columns = Array.from({ length: stages }, (_, stage) =>
    gather(
      paths.filter(({ subjects }) => isPresent(subjects[stage])),
      (path) => path.subjects[stage] ?? '',
    )
      .map(([subject, members]) => {
        const all = throughNode(members, stage);
        return { subject, stage, ...all, standing: inAll.get(subject) ?? all.touches };
      })
      .sort((a, b) => placeOf(a.subject, order) - placeOf(b.subject, order)),
  );
  const links = Array.from({ length: stages - 1 }, (_, stage) =>
    gather(
      paths.filter(({ subjects }) => isPresent(subjects[stage]) && nextFrom(subjects, stage) >= 0),
      ({ subjects }) => `${subjects[stage]}\n${subjects[nextFrom(subjects, stage)]}`,
    ).map(([, members]): FlowLink => {
      const subjects = members[0]?.subjects ?? [];
      const to = nextFrom(subjects, stage);
      return {
        source: subjects[stage] ?? '',
        target: subjects[to] ?? '',
        stage,
        to,
        ...together(members),
        paths: members,
      };
    }),
  ).flat();
  return { stages: columns, links };
}

/** What each node of the whole dataset touches. */
function touchesBySubject(groups: readonly Group[]): Map<Subject, Set<Subject>> {
  const found = new Map<Subject, Set<Subject>>();
  for (const { path, touches } of groups) {
    for (const node of path) {
      const touched = found.get(node) ?? new Set();
      for (const subject of touches) touched.add(subject);
      found.set(node, touched);
    }
  }
  return found;
}

function isPresent(subject: Subject | undefined): subject is Subject {
  return subject !== undefined && !isAbsent(subject);
}

/** The next stage after one, or before it, in which a path has a node; -1 when there is none. */
function nextFrom(subjects: readonly Subject[], stage: number, way: 1 | -1 = 1): number {
  for (let at = stage + way; at >= 0 && at < subjects.length; at += way) {
    if (isPresent(subjects[at])) return at;
  }
  return -1;
}

/**
 * The sum of a node. Rows of a chain either come in or go out, and the same money must not be added
 * to itself: the node is as wide as the wider of the two.
 */
function throughNode(members: readonly FlowPath[], stage: number) {
  const ins = members.filter(({ subjects }) => nextFrom(subjects, stage, -1) >= 0);
  const outs = members.filter(({ subjects }) => nextFrom(subjects, stage) >= 0);
  const all = together(members);
  if (ins.length === members.length || outs.length === members.length) return all;
  const [into, out] = [together(ins), together(outs)];
  const { sum, weight } = into.weight >= out.weight ? into : out;
  return { ...all, sum, weight, through: { in: into.sum, out: out.sum } };
}

function together(paths: readonly FlowPath[]) {
  let sum = NOTHING;
  let weight = 0;
  const touches = new Set<Subject>();
  for (const path of paths) {
    sum = addSums(sum, path.sum);
    weight += path.weight;
    for (const subject of path.touches) touches.add(subject);
  }
  return { sum, weight, touches };
}

function gather<Item>(items: readonly Item[], keyOf: (item: Item) => string): [string, Item[]][] {
  const found = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const members = found.get(key);
    if (members) members.push(item);
    else found.set(key, [item]);
  }
  return [...found.entries()];
}

type Order = ReadonlyMap<Subject, number>;

function placeOf(subject: Subject, order: Order): number {
  return order.get(subject) ?? Number.MAX_SAFE_INTEGER;
}

function byPlace(a: readonly Subject[], b: readonly Subject[], order: Order): number {
  for (let stage = 0; stage < a.length; stage++) {
    const difference = placeOf(a[stage] ?? '', order) - placeOf(b[stage] ?? '', order);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * Where each node stands in its stage: the anchor's heaviest first; every other stage follows its neighbour towards the anchor by the weighted mean of the
 * places its money goes to (Sugiyama's barycentre, one pass each way), so that few ribbons cross.
 * The gathered tail stands last. Nodes only the filtered answer has come after those of the whole.
 */
function nodeOrder(
  standing: readonly Group[],
  selected: readonly Group[],
  stages: number,
  anchor: number,
): Order {
  const known = new Set(standing.flatMap((group) => group.path));
  const extra = selected.filter((group) => group.path.some((subject) => !known.has(subject)));
  const groups = [...standing, ...extra];
  const weights = Array.from({ length: stages }, (_, stage) => {
    const weight = new Map<Subject, number>();
    for (const { path, sum } of groups) {
      const subject = path[stage];
      if (!isPresent(subject)) continue;
      weight.set(subject, (weight.get(subject) ?? 0) + weightOf(sum));
    }
    return weight;
  });
  const place = new Map<Subject, number>();
  const settle = (stage: number, mean: ReadonlyMap<Subject, number>) => {
    const weight = weights[stage] ?? new Map<Subject, number>();
    [...weight.keys()]
      .sort(
        (a, b) =>
          Number(isOther(a)) - Number(isOther(b)) ||
          Number(!known.has(a)) - Number(!known.has(b)) ||
          (mean.get(a) ?? 0) - (mean.get(b) ?? 0) ||
          (weight.get(b) ?? 0) - (weight.get(a) ?? 0) ||
          (a < b ? -1 : 1),
      )
      .forEach((subject, index) => place.set(subject, index));
  };
  settle(anchor, new Map());
  for (let stage = anchor - 1; stage >= 0; stage--)
    settle(stage, meanPlaces(groups, stage, stage + 1, place));
  for (let stage = anchor + 1; stage < stages; stage++)
    settle(stage, meanPlaces(groups, stage, stage - 1, place));
  return place;
}

/** Weighted mean place of what each node of `stage` is linked with in or beyond stage `towards`. */
function meanPlaces(
  groups: readonly Group[],
  stage: number,
  towards: number,
  place: Order,
): Map<Subject, number> {
  const totals = new Map<Subject, { weight: number; moment: number }>();
  for (const { path, sum } of groups) {
    const subject = path[stage];
    const neighbour = nextFrom(path, stage, towards < stage ? -1 : 1);
    if (!isPresent(subject) || neighbour < 0) continue;
    // One unit more than the money, so that figures of unstated size have a place too.
    const weight = weightOf(sum) + 1;
    const total = totals.get(subject) ?? { weight: 0, moment: 0 };
    total.weight += weight;
    total.moment += weight * (place.get(path[neighbour] ?? '') ?? 0);
    totals.set(subject, total);
  }
  return new Map([...totals].map(([subject, { weight, moment }]) => [subject, moment / weight]));
}
