import type { Profile } from './profile.ts';

/** Classic IATI transactions as a table, one row for each transaction. */
export const iati: Profile = {
  id: 'iati',
  name: 'Aid transactions published with IATI',
  kind: 'aid',
  must: [
    ['iati-identifier', 'iati identifier'],
    ['transaction-value', 'transaction value', 'value'],
  ],
  may: [
    ['transaction-type'],
    ['transaction-date_iso-date', 'transaction-date'],
    ['provider-org'],
    ['receiver-org'],
    ['recipient-country'],
    ['sector'],
  ],
  least: 2,
  columns: {
    amount: ['transaction-value', 'value'],
    currency: ['transaction-value_currency', 'currency'],
    date: ['transaction-date_iso-date', 'transaction-date'],
    funder: ['provider-org', 'transaction_provider-org', 'reporting-org'],
    recipient: ['receiver-org', 'transaction_receiver-org'],
    sector: ['sector', 'sector-name'],
    place: ['recipient-country', 'recipient-country-name'],
    kind: ['transaction-type', 'transaction_transaction-type'],
    title: ['title'],
    id: ['iati-identifier'],
  },
};

/** Tables that UN OCHA derives from IATI: transactions and flows between organisations. */
export const ochaIati: Profile = {
  id: 'ocha-iati',
  name: 'Aid transactions that OCHA derives from IATI',
  kind: 'aid',
  currency: 'USD',
  must: [
    ['Net money', 'Total money'],
    ['Reporting org name', 'Reporting org', 'Provider org name'],
  ],
  may: [
    ['Month'],
    ['Sector'],
    ['Recipient country'],
    ['Humanitarian?'],
    ['Transaction type'],
    ['Activity id'],
    ['Receiver org name'],
    ['Transaction direction'],
  ],
  least: 2,
  columns: {
    amount: ['Net money', 'Total money'],
    date: ['Month'],
    funder: ['Provider org name', 'Reporting org name', 'Reporting org'],
    recipient: ['Receiver org name'],
    sector: ['Sector'],
    place: ['Recipient country'],
    kind: ['Transaction type', 'Transaction direction'],
    id: ['Activity id'],
  },
  more: ['Humanitarian?', 'Transaction direction', 'Reporting org name'],
};
