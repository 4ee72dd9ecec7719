import { inkOf, inkOfTouches } from '../../drawing/colour.ts';
import type { Ink, Mark } from '../../drawing/drawing.ts';
import { ribbon, round, thread, tornEdge, type Turn } from '../../drawing/geometry.ts';
import { isUnstated } from '../../model/dimension.ts';
import { dimensionOf, isAbsent, isOther, valueOf, type Subject } from '../../model/subject.ts';
import type { PlacedLink, PlacedNode, Ribbons } from '../../shapes/ribbons.ts';
import type { Painting } from '../painting.ts';
import { spokenName, spokenSum } from '../spoken.ts';
import { stretchesOf } from './stretches.ts';
import { throughWords } from './through.ts';

/** Where a stage stands along the flow and where across it begins, in pixels. */
export interface Place {
  readonly turn: Turn;
  readonly along: (stage: number) => number;
  readonly across: number;
}

export const NODE_WIDTH = 10;
/** Thinner marks could not be seen. Their labels give the true amount. */
const HAIRLINE = 1.2;
const UNSTATED_SIZE = 11;
const LINK_OPACITY = 0.34;
const TRACE_OPACITY = 0.85;

/** A node's colour is that of the whole file: it does not change with what is filtered. */
function inkOfNode(node: PlacedNode, { card }: Painting): Ink {
  const { subject, standing } = node.node;
  if (isOther(subject) || isUnstated(valueOf(subject))) return 'grey';
  return dimensionOf(subject) === card.suggested.colour
    ? inkOf(subject, card)
    : inkOfTouches(standing, card);
}

export function nodeMarks(ribbons: Ribbons, place: Place, painting: Painting): Mark[] {
  return ribbons.nodes.flatMap((placed) => {
    const { subject, sum, stage, touches, through } = placed.node;
    const shared = { subjects: [subject], touches };
    const fill = inkOfNode(placed, painting);
    const main = {
      ...shared,
      key: subject,
      label: `${spokenName(subject, painting.gathered, painting.card)}, ${through ? throughWords(through, painting.measure) : spokenSum(sum, painting.base, painting.measure)}`,
      action: isOther(subject)
        ? ({ do: 'open', dimension: dimensionOf(subject) } as const)
        : ({ do: 'filter', subjects: [subject] } as const),
    };
    const along = place.along(stage);
    if (sum.count === 0) {
      const half = UNSTATED_SIZE / 2;
      const middle = Math.max(half, place.across + middleOf(placed));
      const box = boxOf(along, middle - half, UNSTATED_SIZE, place.turn);
      return [{ shape: 'rect', ...main, ...box, fill: 'paper', stroke: fill, dash: '2 2' }];
    }
    const start = place.across + placed.across0;
    const length = Math.max(HAIRLINE, placed.across1 - placed.across0);
    // The first mark is the whole node, the ring of its focus round it; the further ones lie on it.
    const marks = stretchesOf(sum, length).map(({ suffix, texture, ...stretch }): Mark => ({
      shape: 'rect',
      ...(suffix === '' ? main : { ...shared, key: `${subject}${suffix}` }),
      ...boxOf(along, start + stretch.from, suffix ? stretch.length : length, place.turn),
      fill,
      ...(texture ? { texture } : {}),
    }));
    if (sum.open > 0) {
      const torn = boxOf(along, start, length, place.turn);
      const d = tornEdge(torn.x, torn.x + torn.width, torn.y + torn.height);
      marks.push({ shape: 'path', ...shared, key: `${subject} torn`, d, fill });
    }
    return marks;
  });
}

export function linkMarks(ribbons: Ribbons, place: Place, painting: Painting): Mark[] {
  return ribbons.links.flatMap((placed): Mark[] => {
    const { link } = placed;
    const key = linkKey(link.source, link.target);
    const fill = inkOfTouches(link.touches, painting.card);
    const subjects = [link.source, link.target];
    const [from, to] = [
      spokenName(link.source, painting.gathered, painting.card),
      spokenName(link.target, painting.gathered, painting.card),
    ];
    const main = {
      subjects,
      touches: link.touches,
      key,
      depth: 1,
      label: `${from} to ${to}, ${spokenSum(link.sum, painting.base, painting.measure)}`,
      ...(subjects.some(isOther) ? {} : { action: { do: 'filter', subjects } as const }),
    };
    if (placed.width === 0) {
      const d = thread(...ends(placed, 0, place), place.turn);
      const dash = link.sum.count === 0 ? ({ dash: '1.5 3' } as const) : {};
      return [{ shape: 'path', ...main, d, stroke: fill, strokeWidth: 1.5, ...dash }];
    }
    const width = Math.max(HAIRLINE, placed.width);
    return stretchesOf(link.sum, width).map(({ suffix, from: offset, length, texture }) => ({
      shape: 'path',
      ...(suffix === '' ? main : { key: `${key}${suffix}`, subjects, touches: link.touches }),
      d: ribbon(...ends(placed, offset, place), length, place.turn),
      fill,
      ...(texture ? { texture } : { fillOpacity: LINK_OPACITY }),
    }));
  });
}

/** A ribbon per path of real rows, inside the link it is part of: shown where its subjects are pointed at. */
export function traceMarks(ribbons: Ribbons, place: Place, painting: Painting): Mark[] {
  return ribbons.links.flatMap((placed) => {
    let offset = 0;
    return placed.link.paths.flatMap((path, index): Mark[] => {
      const width = placed.width * (path.weight / Math.max(1, placed.link.weight));
      const [start, end] = ends(placed, offset, place);
      offset += width;
      if (path.weight === 0) return [];
      return [
        {
          shape: 'path',
          key: `${linkKey(placed.link.source, placed.link.target)} path ${index}`,
          subjects: path.subjects.filter((subject) => !isAbsent(subject)),
          touches: path.touches,
          d: ribbon(start, end, Math.max(HAIRLINE, width), place.turn),
          fill: inkOfTouches(path.touches, painting.card),
          fillOpacity: TRACE_OPACITY,
        },
      ];
    });
  });
}

/** Every node with the links that leave it: the picture from its first stage to its last. */
export function readingOrder({ nodes, links }: Ribbons): string[] {
  return nodes.flatMap(({ node }) => [
    node.subject,
    ...links
      .filter(({ link }) => link.source === node.subject)
      .map(({ link }) => linkKey(link.source, link.target)),
  ]);
}

function linkKey(source: Subject, target: Subject): string {
  return `${source} → ${target}`;
}

function ends(
  { link, source, target, source0, target0 }: PlacedLink,
  offset: number,
  place: Place,
) {
  const from = source.node.weight > 0 ? source0 : middleOf(source);
  const to = target.node.weight > 0 ? target0 : middleOf(target);
  return [
    { along: place.along(link.stage) + NODE_WIDTH, across: place.across + from + offset },
    { along: place.along(link.to), across: place.across + to + offset },
  ] as const;
}

/** Where a node without weight is drawn, whatever room the layout gave it. */
function middleOf({ across0, across1 }: PlacedNode): number {
  return (across0 + across1) / 2;
}

function boxOf(along: number, across: number, length: number, turn: Turn) {
  const [x, y] = turn(along, across);
  const [width, height] = turn(NODE_WIDTH, length);
  return { x: round(x), y: round(y), width: round(width), height: round(height) };
}
