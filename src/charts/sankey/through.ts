import { isChainStage } from '../../model/dimension.ts';
import type { Measure } from '../../model/measure.ts';
import { isOther, valueOf } from '../../model/subject.ts';
import { totalOf } from '../../model/sum.ts';
import type { Flows, Through } from '../../shapes/flows.ts';
import { printMoney, printSum } from '../../words/amounts.ts';
import type { Painting } from '../painting.ts';

/** What stands beside a node that passes money on: one amount when as much goes out as came in. */
export function throughAmount({ in: into, out }: Through, measure: Measure): string {
  const [came, went] = [printSum(into, measure), printSum(out, measure)];
  return came === went ? came : `${came} in, ${went} out`;
}

/** The same aloud, with the difference and how far a flow can be followed. */
export function throughWords(through: Through, measure: Measure): string {
  const { in: into, out } = through;
  const isExact = [into, out].every(({ low, high }) => low === high);
  const difference = into.low - out.low;
  const more = difference > 0 ? 'more in than out' : 'more out than in';
  const told = [
    `${printSum(into, measure)} in`,
    `${printSum(out, measure)} out`,
    ...(isExact && difference !== 0
      ? [`${printMoney(Math.abs(difference), measure)} ${more}`]
      : []),
  ];
  return `${told.join(', ')}; a flow cannot be traced beyond here`;
}

/** What must be said of a chain of flows, so that nobody adds its steps together. */
export function chainNotes({ stages, links }: Flows, { view, measure }: Painting): string[] {
  if (!view.stages.some(isChainStage)) return [];
  const nodes = stages.flat();
  const reached = new Set(links.map(({ target }) => target));
  const starting = links.filter(({ source }) => !reached.has(source)).map(({ sum }) => sum);
  const notes = [
    `Each row is one step: ${printSum(totalOf(starting), measure)} starts here, and the sum of all rows counts it again at each step.`,
  ];
  if (nodes.some(({ through }) => through)) {
    notes.push(
      'No row says which of the money that comes into a name goes where: a flow cannot be traced beyond it.',
    );
  }
  const names = nodes.flatMap(({ subject }) => (isOther(subject) ? [] : [valueOf(subject)]));
  if (new Set(names).size < names.length) {
    notes.push('Money that goes in a circle ends at a second mark of the same name.');
  }
  return notes;
}
