import type { Profile } from './profile.ts';

const PAYERS = [
  'Body',
  'Council',
  'Body Name',
  'Organisation',
  'Organisation Name',
  'Organisation Label',
  'Authority Name',
  'Client',
  'Purchasing Body',
  'Organisation Code',
];
/** The day of payment before that of the ledger; the effective date is neither. */
const DATES = [
  'Date paid',
  'Paid Date',
  'Payment Date',
  'Date of Payment',
  'Invoice Payment Date',
  'Clearing Date',
  'Date',
  'GL Date',
  'Invoice GL Date',
  'Transaction Date',
  'Posting Date',
  'Updated',
];
/** Net of VAT first, as the code asks for; gross only where there is nothing else. */
const AMOUNTS = [
  'Net amount',
  'Net',
  'Amount (net)',
  'Total (excludes VAT)',
  'Invoice Line Value (net of VAT)',
  'Amount excl VAT*',
  'Net Value',
  'Amount',
  'Amount*',
  'Invoiced Value',
  'Spend',
  'Value',
  'Total',
  'Gross amount',
  'Gross',
];
const RECIPIENTS = [
  'Supplier Name',
  'Supplier',
  'Supplier(Beneficiary) Name',
  'Beneficiary Name',
  'Vendor Name',
  'Supplier Company Name',
  'Supplier ID(T)',
  'Payee',
  'Payee Name',
  'Merchant Name',
];
const AREAS = [
  'Service Area',
  'Service label',
  'Organisational Unit',
  'Directorate',
  'Department',
  'Category Family',
  'ProclassLabel',
  'Cost Centre Name',
];
const PURPOSES = [
  'Expenditure Category',
  'Expenditure Catergory',
  'Expenses Type',
  'Expense Type',
  'Purpose',
  'Purpose of Expenditure',
  'Subjective Description',
  'Merchant Category',
];
const FORMS = ['Capital or revenue', 'Type', 'caporrev', 'Type of Expenditure'];

/**
 * Source: Local Government Transparency Code 2015 and the forms councils give it. Payments, whoever
 * is paid; VAT and gross stand beside the net amount and are not it.
 */
export const councilSpend: Profile = {
  id: 'council-spend',
  name: 'Council payments over £500',
  kind: 'spend',
  currency: 'GBP',
  must: [RECIPIENTS, AMOUNTS, DATES],
  may: [
    PAYERS,
    AREAS,
    PURPOSES,
    FORMS,
    ['Irrecoverable VAT', 'IrrecoverableVATAmount', 'VAT', 'Effective Date'],
    [
      'Supplier ID',
      'Trans No',
      'Transaction Number',
      'Invoice Number',
      'Organisation URI',
      'Organisation Code',
    ],
  ],
  least: 1,
  columns: {
    amount: AMOUNTS,
    date: DATES,
    funder: PAYERS,
    programme: PURPOSES,
    sector: AREAS,
    recipient: RECIPIENTS,
    title: ['Description', 'Narrative', 'Summary of Expenditure'],
    id: ['Trans No', 'Transaction Number', 'Transaction No', 'Invoice Number', 'Payment Reference'],
  },
  more: FORMS,
  never: ['Effective Date', 'VAT', 'Irrecoverable VAT', 'IrrecoverableVATAmount', 'VAT amount'],
};
