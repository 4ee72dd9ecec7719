import type { Mark, TextMark } from '../../drawing/drawing.ts';
import type { Painting } from '../painting.ts';
import { round } from '../../drawing/geometry.ts';
import { fits, shorten, textWidth } from '../../drawing/text.ts';
import type { FlowNode } from '../../shapes/flows.ts';
import type { PlacedNode, Ribbons } from '../../shapes/ribbons.ts';
import { printSum } from '../../words/amounts.ts';
import { labelOf } from '../../words/selection.ts';
import type { Columns } from './columns.ts';
import { NODE_WIDTH, type Place } from './marks.ts';
import { nameOf } from '../spoken.ts';
import { throughAmount } from './through.ts';

/** The type of labels and of the headings over them. */
export const SIZE = 13;
export const HEADING = 12;
/** Between a node and its label. */
export const AWAY = 7;
const LINE = 17;
const BETWEEN = 5;

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

/** Labels beside the nodes and a heading over each stage. */
export function besideLabels(
  ribbons: Ribbons,
  place: Place,
  painting: Painting,
  { room }: Columns,
  isWhole: boolean,
): Mark[] {
  const last = painting.view.stages.length - 1;
  const labels = ribbons.nodes.flatMap((placed) =>
    labelMarks(placed, place, painting, room[placed.node.stage] ?? 0, isWhole),
  );
  return [...headings(place, painting, last), ...labels];
}

/** A label in `free` px. */
function labelMarks(
  placed: PlacedNode,
  place: Place,
  painting: Painting,
  free: number,
  isWhole: boolean,
): TextMark[] {
  const { stage } = placed.node;
  const along = place.along(stage);
  const whole = wordsOf(placed.node, painting);
  const words = wordsWithin(whole, SIZE, free);
  const left = (taken: number) => (stage === 0 ? along - AWAY - taken : along + NODE_WIDTH + AWAY);
  const y = place.across + (placed.across0 + placed.across1) / 2 + SIZE * 0.36;
  if (words.name !== whole.name && placed.across1 - placed.across0 >= 2 * LINE) {
    // A tall node has room for its name and its amount on lines of their own; an amount that would
    // run into the next stage is left to the table.
    const name = shorten(whole.name, SIZE, false, free);
    const amount = !isWhole || fits(whole.amount, SIZE, true, free) ? whole.amount : '';
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
  const isStump = isWhole
    ? words.name !== whole.name
    : words.name.length <= whole.name.length / 2 && fits(whole.name, SIZE, false, free);
  const set = isStump ? { name: shorten(whole.name, SIZE, false, free), amount: '' } : words;
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
    size: HEADING,
    fill: 'quiet',
    anchor: stage === 0 && last > 0 ? 'end' : 'start',
  }));
}
