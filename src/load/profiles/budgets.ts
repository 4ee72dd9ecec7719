import type { Profile } from './profile.ts';

/** Budgets as US cities publish them, revenue and expense in one column. */
export const cityBudget: Profile = {
  id: 'city-budget',
  name: 'A city budget by department and account',
  kind: 'budget',
  currency: 'USD',
  calendar: 'july',
  must: [
    ['amount', 'budget', 'approved_amount'],
    ['department', 'department_name'],
    ['account_type', 'account_category', 'fund_code', 'fund'],
  ],
  may: [
    ['budget_year', 'fiscal_year'],
    ['account_category'],
    ['fund_code', 'fund'],
    ['account_type'],
  ],
  least: 1,
  columns: {
    amount: ['amount', 'approved_amount', 'budget'],
    date: ['budget_year', 'fiscal_year'],
    funder: ['department', 'department_name'],
    sector: ['account_category'],
    kind: ['account_type'],
  },
  more: ['fund_code', 'fund'],
};

/** The budget of Madrid and others of its form. */
export const madridBudget: Profile = {
  id: 'budget-es',
  name: 'A Spanish budget by section, programme and account',
  kind: 'budget',
  currency: 'EUR',
  must: [
    ['IMPORTE', 'IMPORTE*'],
    ['AÑO', 'EJERCICIO', 'Ano', 'DESCRIPCION*', 'DESCRIPCIÓN*'],
  ],
  may: [
    ['DESCRIPCION*', 'DESCRIPCIÓN*'],
    ['CENTRO', 'SECCION', 'SECCIÓN'],
    ['CAPITULO', 'CAPÍTULO'],
    ['PROGRAMA'],
  ],
  least: 1,
  columns: {
    amount: ['IMPORTE', 'IMPORTE*'],
    date: ['AÑO', 'EJERCICIO', 'Ano'],
    funder: [
      'DESCRIPCION SECCION',
      'DESCRIPCIÓN SECCIÓN',
      'DESCRIPCION CENTRO',
      'DESCRIPCIÓN CENTRO',
    ],
    programme: ['DESCRIPCION PROGRAMA', 'DESCRIPCIÓN PROGRAMA'],
    sector: [
      'DESCRIPCION CAPITULO',
      'DESCRIPCIÓN CAPÍTULO',
      'DESCRIPCION ECONOMICO',
      'DESCRIPCIÓN ECONÓMICO',
    ],
  },
};

/** German budgets as offenerhaushalt.de collected them. */
export const germanBudget: Profile = {
  id: 'budget-de',
  name: 'A German budget by levels',
  kind: 'budget',
  currency: 'EUR',
  must: [['Betrag'], ['Jahr', 'Betrag-Typ', 'Budget Richtung']],
  may: [['Betrag-Typ'], ['Budget Richtung'], ['Ebene 1 – Bezeichnung', 'Ebene 1 - Bezeichnung']],
  least: 1,
  columns: {
    amount: ['Betrag'],
    date: ['Jahr'],
    kind: ['Budget Richtung'],
  },
  levels: [
    'Ebene 1 – Bezeichnung',
    'Ebene 2 – Bezeichnung',
    'Ebene 3 – Bezeichnung',
    'Ebene 1 - Bezeichnung',
    'Ebene 2 - Bezeichnung',
    'Ebene 3 - Bezeichnung',
  ],
};

/** Japanese budgets by section, item and sub-item. */
export const japaneseBudget: Profile = {
  id: 'budget-ja',
  name: 'A Japanese budget by section and item',
  kind: 'budget',
  currency: 'JPY',
  must: [['予算額'], ['年度', '款名称']],
  may: [['款名称'], ['項名称'], ['目名称']],
  least: 1,
  columns: { amount: ['予算額'], date: ['年度'] },
  levels: ['款名称', '項名称', '目名称'],
};
