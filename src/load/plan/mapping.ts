import { nameOf, type Column } from '../header.ts';
import { ROLE_NAMES, type Options, type RoleName, type YearColumn } from '../plan.ts';
import type { Profile } from '../profiles/profile.ts';
import { moneyColumns, numberColumns } from './amountchoice.ts';
import { currencyColumnOf, defaultCurrencyOf, holdsCurrencies } from './currency.ts';
import { dateColumns, isEnd, isStart, type DateColumn } from './datechoice.ts';
import { tellsDirection } from './kinds.ts';
import { listed } from './listed.ts';
import { columnFor } from './match.ts';
import type { ColumnSample } from './sample.ts';
import { ID, MONEY, NAMES, NO_MONEY, NO_NAME, TITLE, weigh } from './words.ts';

export interface Mapped {
  readonly mapping: ReadonlyMap<RoleName, number>;
  /** All columns with money, and all with dates, whichever is taken. */
  readonly money: readonly ColumnSample[];
  readonly dates: readonly DateColumn[];
}

/** A file without a column of amounts has nothing to add up. */
const NEEDS_AMOUNT = 'Something has to be the amount: say first which other column it is to be.';

/**
 * Gives columns their roles: those a person named, those a profile knows by their header, and for
 * what is left those whose header and content speak for a role most. A role that a person has given
 * to nothing, the empty text, stays with none.
 */
export function mapColumns(
  samples: readonly ColumnSample[],
  profile: Profile | undefined,
  years: readonly YearColumn[],
  options: Options,
): Mapped | { readonly refused: string } {
  const mapping = new Map<RoleName, number>();
  const columns = samples.map(({ column }) => column);
  if (options.amount === '') return { refused: NEEDS_AMOUNT };
  const isOpen = (role: RoleName) => options[role] !== '' && !mapping.has(role);
  for (const role of ROLE_NAMES) {
    const named = options[role];
    if (!named) continue;
    const column = columnCalled(columns, named);
    if (!column) return { refused: `There is no column "${named}"; there are ${listed(columns)}.` };
    mapping.set(role, column.index);
  }
  const yearColumns = new Set(years.map(({ column }) => column));
  const barred = new Set(
    (profile?.never ?? []).flatMap((header) => columnFor(columns, [header])?.index ?? []),
  );
  const open = () => {
    const taken = new Set([...mapping.values(), ...barred]);
    return samples.filter(
      ({ column }) => !taken.has(column.index) && !yearColumns.has(column.index),
    );
  };
  const known = (role: RoleName, fits: (sample: ColumnSample) => boolean) => {
    const column = columnFor(
      open()
        .filter(fits)
        .map((sample) => sample.column),
      profile?.columns[role] ?? [],
    );
    if (column && isOpen(role)) mapping.set(role, column.index);
  };
  const give = (role: RoleName, sample: ColumnSample | undefined) => {
    if (sample && isOpen(role)) mapping.set(role, sample.column.index);
  };

  // What a person has named for something else is no amount.
  const named = new Set(mapping.values());
  const isElse = (column: number) => named.has(column) && column !== mapping.get('amount');
  const sure = moneyColumns(
    samples.filter(({ column }) => !yearColumns.has(column.index) && !isElse(column.index)),
  );
  const money = sure.length > 0 ? sure : numberColumns(open());
  const [year] = years;
  if (year && !mapping.has('amount')) mapping.set('amount', year.column);
  known('amount', ({ numeric, filled }) => filled.length > 0 && numeric > 0.5);
  // A known header is believed when it has hardly a number under it, or nothing at all.
  if (money.length === 0)
    known('amount', ({ numeric, filled }) => numeric > 0 || filled.length === 0);
  give('amount', money.find(({ column }) => !barred.has(column.index)) ?? money[0]);
  // Where nothing holds numbers, a header that speaks of money is believed; each row tells what is amiss.
  give(
    'amount',
    best(
      open().filter(({ filled }) => filled.length > 0),
      (words) => (NO_MONEY.test(words) ? 0 : weigh(words, MONEY)),
    ),
  );

  const dates = dateColumns(open());
  const isDate = (sample: ColumnSample) => dates.some((date) => date.sample === sample);
  const setByHand = mapping.has('start') || mapping.has('end');
  for (const role of ['date', 'start', 'end'] as const) known(role, isDate);
  const free = dates.map(({ sample }) => sample).filter((sample) => open().includes(sample));
  const plain = free.filter((sample) => !isStart(sample) && !isEnd(sample));
  if (!setByHand && !mapping.has('date') && !profile?.columns.start) give('date', plain[0]);
  give('start', free.find(isStart));
  give('end', free.find(isEnd));

  const byDefault = defaultCurrencyOf(samples);
  known('currency', (sample) => sample !== byDefault && holdsCurrencies(sample));
  give('currency', currencyColumnOf(open()));
  known('kind', ({ filled }) => filled.length > 0);
  if (options.kinds === undefined) give('kind', open().find(tellsDirection));
  for (const [role, weights] of NAMES) {
    known(role, ({ filled }) => filled.length > 0);
    if (profile && role !== 'place' && Object.keys(profile.columns).includes(role)) continue;
    give(
      role,
      best(
        open()
          .filter(namesThings)
          .filter((sample) => !isDate(sample)),
        (words) => (NO_NAME.test(words) ? 0 : weigh(words, weights)),
      ),
    );
  }
  known('title', ({ filled }) => filled.length > 0);
  give(
    'title',
    best(open().filter(namesThings), (words) => (ID.test(words) ? 0 : weigh(words, TITLE))),
  );
  known('id', ({ filled }) => filled.length > 0);
  give(
    'id',
    open().find(({ words, distinct, filled }) => ID.test(words) && distinct * 2 > filled.length),
  );
  give(
    'link',
    open().find(
      ({ words, filled }) =>
        !/recipient|funding|org|data source/.test(words) &&
        filled.length > 0 &&
        filled.every(isLink),
    ),
  );
  return { mapping, money, dates };
}

/** The column a person means: by its header, without regard to case, or "column 4". */
export function columnCalled(columns: readonly Column[], called: string): Column | undefined {
  const exact = columns.find(({ label }) => label === called.trim());
  const name = nameOf(called);
  const place = /^column (\d+)$/.exec(name)?.[1];
  return (
    exact ??
    columns.find((column) => column.name === name || column.id === name) ??
    (place === undefined ? undefined : columns[Number(place) - 1])
  );
}

function best(
  samples: readonly ColumnSample[],
  weightOf: (words: string) => number,
): ColumnSample | undefined {
  let found: ColumnSample | undefined;
  let most = 0;
  for (const sample of samples) {
    const weight = weightOf(sample.words);
    if (weight > most) [found, most] = [sample, weight];
  }
  return found;
}

function namesThings({ filled, numeric }: ColumnSample): boolean {
  return filled.length > 0 && numeric < 0.5;
}

function isLink(text: string): boolean {
  return /^https?:\/\//i.test(text);
}
