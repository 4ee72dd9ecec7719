import type { Profile } from './profile.ts';

/** Source: OpenSpending's flattened datasets and the Fiscal Data Package. */
export const openSpending: Profile = {
  id: 'openspending',
  name: 'A dataset of OpenSpending',
  kind: 'spend',
  must: [
    ['amount', 'value'],
    ['from.label', 'from.name', 'from', 'to.label', 'to.name'],
  ],
  may: [
    ['to.label', 'to.name'],
    ['cofog1.label', 'cofog1.name', 'cofog1'],
    ['time.from.year', 'date', 'time'],
    ['cap_or_cur'],
    ['region'],
    ['from.label', 'from.name'],
  ],
  least: 2,
  columns: {
    amount: ['amount', 'value'],
    currency: ['currency'],
    date: ['date', 'time', 'time.from.year', 'year'],
    funder: ['from.label', 'from.name'],
    recipient: ['to.label', 'to.name'],
    place: ['region', 'region.label'],
    id: ['id'],
  },
  levels: ['cofog1.label', 'cofog2.label', 'cofog3.label'],
  more: ['cap_or_cur'],
};
