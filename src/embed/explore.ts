import { encodeView } from '../model/address.ts';
import type { DatasetCard } from '../model/dataset.ts';
import type { View } from '../model/view.ts';
import { BUILT_IN_ID } from '../parts/builtin.ts';

/** The fragment of the explorer's address that shows a view; it names data that is not built in. */
export function exploringFragment(view: View, card: DatasetCard): string {
  const data = card.id === BUILT_IN_ID ? '' : `data=${encodeURIComponent(card.id)}`;
  return [encodeView(view, card), data].filter(Boolean).join('&');
}
