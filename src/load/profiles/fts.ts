import type { Profile } from './profile.ts';

/** Flows of the UN OCHA Financial Tracking Service; amounts in dollars beside those first given. */
export const fts: Profile = {
  id: 'fts',
  name: 'Humanitarian flows of the UN OCHA Financial Tracking Service',
  kind: 'flow',
  currency: 'USD',
  must: [['amountUSD'], ['srcOrganization']],
  may: [
    ['destOrganization'],
    ['destPlan'],
    ['budgetYear'],
    ['flowType'],
    ['status'],
    ['originalAmount'],
    ['originalCurrency'],
  ],
  least: 2,
  columns: {
    amount: ['amountUSD'],
    date: ['date', 'budgetYear'],
    funder: ['srcOrganization'],
    programme: ['destPlan'],
    sector: ['destGlobalClusters'],
    recipient: ['destOrganization'],
    place: ['destLocations'],
    kind: ['status'],
    title: ['description'],
    id: ['id'],
  },
  more: ['srcOrganizationTypes', 'flowType', 'boundary'],
  never: ['originalAmount', 'originalCurrency'],
};
