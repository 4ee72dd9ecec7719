import type { Mark } from '../../drawing/drawing.ts';
import type { Painting } from '../painting.ts';
import { round } from '../../drawing/geometry.ts';
import { placeCallouts, type PlacedCallout } from '../../shapes/callouts.ts';
import type { PlacedNode, Ribbons } from '../../shapes/ribbons.ts';
import { labelOf } from '../../words/selection.ts';
import { wordMarks, wordsOf, wordsWidth, wordsWithin } from './beside.ts';
import { NODE_WIDTH } from './marks.ts';

const SIZE = 12;
const LINE = 17;
/** Between a row of nodes and its nearest line of labels. */
const AWAY = 5;
/** What a band of ribbons needs beyond its lines of labels. */
const BAND = 90;
const HEADING = 18;
/** A label that was given just its room must not be found too wide for it. */
const ROUNDING = 0.01;

interface Row {
  readonly stage: number;
  readonly labels: readonly {
    readonly placed: PlacedNode;
    readonly callout: PlacedCallout;
    readonly x: number;
  }[];
  readonly lines: number;
}

export interface CalloutRows {
  readonly rows: readonly Row[];
  /** Top of each stage's row of nodes. */
  readonly starts: readonly number[];
  readonly height: number;
}

/** Works out how many lines of labels each row of nodes needs, and so where every row stands. */
export function calloutRows(ribbons: Ribbons, painting: Painting, width: number): CalloutRows {
  const last = painting.view.stages.length - 1;
  const rows = painting.view.stages.map((_, stage): Row => {
    const nodes = ribbons.nodes.filter(({ node }) => node.stage === stage);
    const wanted = nodes.map((placed) => ({
      x: leaderOf(placed),
      width: Math.min(width, wordsWidth(wordsOf(placed.node, painting), SIZE)),
      from: placed.across0,
      to: placed.across1,
    }));
    const callouts = placeCallouts(wanted, width);
    const labels = nodes.flatMap((placed, index) => {
      const callout = callouts[index];
      const x = wanted[index]?.x;
      return callout && x !== undefined ? [{ placed, callout, x }] : [];
    });
    return { stage, labels, lines: Math.max(0, ...callouts.map(({ line }) => line + 1)) };
  });
  const starts: number[] = [];
  let y = HEADING;
  for (const { stage, lines } of rows) {
    const room = lines * LINE + AWAY;
    if (stage === 0) y += room;
    starts.push(y);
    y += NODE_WIDTH + (stage === 0 ? 0 : room) + (stage === last ? 4 : BAND);
  }
  return { rows, starts, height: Math.ceil(y) };
}

/** The leader of a wide node starts near its left end, that of a narrow one at its middle. */
function leaderOf({ across0, across1 }: PlacedNode): number {
  return across1 - across0 > 24 ? across0 + 4 : (across0 + across1) / 2;
}

/** Labels on their lines, each with a leader to its node; the first stage has them above. */
export function calloutLabels(
  { rows, starts }: CalloutRows,
  painting: Painting,
  width: number,
): Mark[] {
  return rows.flatMap(({ stage, labels }): Mark[] => {
    const start = starts[stage] ?? 0;
    const above = stage === 0;
    const edge = above ? start : start + NODE_WIDTH;
    const marks = labels.map(({ placed, callout, x }) => {
      const room = width - callout.x0 + ROUNDING;
      const words = wordsWithin(wordsOf(placed.node, painting), SIZE, room);
      const middle = (callout.line + 0.5) * LINE + AWAY;
      const y = (above ? edge - middle : edge + middle) + SIZE * 0.36;
      const leader: Mark = {
        shape: 'line',
        key: `${placed.node.subject} leader`,
        subjects: [placed.node.subject],
        touches: placed.node.touches,
        x0: round(x),
        x1: round(x),
        y0: round(edge),
        y1: round(above ? y + 3 : y - SIZE + 1),
        stroke: 'quiet',
      };
      return { leader, words: wordMarks(placed.node, words, callout.x0, y, SIZE) };
    });
    const heading: Mark = {
      shape: 'text',
      key: `stage ${stage}`,
      subjects: [],
      x: 0,
      y: above ? 12 : round(start - 6),
      text: labelOf(painting.view.stages[stage] ?? '', painting.card),
      size: 12,
      fill: 'quiet',
      halo: true,
    };
    return [heading, ...marks.map(({ leader }) => leader), ...marks.flatMap(({ words }) => words)];
  });
}
