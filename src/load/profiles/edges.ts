import type { Profile } from './profile.ts';

/** A list of edges: from whom, to whom, how much. */
export const edges: Profile = {
  id: 'edges',
  name: 'A list of flows from one to another',
  kind: 'amount',
  must: [
    ['source', 'from'],
    ['target', 'to'],
    ['value', 'amount'],
  ],
  may: [],
  least: 0,
  columns: {
    amount: ['value', 'amount'],
    funder: ['source', 'from'],
    recipient: ['target', 'to'],
    title: ['title', 'label'],
  },
};
