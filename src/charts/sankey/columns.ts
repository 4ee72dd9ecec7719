import type { Frame } from '../../drawing/drawing.ts';
import { textWidth } from '../../drawing/text.ts';
import type { Flows, FlowNode } from '../../shapes/flows.ts';
import { labelOf } from '../../words/selection.ts';
import type { Painting } from '../painting.ts';
import { AWAY, HEADING, SIZE, wordsOf, wordsWidth } from './beside.ts';
import { NODE_WIDTH } from './marks.ts';

/** No side's labels take more than this part of the width; longer names are shortened. */
const MOST = 0.25;
/** Where names are to be whole, this part of the width stays ribbons alone, shared by the steps. */
const BARE = 0.16;
/** Between the outermost labels and the edge. */
const EDGE = 2;

/** Where the stages stand from left to right, and how much room a label beside each has. */
export interface Columns {
  readonly at: readonly number[];
  readonly room: readonly number[];
}

/** Sets the columns of a frame: equal steps, or, where names are to be whole, as these need. */
export function columnsOf(flows: Flows, painting: Painting, frame: Frame): Columns {
  const at = (frame.whole ? wholeColumns : evenColumns)(flows, painting, frame.width);
  const room = at.map((left, stage) => {
    if (stage === 0) return left - AWAY;
    const next = at[stage + 1];
    const right = left + NODE_WIDTH + AWAY;
    return next === undefined ? frame.width - right : next - AWAY - right;
  });
  return { at, room };
}

/** Amounts at the sides are never cut. */
function evenColumns({ stages }: Flows, painting: Painting, width: number): number[] {
  const side = (nodes: readonly FlowNode[] | undefined) => {
    const words = (nodes ?? []).map((node) => wordsOf(node, painting));
    const widest = Math.max(0, ...words.map((each) => wordsWidth(each, SIZE)));
    const amounts = words.map((each) => wordsWidth({ ...each, name: '' }, SIZE));
    return Math.max(Math.min(widest, width * MOST), ...amounts) + AWAY + EDGE;
  };
  const left = side(stages[0]);
  const step = (width - left - side(stages.at(-1)) - NODE_WIDTH) / (stages.length - 1);
  return stages.map((_, stage) => left + stage * step);
}

/**
 * Names come first, those of all stages alike; amounts get what they leave. Labels of the stages in
 * between stand on the ribbons that leave them, so only the first step has to be kept bare.
 */
function wholeColumns({ stages }: Flows, painting: Painting, width: number): number[] {
  const steps = stages.length - 1;
  const bare = (width * BARE) / steps;
  const aside = stages.map((_, stage) => (stage % steps === 0 ? AWAY + EDGE : 2 * AWAY));
  const room = width - bare - sumOf(aside) - stages.length * NODE_WIDTH;
  const words = stages.map((nodes) => nodes.map((node) => wordsOf(node, painting)));
  const widest = (part: { amount?: string }) =>
    words.map((each) => Math.max(0, ...each.map((one) => wordsWidth({ ...one, ...part }, SIZE))));
  const headings = painting.view.stages.map((id) => textWidth(labelOf(id, painting.card), HEADING));
  const names = shared(
    widest({ amount: '' }).map((name, stage) => Math.max(name, headings[stage] ?? 0)),
    room,
  );
  const amounts = shared(
    widest({}).map((both, stage) => Math.max(0, both - (names[stage] ?? 0))),
    room - sumOf(names),
  );
  const labels = aside.map((away, stage) => away + (names[stage] ?? 0) + (amounts[stage] ?? 0));
  const rest = (width - bare - sumOf(labels) - stages.length * NODE_WIDTH) / steps;
  let at = labels[0] ?? 0;
  return stages.map((_, stage) => {
    if (stage > 0) at += NODE_WIDTH + rest + (stage === 1 ? bare : (labels[stage - 1] ?? 0));
    return at;
  });
}

/** Shares `room` among those that want of it: nobody gets more, and who wants most goes short first. */
function shared(wanted: readonly number[], room: number): number[] {
  let left = room;
  let most = Infinity;
  for (const [at, want] of wanted.toSorted((a, b) => a - b).entries()) {
    const fair = left / (wanted.length - at);
    if (want > fair) {
      most = fair;
      break;
    }
    left -= want;
  }
  return wanted.map((want) => Math.min(want, most));
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
