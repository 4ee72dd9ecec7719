import type { Money } from '../model/money.ts';
import type { Group, GroupsAnswer } from '../model/question.ts';
import { isOther, type Subject } from '../model/subject.ts';
import { addSums, NOTHING, type Sum } from '../model/sum.ts';

export interface FlowNode {
  readonly subject: Subject;
  readonly stage: number;
  readonly sum: Sum;
  readonly weight: number;
  readonly touches: ReadonlySet<Subject>;
  /** What it touches in the whole dataset, whatever is filtered. */
  readonly standing: ReadonlySet<Subject>;
}

/** The rows that go through exactly these nodes, one per stage. */
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
    gather(paths, (path) => path.subjects[stage] ?? '')
      .map(([subject, members]) => {
        const all = together(members);
        return { subject, stage, ...all, standing: inAll.get(subject) ?? all.touches };
      })
      .sort((a, b) => placeOf(a.subject, order) - placeOf(b.subject, order)),
  );
  const links = Array.from({ length: stages - 1 }, (_, stage) =>
    gather(paths, (path) => `${path.subjects[stage]}\n${path.subjects[stage + 1]}`).map(
      ([, members]): FlowLink => ({
        source: members[0]?.subjects[stage] ?? '',
        target: members[0]?.subjects[stage + 1] ?? '',
        stage,
        ...together(members),
        paths: members,
      }),
    ),
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
      const subject = path[stage] ?? '';
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

/** Weighted mean place, in stage `towards`, of what each node of `stage` is linked with. */
function meanPlaces(
  groups: readonly Group[],
  stage: number,
  towards: number,
  place: Order,
): Map<Subject, number> {
  const totals = new Map<Subject, { weight: number; moment: number }>();
  for (const { path, sum } of groups) {
    const subject = path[stage] ?? '';
    // One unit more than the money, so that figures of unstated size have a place too.
    const weight = weightOf(sum) + 1;
    const total = totals.get(subject) ?? { weight: 0, moment: 0 };
    total.weight += weight;
    total.moment += weight * (place.get(path[towards] ?? '') ?? 0);
    totals.set(subject, total);
  }
  return new Map([...totals].map(([subject, { weight, moment }]) => [subject, moment / weight]));
}
