import { generator, unequal } from '../../random.ts';

/** Header of a generated file in the 360Giving standard. */
const HEADER = [
  'Identifier',
  'Title',
  'Description',
  'Currency',
  'Amount Awarded',
  'Award Date',
  'Planned Dates:Start Date',
  'Planned Dates:End Date',
  'Recipient Org:Identifier',
  'Recipient Org:Name',
  'Funding Org:Identifier',
  'Funding Org:Name',
  'Grant Programme:Title',
  'Beneficiary Location:Name',
];

const FUNDERS = 300;
const SECTORS = 12;
const REGIONS = 12;
const PROGRAMMES = 120;
const FIRST_YEAR = 2010;
const YEARS = 15;
/** Different recipients for each row. */
const RECIPIENTS = 0.4;
/** Rows written at a time. */
const BATCH = 10_000;

const WORDS =
  'community support youth project music garden repair transport advice older people families arts school summer winter equipment volunteer training café Łódź Gwynedd Éire naïve outreach health wellbeing sports climate nature river coast library museum digital skills food bank housing refuge carers friends network development core costs salary evaluation'.split(
    ' ',
  );
const REGION_NAMES =
  'London|South East|South West|East of England|East Midlands|West Midlands|Yorkshire and The Humber|North East|North West|Scotland|Cymru / Wales|Northern Ireland'.split(
    '|',
  );

/**
 * Pieces of a large grants file, the same each time: about 340 bytes a row, with commas, quotation
 * marks and line ends in quoted text, letters beyond Latin-1, funders of very unequal size and many
 * recipients that appear once or twice.
 */
export function* grantsFile(rows: number): Generator<string> {
  const random = generator(360);
  const below = (count: number) => Math.floor(random() * count);
  const words = (count: number) =>
    Array.from({ length: count }, () => WORDS[below(WORDS.length)]).join(' ');
  const funderOf = unequal(FUNDERS);
  const recipients = Math.max(1, Math.round(rows * RECIPIENTS));
  const two = (number: number) => String(number).padStart(2, '0');
  const dateOf = (year: number) => `${year}-${two(1 + below(12))}-${two(1 + below(28))}`;
  yield `${HEADER.join(',')}\n`;
  for (let from = 0; from < rows; from += BATCH) {
    let batch = '';
    for (let row = from; row < Math.min(rows, from + BATCH); row++) {
      const funder = funderOf(random());
      const programme = below(PROGRAMMES);
      const recipient = row < recipients ? row : below(recipients);
      const year = FIRST_YEAR + below(YEARS);
      const amount = (Math.exp(6 + 6 * random()) / (1 + (row % 3))).toFixed(row % 4 === 0 ? 0 : 2);
      const newline = row % 7 === 0 ? '\n' : ' ';
      const said = row % 11 === 0 ? ' called ""Together""' : '';
      batch +=
        `360G-fund${funder}-${row},` +
        `${words(3 + below(4))},` +
        `"${words(6)}, ${words(2 + below(8))}.${newline}${words(3 + below(5))}${said}",` +
        `GBP,${amount},${dateOf(year)},${dateOf(year + 1)},${dateOf(year + 2)},` +
        `GB-CHC-${1000000 + recipient},` +
        `"${WORDS[recipient % WORDS.length]} ${WORDS[(recipient >> 3) % WORDS.length]}, trust ${recipient}",` +
        `GB-COH-${funder},Foundation of ${WORDS[funder % WORDS.length]} no ${funder},` +
        `${WORDS[programme % SECTORS]} programme ${programme},${REGION_NAMES[below(REGIONS)]}\n`;
    }
    yield batch;
  }
}
