import type { Profile } from './profile.ts';

/** Sales through the UK government's G-Cloud frameworks, as suppliers return them each month. */
export const gCloud: Profile = {
  id: 'g-cloud',
  name: 'Sales through the UK G-Cloud frameworks',
  kind: 'spend',
  currency: 'GBP',
  must: [
    ['EvidencedSpend', 'Total_Charge', 'Evidenced Spend'],
    ['SupplierName', 'Supplier'],
    ['CustomerName', 'Customer'],
  ],
  may: [
    ['Framework'],
    ['LotDescription', 'Lot'],
    ['ReturnMonth', 'For_Month'],
    ['Sector'],
    ['SMEorLarge'],
  ],
  least: 2,
  columns: {
    amount: ['EvidencedSpend', 'Total_Charge'],
    date: ['ReturnMonth', 'For_Month'],
    funder: ['CustomerName', 'Customer'],
    programme: ['LotDescription', 'Lot'],
    sector: ['Sector'],
    recipient: ['SupplierName', 'Supplier'],
  },
  more: ['Framework', 'SMEorLarge', 'Product_Service_Description'],
};
