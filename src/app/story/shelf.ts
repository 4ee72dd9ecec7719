import { get, set } from 'idb-keyval';
import type { Shelf } from '../../state/storyboard.svelte.ts';

const KEY = 'tranche-story';

/** The reader's own story, in this browser's storage and nowhere else. */
export const SHELF: Shelf = {
  get: () => get(KEY),
  set: (story) => set(KEY, story),
};
