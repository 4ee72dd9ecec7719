import type { Profile } from './profile.ts';

/** Source: the Open Contracting Data Standard, releases flattened to a table. */
export const ocds: Profile = {
  id: 'ocds',
  name: 'Contracts in the Open Contracting Data Standard',
  kind: 'award',
  must: [
    ['ocid'],
    [
      'awards/0/value/amount',
      'contracts/0/value/amount',
      'tender/value/amount',
      'contracts/0/implementation/transactions/0/value/amount',
    ],
  ],
  may: [
    ['buyer/name'],
    ['tag', 'tag/0'],
    ['date'],
    ['awards/0/suppliers/0/name'],
    ['awards/0/value/currency'],
    ['awards/0/date'],
  ],
  least: 1,
  columns: {
    amount: [
      'awards/0/value/amount',
      'contracts/0/value/amount',
      'contracts/0/implementation/transactions/0/value/amount',
      'tender/value/amount',
    ],
    currency: ['awards/0/value/currency', 'contracts/0/value/currency', 'tender/value/currency'],
    date: ['awards/0/date', 'contracts/0/dateSigned', 'date'],
    start: ['contracts/0/period/startDate'],
    end: ['contracts/0/period/endDate'],
    funder: ['buyer/name', 'tender/procuringEntity/name'],
    sector: ['tender/mainProcurementCategory'],
    recipient: ['awards/0/suppliers/0/name'],
    title: ['awards/0/title', 'tender/title'],
    id: ['ocid'],
  },
  // Such an award comes to nothing, and has its amount all the same.
  states: { header: 'awards/0/status', apart: ['cancelled', 'unsuccessful'] },
  more: ['tag', 'tag/0'],
};
