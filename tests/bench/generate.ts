import {
  HIGH_STATED,
  LOW_STATED,
  NO_COMPANIONS,
  type Dataset,
  type TextColumn,
} from '../../src/model/dataset.ts';
import { measureId } from '../../src/model/measure.ts';
import { dayOf } from '../../src/model/period.ts';
import { generator, unequal } from '../random.ts';

const FUNDERS = 300;
const SECTORS = 12;
const REGIONS = 12;
const PROGRAMMES = 1200;
const FIRST_YEAR = 2010;
const YEARS = 15;
/** Distinct recipients for each row. */
const RECIPIENTS = 0.4;

/**
 * A dataset like a large grants file, the same each time: funders of very unequal size, many
 * recipients that appear once or twice, programmes within sectors, fifteen years of award dates and
 * periods of one to three years.
 */
export function generate(rows: number): Dataset {
  const random = generator(2017);
  const below = (count: number) => Math.floor(random() * count);
  const funderOf = unequal(FUNDERS);
  const recipients = Math.max(1, Math.round(rows * RECIPIENTS));
  const funder = new Uint16Array(rows);
  const programme = new Uint16Array(rows);
  const sector = new Uint8Array(rows);
  const region = new Uint8Array(rows);
  const recipient = new Uint32Array(rows);
  const amount = new Float64Array(rows);
  const start = new Int32Array(rows);
  const end = new Int32Array(rows);
  const firstDay = dayOf(FIRST_YEAR, 1, 1);
  const days = dayOf(FIRST_YEAR + YEARS, 1, 1) - firstDay;
  for (let row = 0; row < rows; row++) {
    funder[row] = funderOf(random());
    programme[row] = below(PROGRAMMES);
    sector[row] = programme[row]! % SECTORS;
    region[row] = below(REGIONS);
    recipient[row] = row < recipients ? row : below(recipients);
    amount[row] = Math.round(100 * Math.exp(6 + 6 * random()));
    start[row] = firstDay + below(days);
    end[row] = start[row]! + 365 * (1 + below(3));
  }
  const numbered = (word: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${word} ${index + 1}`);
  const column = (id: string, count: number, codes: TextColumn['codes']) => ({
    id,
    label: `${id.charAt(0).toUpperCase()}${id.slice(1)}`,
    values: numbered(id, count),
    codes,
  });
  return {
    id: 'generated',
    source: {
      title: `${rows} generated grants`,
      publisher: '',
      published: '',
      link: '',
      licence: '',
      licenceLink: '',
      note: '',
    },
    rows,
    measures: [
      {
        id: measureId('award', 'GBP', 'total'),
        kind: 'award',
        currency: 'GBP',
        basis: 'total',
        decimals: 2,
      },
    ],
    measure: new Uint8Array(rows),
    low: amount,
    high: amount,
    stated: new Uint8Array(rows).fill(LOW_STATED | HIGH_STATED),
    bound: new Uint8Array(rows),
    start,
    end,
    periodBasis: new Uint8Array(rows).fill(1),
    dimensions: [
      column('funder', FUNDERS, funder),
      column('sector', SECTORS, sector),
      { ...column('programme', PROGRAMMES, programme), within: 'sector' },
      column('region', REGIONS, region),
      column('recipient', recipients, recipient),
    ],
    texts: [],
    record: Uint32Array.from({ length: rows }, (_, row) => row + 1),
    unread: [],
    noRows: [],
    problems: [],
    companions: NO_COMPANIONS,
  };
}
