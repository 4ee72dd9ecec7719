import type { Profile } from './profile.ts';

/** USAspending's bulk downloads of assistance; the federal share is what is obligated. */
export const usaSpendingAssistance: Profile = {
  id: 'usaspending-assistance',
  name: 'US federal assistance from USAspending',
  kind: 'obligation',
  currency: 'USD',
  order: 'month first',
  calendar: 'october',
  must: [['fed_funding_amount', 'federal_action_obligation'], ['recipient_name']],
  may: [
    ['obligation_action_date', 'action_date'],
    ['agency_name', 'awarding_agency_name'],
    ['cfda_program_title', 'cfda_title'],
    ['assistance_type'],
    ['total_funding_amount'],
  ],
  least: 2,
  columns: {
    amount: ['fed_funding_amount', 'federal_action_obligation'],
    date: ['obligation_action_date', 'action_date'],
    start: ['starting_date'],
    end: ['ending_date'],
    funder: ['agency_name', 'awarding_agency_name'],
    programme: ['cfda_program_title', 'cfda_title'],
    sector: ['assistance_type', 'assistance_type_description'],
    recipient: ['recipient_name'],
    place: ['principal_place_state', 'recipient_state_name', 'recipient_county_name'],
    title: ['project_description', 'award_description'],
    id: ['unique_transaction_id', 'federal_award_id'],
  },
  more: ['recipient_type', 'action_type'],
};

/** USAspending's bulk downloads of contracts. */
export const usaSpendingContracts: Profile = {
  id: 'usaspending-contracts',
  name: 'US federal contracts from USAspending',
  kind: 'obligation',
  currency: 'USD',
  order: 'month first',
  calendar: 'october',
  must: [['dollarsobligated'], ['vendorname']],
  may: [['signeddate'], ['contractingofficeagencyid'], ['productorservicecode'], ['effectivedate']],
  least: 1,
  columns: {
    amount: ['dollarsobligated'],
    date: ['signeddate'],
    start: ['effectivedate'],
    end: ['currentcompletiondate'],
    funder: ['contractingofficeagencyid', 'agencyid', 'maj_agency_cat'],
    sector: ['productorservicecode', 'psc_cat'],
    recipient: ['vendorname'],
    place: ['statecode', 'pop_state_code'],
    title: ['descriptionofcontractrequirement'],
    id: ['unique_transaction_id', 'piid'],
  },
};

/** USAspending's summaries of prime awards: all that is obligated so far, and not what it could grow to. */
export const usaSpendingAwards: Profile = {
  id: 'usaspending-awards',
  name: 'US federal prime awards from USAspending',
  kind: 'obligation',
  currency: 'USD',
  calendar: 'october',
  must: [['total_obligated_amount'], ['recipient_name']],
  may: [
    ['award_base_action_date'],
    ['awarding_agency_name'],
    ['total_outlayed_amount', 'total_outlayed_amount_for_overall_award'],
    ['potential_total_value_of_award', 'current_total_value_of_award'],
    ['award_id_piid', 'award_id_fain'],
  ],
  least: 2,
  columns: {
    amount: ['total_obligated_amount'],
    date: ['award_base_action_date'],
    start: ['period_of_performance_start_date'],
    end: ['period_of_performance_current_end_date'],
    funder: ['awarding_agency_name'],
    programme: [
      'cfda_program_title',
      'cfda_numbers_and_titles',
      'product_or_service_code_description',
    ],
    sector: ['assistance_type_description', 'naics_description', 'award_type'],
    recipient: ['recipient_name'],
    place: ['primary_place_of_performance_state_name', 'recipient_state_name'],
    title: ['prime_award_base_transaction_description'],
    id: ['award_id_piid', 'award_id_fain'],
  },
};
