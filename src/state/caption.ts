import type { Caption } from '../export/sheet.ts';
import type { DatasetCard } from '../model/dataset.ts';
import { creditOf } from '../words/credit.ts';
import { findingOf, standfirstOf } from '../words/headline.ts';
import { selectionSentence } from '../words/selection.ts';
import type { Shown } from './shown.ts';

export function headlineOf({
  view,
  finding,
  measure,
}: Pick<Shown, 'view' | 'finding' | 'measure'>): string {
  return findingOf(finding.parts, finding.whole, measure, view.filters.length > 0);
}

/** The words every picture carries with it: finding, selection, what is not in it, and the source. */
export function captionOf(
  card: DatasetCard,
  shown: Pick<Shown, 'view' | 'finding' | 'measure'>,
): Caption {
  const { view, finding, measure } = shown;
  return {
    headline: headlineOf(shown),
    subtitle: `${selectionSentence(view.filters, measure, finding.whole, card)}.`,
    notes: [standfirstOf(finding.ledger, measure, card)],
    source: creditOf(card.source),
  };
}
