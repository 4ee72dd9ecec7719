import type { Frame, Mark, TextMark } from '../../drawing/drawing.ts';
import type { Painting } from '../painting.ts';
import { round } from '../../drawing/geometry.ts';
import { fits, shorten, textWidth } from '../../drawing/text.ts';
import type { Flows, FlowNode } from '../../shapes/flows.ts';
import type { PlacedNode, Ribbons } from '../../shapes/ribbons.ts';
import { printSum } from '../../words/amounts.ts';
import { labelOf } from '../../words/selection.ts';
import { NODE_WIDTH, type Place } from './marks.ts';
import { nameOf } from '../spoken.ts';
import { throughAmount } from './through.ts';

const SIZE = 13;
const LINE = 17;
const AWAY = 7;
const BETWEEN = 5;
/** No side's labels take more than this part of the width; longer names are shortened. */
const MOST = 0.25;
/** Where names are to be whole, this much is for the names of a side, and that for labels of all stages. */
const MOST_NAMES = 0.42;
const MOST_SHARED = 0.85;

interface Words {
  readonly name: string;
  readonly amount: string;
}

export function wordsOf(node: FlowNode, { gathered, measure }: Painting): Words {
  const { subject, sum, through } = node;
  return {
    name: nameOf(subject, gathered),
    amount: through ? throughAmount(through, measure) : printSum(sum, measure),
  };
}

export function wordsWidth({ name, amount }: Words, size: number): number {
  return (textWidth(name, size) + textWidth(amount, size, true)) * 1.04 + BETWEEN;
}

/** The words shortened, name first, to stand in `width` px. */
export function wordsWithin(words: Words, size: number, width: number): Words {
  const room = width - BETWEEN - textWidth(words.amount, size, true) * 1.04;
  return { ...words, name: shorten(words.name, size, false, room) };
}

/** Name and amount as two texts side by side, from the left edge `x`; an empty one is left out. */
export function wordMarks(
  node: FlowNode,
  words: Words,
  x: number,
  y: number,
  size: number,
): TextMark[] {
  const shared = {
    shape: 'text',
    subjects: [node.subject],
    touches: node.touches,
    y: round(y),
    size,
    fill: 'ink',
    halo: true,
  } as const;
  const amountX = words.name ? x + textWidth(words.name, size) + BETWEEN : x;
  return [
    ...(words.name
      ? [{ ...shared, key: `${node.subject} name`, x: round(x), text: words.name }]
      : []),
    ...(words.amount
      ? [
          {
            ...shared,
            key: `${node.subject} amount`,
            x: round(amountX),
            text: words.amount,
            bold: true,
          },
        ]
      : []),
  ];
}

/** Room at both sides for the labels of the first and the last stage; amounts are never cut. */
export function sideMargins(flows: Flows, painting: Painting, { width, whole }: Frame) {
  const shared = Math.min(MOST_NAMES, MOST_SHARED / flows.stages.length);
  const most = width * (whole ? Math.max(MOST, shared) : MOST);
  const room = (nodes: readonly FlowNode[] | undefined) => {
    const words = (nodes ?? []).map((node) => wordsOf(node, painting));
    const widest = (part: Partial<Words>) =>
      Math.max(0, ...words.map((each) => wordsWidth({ ...each, ...part }, SIZE)));
    const names = whole ? Math.min(widest({ amount: '' }), width * MOST_NAMES) : 0;
    return Math.max(Math.min(widest({}), most), names, widest({ name: '' })) + AWAY + 2;
  };
  return { left: room(flows.stages[0]), right: room(flows.stages.at(-1)) };
}

/** Labels beside the nodes and a heading over each stage. */
export function besideLabels(
  ribbons: Ribbons,
  place: Place,
  painting: Painting,
  { width, whole = false }: Frame,
): Mark[] {
  const last = painting.view.stages.length - 1;
  const step = place.along(1) - place.along(0) - NODE_WIDTH;
  const labels = ribbons.nodes.flatMap((placed) =>
    labelMarks(placed, placed.node.stage, place, painting, { last, step, width, isWhole: whole }),
  );
  return [...headings(place, painting, last), ...labels];
}

function labelMarks(
  placed: PlacedNode,
  stage: number,
  place: Place,
  painting: Painting,
  room: { last: number; step: number; width: number; isWhole: boolean },
): TextMark[] {
  const along = place.along(stage);
  const isFirst = stage === 0;
  const free = isFirst
    ? along - AWAY
    : stage === room.last
      ? room.width - along - NODE_WIDTH - AWAY
      : room.step - 2 * AWAY;
  const whole = wordsOf(placed.node, painting);
  const words = wordsWithin(whole, SIZE, free);
  const left = (taken: number) => (isFirst ? along - AWAY - taken : along + NODE_WIDTH + AWAY);
  const y = place.across + (placed.across0 + placed.across1) / 2 + SIZE * 0.36;
  if (words.name !== whole.name && placed.across1 - placed.across0 >= 2 * LINE) {
    // A tall node has room for its name and its amount on lines of their own; an amount that would
    // run into the next stage is left to the table.
    const name = shorten(whole.name, SIZE, false, free);
    const amount = !room.isWhole || fits(whole.amount, SIZE, true, free) ? whole.amount : '';
    const line = amount ? LINE / 2 : 0;
    return [
      ...wordMarks(placed.node, { name, amount: '' }, left(textWidth(name, SIZE)), y - line, SIZE),
      ...wordMarks(
        placed.node,
        { name: '', amount },
        left(textWidth(amount, SIZE, true)),
        y + line,
        SIZE,
      ),
    ];
  }
  // Half a name says less than a whole one without its amount, which stands in the table too.
  const isStump = room.isWhole
    ? words.name !== whole.name
    : words.name.length <= whole.name.length / 2;
  const set =
    isStump && fits(whole.name, SIZE, false, free) ? { name: whole.name, amount: '' } : words;
  const between = set.name && set.amount ? BETWEEN : 0;
  const taken = textWidth(set.name, SIZE) + between + textWidth(set.amount, SIZE, true);
  return wordMarks(placed.node, set, left(taken), y, SIZE);
}

function headings(place: Place, { view, card }: Painting, last: number): TextMark[] {
  return view.stages.map((dimension, stage) => ({
    shape: 'text',
    key: `stage ${dimension}`,
    subjects: [],
    x: round(place.along(stage) + (stage === 0 ? NODE_WIDTH : 0)),
    y: 12,
    text: labelOf(dimension, card),
    size: 12,
    fill: 'quiet',
    anchor: stage === 0 && last > 0 ? 'end' : 'start',
  }));
}
