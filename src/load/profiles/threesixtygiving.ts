import type { Profile } from './profile.ts';

/** Source: the 360Giving Data Standard, its spreadsheet titles and its JSON field names. */
export const threeSixtyGiving: Profile = {
  id: '360giving',
  name: 'Grants in the 360Giving standard',
  kind: 'award',
  currency: 'GBP',
  must: [
    ['Amount Awarded', 'amountAwarded'],
    ['Award Date', 'awardDate'],
  ],
  may: [
    ['Identifier', 'id'],
    ['Title'],
    ['Recipient Org:Name', 'recipientOrganization:name', 'Organisation', 'recipientOrg'],
    ['Funding Org:Name', 'fundingOrganization:name', 'fundingOrg'],
    ['Funding Org:Identifier', 'fundingOrganization:id', 'fundingDept'],
    ['Grant Programme:Title', 'grantProgramme:title', 'grantProgramme'],
    ['Currency'],
  ],
  least: 2,
  columns: {
    amount: ['Amount Awarded'],
    currency: ['Currency'],
    date: ['Award Date'],
    start: ['Planned Dates:Start Date', 'plannedDates:startDate'],
    end: ['Planned Dates:End Date', 'plannedDates:endDate'],
    funder: ['Funding Org:Name', 'fundingOrganization:name', 'fundingOrg', 'Funding Org'],
    programme: [
      'Grant Programme:Title',
      'grantProgramme:title',
      'grantProgramme',
      'Grant Programme',
    ],
    sector: [
      'Classifications:Title',
      'classifications:title',
      'Funding Org:Department',
      'fundingOrganization:department',
      'fundingDept',
    ],
    recipient: [
      'Recipient Org:Name',
      'recipientOrganization:name',
      'recipientOrg',
      'Organisation',
      'Recipient Ind:Name',
    ],
    place: ['Beneficiary Location:Name', 'beneficiaryLocation:name', 'Recipient Org:City'],
    title: ['Title'],
    id: ['Identifier', 'id'],
    link: ['URL'],
  },
};
