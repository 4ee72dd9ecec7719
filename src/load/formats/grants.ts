import type { Step } from './paths.ts';

/** Titles of the 360Giving schema that are not its field names spelt out. */
const TITLES = new Map<Step, string>([
  ['id', 'Identifier'],
  ['url', 'URL'],
  ['code', 'Code'],
  ['plannedDates', 'Planned Dates'],
  ['actualDates', 'Actual Dates'],
  ['recipientOrganization', 'Recipient Org'],
  ['fundingOrganization', 'Funding Org'],
  ['recipientIndividual', 'Recipient Ind'],
  ['fromOpenCall', 'From an open call?'],
  ['dateModified', 'Last modified'],
  ['geoCode', 'Geographic Code'],
  ['geoCodeType', 'Geographic Code Type'],
  ['duration', 'Duration (months)'],
]);

/** Titles that hold only inside an organisation. */
const OF_ORGANISATIONS = new Map<Step, string>([
  ['addressLocality', 'City'],
  ['addressRegion', 'County'],
  ['addressCountry', 'Country'],
  ['url', 'Web Address'],
]);

/**
 * The column of a field of a 360Giving grant in the spreadsheet form of the standard:
 * recipientOrganization, 0, name is "Recipient Org:Name". The first of several goes without a number.
 */
export function grantColumn(steps: readonly Step[]): string {
  const organisation = /Organization$/.test(String(steps[0]));
  return steps
    .filter((step) => step !== 0)
    .map((step, depth) => {
      const special = organisation && depth > 0 ? OF_ORGANISATIONS.get(step) : undefined;
      return special ?? TITLES.get(step) ?? spelt(step);
    })
    .join(':');
}

/** amountAwarded is "Amount Awarded". */
function spelt(step: Step): string {
  const words = String(step).replace(/([a-z\d])([A-Z])/g, '$1 $2');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
