import type { DatasetCard } from '../model/dataset.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Measure } from '../model/measure.ts';
import { CHAIN_STEP, hasChain, isUnstated } from '../model/dimension.ts';
import { dimensionOf, isOther, valueOf, type Subject } from '../model/subject.ts';
import { NOTHING, type Sum } from '../model/sum.ts';
import { printSum } from './amounts.ts';
import { count, countKind, kindsOf, sentenceCase, shortListOf } from './counts.ts';
import { grouped } from './grouped.ts';
import { countOf, sumWords } from './selection.ts';
import { fractionOf, isEstimate } from './shares.ts';

/** A part of the selection, as a headline weighs it. */
export interface Part {
  readonly subject: Subject;
  readonly sum: Sum;
}

/**
 * The finding, written from the data: who has most of the selected money. `whole` is the sum of
 * the selection, `parts` one entry per value of one dimension, in any order; a filtered selection
 * is named by its sum, the whole file by its money.
 */
export function findingOf(
  parts: readonly Part[],
  whole: Sum,
  measure: Measure,
  filtered: boolean,
): string {
  const kinds = kindsOf(measure.kind);
  const stated = parts
    .filter(({ sum }) => sum.count > 0)
    .sort((a, b) => b.sum.high - a.sum.high || (a.subject < b.subject ? -1 : 1));
  const first = stated.find(isNamed);
  if (!first) return unnamedFinding(parts, whole, measure);
  if (dimensionOf(first.subject) === CHAIN_STEP) {
    return chainFinding(stated, whole, measure, filtered);
  }
  const name = valueOf(first.subject);
  const amount = sentenceCase(printSum({ ...first.sum, unstated: 0 }, measure));
  if (stated.length === 1) return `${amount} ${preposition(first.subject)} ${name}`;
  const most = printSum({ ...first.sum, unstated: 0 }, measure);
  const [largest] = stated.filter(({ subject }) => !isOther(subject));
  if (largest !== first) return `Of what is named, ${name} comes first, with ${most}`;
  if (isEstimate(measure) && first.sum.count === 1) {
    return `${name} is the largest of ${countKind(whole.count, measure.kind)}: ${most}`;
  }
  if (isEstimate(measure) || whole.low <= 0 || whole.returned < 0) {
    return `${name} comes first, with ${most}`;
  }
  if (first.sum.low / whole.low < 0.2) {
    return `No one has a fifth of the ${kinds}: ${name} comes first with ${most}`;
  }
  const isOpen = whole.unstated > 0 || whole.open > 0 || whole.high > whole.low;
  const money = filtered && !isOpen ? printSum(whole, measure) : isOpen ? 'priced money' : 'money';
  return `${sentenceCase(fractionOf(first.sum.low, whole.low))} of the ${money} is ${preposition(first.subject)} ${name}`;
}

/** Of a chain: what goes in at its first step, since the sum of its steps is no money. */
function chainFinding(
  steps: readonly Part[],
  whole: Sum,
  measure: Measure,
  filtered: boolean,
): string {
  if (filtered) {
    const again = steps.length > 1 ? ', counted again at each step' : '';
    return `${sentenceCase(sumWords(whole, measure))}${again}`;
  }
  const earliest = Math.min(...steps.map(stepOf));
  const sum = steps.find((step) => stepOf(step) === earliest)?.sum ?? NOTHING;
  const amount = sentenceCase(printSum({ ...sum, unstated: 0 }, measure));
  return steps.length > 1
    ? `${amount} starts out and is followed through ${steps.length} steps`
    : `${amount} goes from one to the next`;
}

const stepOf = ({ subject }: Part) => Number(/\d+$/.exec(subject)?.[0]);

/** Whether a headline can say whose a part is: neither a gathered tail nor "not stated". */
function isNamed({ subject }: Part): boolean {
  return !isOther(subject) && !isUnstated(valueOf(subject));
}

function unnamedFinding(parts: readonly Part[], whole: Sum, measure: Measure): string {
  if (whole.count > 0) return sentenceCase(sumWords(whole, measure));
  if (whole.unstated === 0) return 'Nothing matches this selection';
  const what = `${countKind(whole.unstated, measure.kind)} of unstated size`;
  const [only] = parts.length === 1 ? parts.filter(isNamed) : [];
  return only ? `${what}: ${valueOf(only.subject)}` : what;
}

function preposition(subject: Subject): string {
  return /^(funder|announced)/.test(dimensionOf(subject)) ? 'from' : 'for';
}

const VERBS = new Map([
  ['commitment', 'committed'],
  ['award', 'awarded'],
  ['grant', 'granted'],
  ['spend', 'spent'],
  ['yearly spend', 'spent'],
  ['payment', 'paid'],
  ['budget', 'budgeted'],
]);

/**
 * What stands under the headline: the sum, and all that is not in it. "At least £6.335bn committed
 * in 9 figures; 1 of unstated size; 3 benefit estimates, 1 market estimate and 1 yearly spend not added." Of
 * a file that is still read, it is what has been read so far.
 */
export function standfirstOf(ledger: Ledger, measure: Measure, card: DatasetCard): string {
  const { shown, filtered, leftOut, unread } = ledger;
  const verb = VERBS.get(measure.kind) ?? `of ${kindsOf(measure.kind)}`;
  const sum = sentenceCase(printSum(shown.sum, measure));
  const parts = [
    shown.rows > 0
      ? `${sum} ${verb} in ${count(shown.rows, 'figure')}${hasChain(card) ? ', counted again at each step' : ''}`
      : 'No figure with a stated size',
  ];
  const unstated = leftOut.find(({ rule }) => rule === 'size not stated');
  if (unstated && unstated.rows > 0) parts.push(`${grouped(unstated.rows)} of unstated size`);
  const others = leftOut
    .filter(({ rule, rows }) => rule === 'another measure' && rows > 0)
    .flatMap((part) => {
      const other = card.measures.find(({ id }) => id === part.measure);
      return other ? [countOf(part.rows, other, card)] : [];
    });
  if (others.length > 0) parts.push(`${shortListOf(others, 'kinds')} not added`);
  if (filtered.rows > 0) parts.push(`${grouped(filtered.rows)} filtered out`);
  if (unread.rows > 0) parts.push(`${grouped(unread.rows)} unread`);
  return `${card.partial ? 'So far: ' : ''}${parts.join('; ')}.`;
}
