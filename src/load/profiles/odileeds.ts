import type { Profile } from './profile.ts';

/** Council payments as ODI Leeds cleaned and republished them. */
export const odiLeeds: Profile = {
  id: 'odi-leeds',
  name: 'Council payments cleaned by ODI Leeds',
  kind: 'spend',
  currency: 'GBP',
  must: [
    ['Payment Date'],
    ['Amount'],
    ['Organisational Unit'],
    ['Beneficiary Name', 'Benificiary Name'],
  ],
  may: [['Company Number'], ['Charity Number']],
  least: 1,
  columns: {
    amount: ['Amount'],
    date: ['Payment Date'],
    sector: ['Organisational Unit'],
    programme: ['Purpose'],
    recipient: ['Beneficiary Name', 'Benificiary Name'],
  },
};
