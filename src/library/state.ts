import { decodeView } from '../model/address.ts';
import type { DatasetCard } from '../model/dataset.ts';
import type { View } from '../model/view.ts';

/** The part of a fragment that names data which is not the page's own. */
const DATA = /(?:^|&)data=[^&]*/;

/** True for what can be an address of the page, or its fragment alone. */
export function isLink(text: string): boolean {
  return /^https?:\/\//i.test(text) || text.includes('#') || /^[a-z][\w.]*=/.test(text);
}

/**
 * The view of a dataset that an address or its fragment asks for, and what had to be left aside, a
 * reason each. The same link serves next year's file: which data it names is of no matter.
 */
export function viewOfLink(link: string, card: DatasetCard): { view: View; ignored: string[] } {
  const hash = link.indexOf('#');
  const isAddress = /^https?:\/\//i.test(link);
  const fragment = hash >= 0 ? link.slice(hash + 1) : isAddress ? '' : link;
  return decodeView(fragment.replace(DATA, '').replace(/^&/, ''), card);
}
