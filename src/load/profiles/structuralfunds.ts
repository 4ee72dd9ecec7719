import type { Profile } from './profile.ts';

/**
 * Lists of operations of the EU structural funds. Source: Regulation (EU) No 1303/2013, Annex XII,
 * which gives the headers; many lists have two languages in one header.
 */
export const structuralFunds: Profile = {
  id: 'structural-funds',
  name: 'Operations of the EU structural funds',
  kind: 'eligible expenditure',
  currency: 'EUR',
  must: [
    ['BENEFICIARY NAME*', '*BENEFICIARY NAME*', 'Name des Begünstigten*', 'Begünstigter*'],
    [
      'TOTAL ELIGIBLE EXPENDITURE*',
      '*TOTAL ELIGIBLE EXPENDITURE*',
      'Gesamtbetrag förderfähiger Ausgaben*',
      'Gesamtbetrag der förderfähigen Ausgaben*',
      'Förderfähige Gesamtausgaben*',
    ],
  ],
  may: [
    ['OPERATION NAME*', '*OPERATION NAME*', 'Bezeichnung des Vorhabens*'],
    ['OPERATION START DATE*', '*OPERATION START DATE*', 'Datum des Beginns*'],
    ['OPERATION END DATE*', '*OPERATION END DATE*', 'Datum des Endes*'],
    ['UNION CO-FINANCING RATE*', '*CO-FINANCING RATE*'],
    ['COUNTRY*', '*COUNTRY*', 'Land*'],
    ['NAME OF CATEGORY OF INTERVENTION*', '*CATEGORY OF INTERVENTION*'],
  ],
  least: 1,
  columns: {
    amount: [
      'TOTAL ELIGIBLE EXPENDITURE*',
      '*TOTAL ELIGIBLE EXPENDITURE*',
      'Gesamtbetrag förderfähiger Ausgaben*',
      'Gesamtbetrag der förderfähigen Ausgaben*',
      'Förderfähige Gesamtausgaben*',
    ],
    start: ['OPERATION START DATE*', '*OPERATION START DATE*', 'Datum des Beginns*'],
    end: ['OPERATION END DATE*', '*OPERATION END DATE*', 'Datum des Endes*'],
    programme: ['PROGRAMME*', 'Programm*'],
    sector: ['NAME OF CATEGORY OF INTERVENTION*', '*CATEGORY OF INTERVENTION*'],
    recipient: [
      'BENEFICIARY NAME*',
      '*BENEFICIARY NAME*',
      'Name des Begünstigten*',
      'Begünstigter*',
    ],
    place: ['COUNTRY*', '*COUNTRY*', 'Land*'],
    title: ['OPERATION NAME*', '*OPERATION NAME*', 'Bezeichnung des Vorhabens*'],
  },
};
