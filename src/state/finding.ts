import type { DatasetCard } from '../model/dataset.ts';
import { CHAIN_STEP, hasChain } from '../model/dimension.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Measure } from '../model/measure.ts';
import type { GroupsAnswer, GroupsQuestion } from '../model/question.ts';
import { totalOf, type Sum } from '../model/sum.ts';
import type { View } from '../model/view.ts';
import type { Part } from '../words/headline.ts';
import { isEstimate } from '../words/shares.ts';

/** What the headline and the ledger are written from. */
export interface Finding {
  readonly parts: readonly Part[];
  readonly whole: Sum;
  readonly ledger: Ledger;
}

/**
 * The selection split by colour and by each level of nesting: the headline takes the first that
 * divides it, and for estimates the finest. A chain is split by its steps.
 */
export function findingQuestions(view: View, card: DatasetCard): GroupsQuestion[] {
  const dimensions = hasChain(card)
    ? [CHAIN_STEP]
    : [...new Set([card.suggested.colour, ...view.levels])];
  return dimensions.map((dimension) => ({
    ask: 'groups',
    measure: view.measure,
    filters: view.filters,
    by: [{ dimension, top: 40 }],
    also: [],
  }));
}

export function partsOf(answers: readonly GroupsAnswer[], measure: Measure): Finding {
  const finest = answers.at(-1);
  const telling = isEstimate(measure)
    ? finest
    : (answers.find(({ groups }) => groups.length > 1) ?? finest);
  if (!telling) throw new Error('a dataset needs a dimension');
  const parts = telling.groups.map(({ path, sum }) => ({ subject: path[0] ?? ':', sum }));
  return { parts, whole: totalOf(parts.map(({ sum }) => sum)), ledger: telling.ledger };
}
