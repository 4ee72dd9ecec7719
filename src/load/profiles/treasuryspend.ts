import type { Profile } from './profile.ts';

/** Source: HM Treasury, guidance for publishing spend over £25,000. */
export const treasurySpend: Profile = {
  id: 'treasury-spend',
  name: 'Spend over £25,000 as HM Treasury has it published',
  kind: 'spend',
  currency: 'GBP',
  must: [
    ['Department family', 'Departmental Family'],
    ['Entity'],
    ['Supplier', 'Supplier Name'],
    ['Amount', 'Amount*'],
  ],
  may: [
    ['Date', 'Date of Payment', 'Payment Date'],
    ['Expense type'],
    ['Expense area'],
    ['Transaction number', 'Transaction no'],
  ],
  least: 2,
  columns: {
    amount: ['Amount', 'Amount*'],
    currency: ['InvoiceCurrencyUnit', 'Currency'],
    date: ['Date', 'Date of Payment', 'Payment Date'],
    funder: ['Entity'],
    programme: ['Expense type'],
    sector: ['Expense area'],
    recipient: ['Supplier', 'Supplier Name'],
    place: ['Supplier Postcode', 'Postcode'],
    title: ['Description', 'Narrative', 'Item Text'],
    id: ['Transaction number', 'Transaction no'],
  },
  more: ['Department family', 'Departmental Family'],
};
