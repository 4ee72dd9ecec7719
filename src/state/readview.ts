import { CHARTS } from '../charts/index.ts';
import { decodeView } from '../model/address.ts';
import type { DatasetCard } from '../model/dataset.ts';
import { firstView, type View } from '../model/view.ts';

/** A view as it is written in `from`, with what had to be left aside as sentences. */
export function readView(
  text: string,
  card: DatasetCard,
  from: 'link' | 'picture',
): { readonly view: View; readonly notices: readonly string[] } {
  const { view, ignored } = decodeView(text, card);
  const known = CHARTS.some(({ id }) => id === view.lead);
  if (!known) ignored.push(`lead: no chart is called “${view.lead.slice(0, 60)}”`);
  const notices = ignored.map((reason) => `Left aside from this ${from}: ${reason}.`);
  return { view: known ? view : { ...view, lead: firstView(card).lead }, notices };
}
