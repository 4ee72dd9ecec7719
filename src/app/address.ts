import { payloadInFragment } from '../carry/link.ts';
import { encodeView } from '../model/address.ts';
import type { DatasetCard } from '../model/dataset.ts';
import { firstView, type View } from '../model/view.ts';
import { readView } from '../state/readview.ts';
import type { Addressed } from '../state/opening.ts';
import { BUILT_IN_ID } from '../parts/opendata.ts';
import type { Beginning } from './home.ts';
import { presentingOf } from './presenting.ts';

/** The part of a fragment that names data which is not the page's own. */
const DATA = /(?:^|&)data=([^&]*)/;

/**
 * Reads the view the page's address asks of a dataset, with what had to be ignored as sentences. An
 * address of other data is no view of this: a file of the reader's is on their machine, not in a link.
 */
export function readAddress(card: DatasetCard, begins: Beginning): Addressed {
  // A story on stage has views of its own; what a link to a picture carries is opened afterwards.
  const elsewhere = presentingOf(location.hash) || payloadInFragment(location.hash) !== null;
  const written = elsewhere ? '' : location.hash.replace(/^#/, '');
  const isHome = written === '' && card.id === begins.data;
  const fragment = isHome ? begins.view : written;
  const data = dataOf(fragment, begins);
  if (data !== card.id) {
    const wanted =
      data === BUILT_IN_ID
        ? 'This address is a view of the built-in data. Open it to see that view.'
        : `“${data}” was a file from a computer, and no link holds such a file. Choose it again with “Open data” to see the view of this address.`;
    return { view: firstView(card), notices: fragment === '' ? [] : [wanted], isOfOtherData: true };
  }
  return { ...readView(fragment.replace(DATA, ''), card, 'link'), isOfOtherData: false };
}

/** The id of the data that the page's address asks for. */
export function dataAsked(begins: Beginning): string {
  return dataOf(location.hash.replace(/^#/, ''), begins);
}

/** Writes a view into the address; as a new step, so that the back button undoes it. */
export function writeAddress(
  view: View,
  card: DatasetCard,
  step: boolean,
  begins: Beginning,
): void {
  // An address without anything means the view the page begins at, so the first view names its data.
  const isHome = card.id === begins.data && begins.view === '';
  const data = isHome ? '' : `data=${encodeURIComponent(card.id)}`;
  const fragment = [encodeView(view, card), data].filter(Boolean).join('&');
  const address = fragment ? `#${fragment}` : location.pathname + location.search;
  if (step) history.pushState(null, '', address);
  else history.replaceState(null, '', address);
}

function dataOf(fragment: string, begins: Beginning): string {
  const named = DATA.exec(fragment)?.[1];
  if (named === undefined) return begins.data;
  try {
    return decodeURIComponent(named);
  } catch {
    return named;
  }
}
