import { CHARTS } from '../charts/index.ts';
import { decodeView, encodeView } from '../model/address.ts';
import type { DatasetCard } from '../model/dataset.ts';
import { firstView, type View } from '../model/view.ts';

/** Reads the view the page's address asks for, with what had to be ignored as sentences. */
export function readAddress(card: DatasetCard): { view: View; notices: string[] } {
  const { view, ignored } = decodeView(location.hash.replace(/^#/, ''), card);
  const known = CHARTS.some(({ id }) => id === view.lead);
  if (!known) ignored.push(`lead: no chart is called “${view.lead.slice(0, 60)}”`);
  const notices = ignored.map((reason) => `Left aside from this link: ${reason}.`);
  return { view: known ? view : { ...view, lead: firstView(card).lead }, notices };
}

/** Writes a view into the address; as a new step, so that the back button undoes it. */
export function writeAddress(view: View, card: DatasetCard, step: boolean): void {
  const fragment = encodeView(view, card);
  const address = fragment ? `#${fragment}` : location.pathname + location.search;
  if (step) history.pushState(null, '', address);
  else history.replaceState(null, '', address);
}
