import type { DatasetCard } from '../model/dataset.ts';
import type { Filter } from '../model/filter.ts';
import type { Measure } from '../model/measure.ts';
import type { Sum } from '../model/sum.ts';
import { printMoney, printSum } from './amounts.ts';
import { count, countKind, kindsOf, sentenceCase } from './counts.ts';
import { printPeriod } from './periods.ts';

/** The measure as a subject of sentences: "commitments", "benefit estimates in USD". */
export function measureWords(measure: Measure, card: DatasetCard): string {
  const kind = kindsOf(measure.kind);
  const currencies = new Set(card.measures.map(({ currency }) => currency));
  return currencies.size > 1 ? `${kind} in ${measure.currency}` : kind;
}

/** "92 awards in EUR", "1 yearly spend": figures of a measure counted, told apart from those of others. */
export function countOf(rows: number, measure: Measure, card: DatasetCard): string {
  const same = card.measures.filter(({ kind }) => kind === measure.kind);
  const currency = same.some((other) => other.currency !== measure.currency)
    ? ` in ${measure.currency}`
    : '';
  const basis = same.some((other) => other.basis !== measure.basis) ? ` (${measure.basis})` : '';
  return `${countKind(rows, measure.kind)}${currency}${basis}`;
}

/** A dimension as a reader sees it: the file's header, as words in sentence case. */
export function labelOf(dimension: string, card: DatasetCard): string {
  const label = card.dimensions.find(({ id }) => id === dimension)?.label ?? dimension;
  return sentenceCase(label.replaceAll('_', ' '));
}

/** One clause in words: "Transport or Energy", "announced at Budget 2016", "between £1m and £5m". */
export function clauseWords(filter: Filter, card: DatasetCard, measure: Measure): string {
  switch (filter.on) {
    case 'values': {
      const values = filter.among.join(' or ');
      const speaksForItself =
        filter.dimension === card.suggested.colour || filter.dimension === 'title';
      return speaksForItself
        ? values
        : `${labelOf(filter.dimension, card).toLowerCase()} ${values}`;
    }
    case 'period':
      return `whole sums of figures that run in ${printPeriod(filter.within)}`;
    case 'amount': {
      const { from, to } = filter;
      if (from !== null && to !== null)
        return `between ${printMoney(from, measure)} and ${printMoney(to, measure)}`;
      return from !== null
        ? `from ${printMoney(from, measure)}`
        : `up to ${printMoney(to ?? 0, measure)}`;
    }
    case 'text':
      return `mentioning “${filter.matches}”`;
  }
}

/** The selection as one sentence: "Commitments, Transport: £680m in 3 figures". */
export function selectionSentence(
  filters: readonly Filter[],
  measure: Measure,
  sum: Sum,
  card: DatasetCard,
): string {
  const clauses = filters.map((filter) => clauseWords(filter, card, measure));
  const what = [sentenceCase(measureWords(measure, card)), ...clauses].join(', ');
  return `${what}: ${sumWords(sum, measure)}`;
}

/** "at least £6.335bn in 9 figures, 1 more of unstated size". */
export function sumWords(sum: Sum, measure: Measure): string {
  if (sum.count === 0 && sum.unstated === 0) return 'no figure';
  if (sum.count === 0) return `${count(sum.unstated, 'figure')} of unstated size`;
  const stated = `${printSum({ ...sum, unstated: 0 }, measure)} in ${count(sum.count, 'figure')}`;
  return sum.unstated > 0
    ? `${stated}, ${count(sum.unstated, 'more', 'more')} of unstated size`
    : stated;
}
