import type { Calendar } from '../../model/period.ts';
import type { DataPackage } from '../formats/package.ts';
import type { Column } from '../header.ts';
import type { DateStyle, Decision, Options, Plan, RoleName } from '../plan.ts';
import { isBlank, NO_ROWS } from '../table.ts';
import { amountDecision, cutDecision, periodsDecision } from './amountchoice.ts';
import { calendarOf, styleIn } from './calendarchoice.ts';
import { cellUnitDecisions } from './cellunits.ts';
import { defaultCurrencyOf, findCurrency } from './currency.ts';
import { dateDecision, type DateColumn } from './datechoice.ts';
import { dateStyleOf, settleOrder } from './datestyle.ts';
import { headerDecision, kindDecisions } from './doubts.ts';
import { funderChoice } from './funderchoice.ts';
import { phaseOf } from './kinds.ts';
import { lostDates } from './lostdates.ts';
import { mapColumns } from './mapping.ts';
import { findProfile } from './match.ts';
import { decimalsFor, numberStyleOf } from './numberstyle.ts';
import { dateStyleSaid, hintFor, numberStyleSaid } from './packagestyle.ts';
import type { Base, Opened } from './planrecords.ts';
import { rolesOf } from './rolesof.ts';
import { numbersOf, sampleColumns, type ColumnSample } from './sample.ts';
import { findFactor } from './units.ts';
import { findYears, twiceDecision, unclearYear, yearsLeft } from './years.ts';

const NO_AMOUNT =
  'The file needs a column of amounts, with a header such as Amount or Value, and another to tell them apart by.';

const DATE_ROLES: readonly RoleName[] = ['date', 'start', 'end'];

/** Roles and styles of a file that is not in the project's own format. */
export function understand(
  base: Base,
  opened: Opened,
  columns: readonly Column[],
  records: readonly (readonly string[])[],
  headless: boolean,
): Plan | { readonly refused: string } {
  const { options, about, preamble } = base;
  const rows = records.filter((cells) => !isBlank(cells));
  const samples = sampleColumns(columns, rows);
  const match = headless ? undefined : findProfile(columns);
  const profile = match?.profile;
  const yearsBy = (calendar: Calendar) =>
    profile || options.amount !== undefined ? [] : findYears(samples, calendar);
  // Which columns are years does not depend on the month they start in, which shows later.
  const yearColumns = yearsBy('financial');
  const mapped = mapColumns(samples, profile, yearColumns, options);
  if ('refused' in mapped) return mapped;
  const { mapping, money } = mapped;
  const sampleAt = (index: number | undefined) =>
    index === undefined ? undefined : samples[index];
  const chosen = sampleAt(mapping.get('amount'));
  const unfit = { refused: rows.length === 0 ? NO_ROWS : NO_AMOUNT };
  if (!chosen || columns.length < 2) return unfit;
  const amount =
    yearColumns.length > 0
      ? together(
          chosen,
          yearColumns.flatMap(({ column }) => sampleAt(column) ?? []),
        )
      : chosen;
  const { label } = amount.column;
  const style = numberStyleSaid(
    hintFor(opened.about, amount.column),
    numberStyleOf(amount.written, label, options, opened.format?.delimiter === ';'),
    amount.written,
    label,
    options,
  );
  const unit = findFactor(label, [...preamble, ...(about.unit ? [about.unit] : [])], options);
  const marks = { ...style.marks, factor: unit.factor };
  const byDefault = defaultCurrencyOf(samples);
  const currencies = sampleAt(mapping.get('currency'));
  const currency = findCurrency(
    currencies,
    byDefault,
    amount,
    style.marks,
    preamble,
    profile?.currency,
    options,
  );
  const currencyIs = (code: string) => 'always' in currency.part && currency.part.always === code;
  const isAmerican = profile?.order === 'month first' || currencyIs('USD');
  const usual = isAmerican ? 'month first' : 'day first';
  const dates = datesOf(samples, mapped.dates, mapping, usual, opened.about, options);
  const dated = [...mapping].flatMap(([role, column]) =>
    DATE_ROLES.includes(role) && dates.styles.get(column) === 'financial year' ? column : [],
  );
  const { calendar, ...calendars } = calendarOf(
    {
      profile,
      currency: currency.part,
      currencies: [currencies, byDefault].find((sample) => sample?.filled.length)?.filled ?? [],
      hasDates: mapped.dates.length > 0 || yearColumns.length > 0,
      named: unclearYear([
        ...yearColumns.map(({ column }) => sampleAt(column)?.column.label ?? ''),
        ...dated.map((column) => sampleAt(column)?.filled[0] ?? ''),
      ]),
      lines: preamble,
    },
    options,
  );
  const years = yearsBy(calendar);
  const funder = funderChoice(mapping, about.title, opened.name, options);
  const kindColumn = sampleAt(mapping.get('kind'));
  const phase = phaseOf(samples, kindColumn, profile, options);
  const always = options.always?.kind ?? profile?.kind ?? 'amount';
  const decimals = decimalsFor(numbersOf(amount, style.marks), opened.share, unit.factor);
  const roles = rolesOf({
    samples,
    rows: rows.length,
    mapping,
    profile,
    kind: kindColumn ? { column: kindColumn.column.index, blank: always } : { always },
    phase: phase?.sample.column.index ?? null,
    phases: phase?.only,
    currency: currency.part,
    decimals,
    funder: funder.funder,
    years,
    dated: new Set(mapped.dates.map(({ sample }) => sample.column.index)),
  });
  if (!roles) return unfit;
  const labelAt = (index: number | undefined) => sampleAt(index)?.column.label;
  const monthFirst = dates.styles.get(mapping.get('date') ?? -1) === 'month first';
  return {
    ...base,
    profile: match
      ? { id: match.profile.id, name: match.profile.name, confidence: match.confidence }
      : { id: 'general', name: 'A table with a column of amounts', confidence: 0 },
    roles,
    mapping,
    years,
    numbers: {
      ...style.marks,
      factor: unit.factor,
      decimals,
      ...(options.credits ? { credits: options.credits } : {}),
      ...(currency.byFormat ? { byFormat: true } : {}),
    },
    dates: new Map(Array.from(dates.styles, ([at, style]) => [at, styleIn(style, calendar)])),
    calendar,
    decisions: [
      ...opened.decisions,
      ...headerDecision(headless ? -1 : 0, options),
      ...(years.length > 0
        ? periodsDecision(
            years.flatMap(({ column }) => sampleAt(column) ?? []),
            yearsLeft(samples, years),
            money,
            options,
          )
        : amountDecision(amount, money, profile !== undefined, options)),
      ...twiceDecision(years, (column) => labelAt(column) ?? ''),
      ...(years.length > 0 ? [] : cutDecision(amount, samples[amount.column.index + 1])),
      ...style.decisions,
      ...unit.decisions,
      ...cellUnitDecisions(amount.written, label, marks, options),
      ...currency.decisions.map((decision) =>
        // American dates in a file of no named currency are no sign of pounds.
        monthFirst && currencyIs('GBP') ? { ...decision, doubt: true } : decision,
      ),
      ...dateDecision(labelAt(mapping.get('date')), mapped.dates, options),
      ...(years.length > 0 ? [] : lostDates(samples, mapping, mapped.dates, options)),
      ...dates.decisions,
      ...calendars.decisions,
      ...kindDecisions(kindColumn, phase, profile, options),
      ...funder.decisions,
    ],
  };
}

/** The cells of several columns as those of one: year columns write numbers alike. */
function together(first: ColumnSample, all: readonly ColumnSample[]): ColumnSample {
  return {
    ...first,
    filled: all.flatMap(({ filled }) => filled),
    written: all.flatMap(({ written }) => written),
    typed: all.flatMap(({ typed }) => typed),
    formats: all.flatMap(({ formats }) => formats),
  };
}

/** Styles of all columns with dates, and of those that a person said have them. */
function datesOf(
  samples: readonly ColumnSample[],
  dated: readonly DateColumn[],
  mapping: Plan['mapping'],
  usual: 'day first' | 'month first',
  about: DataPackage | undefined,
  options: Options,
): { readonly styles: ReadonlyMap<number, DateStyle>; readonly decisions: readonly Decision[] } {
  const named = DATE_ROLES.map((role) => mapping.get(role));
  const known = new Map(dated.map(({ sample, found }) => [sample, found]));
  const wanted = samples.filter(
    (sample) => known.has(sample) || named.includes(sample.column.index),
  );
  const said = wanted.map((sample) => {
    const found = known.get(sample) ?? dateStyleOf(sample);
    return dateStyleSaid(hintFor(about, sample.column), sample, found, options);
  });
  const settled = settleOrder(
    new Map(wanted.map(({ column }, at) => [column.index, said[at]!.found])),
    (index) => samples[index]?.column.label ?? '',
    usual,
    options,
  );
  const decisions = [...said.flatMap((each) => each.decisions), ...settled.decisions];
  // A doubt about a column that plays no part is nobody's concern.
  const labels = named.map(
    (index) => samples.find(({ column }) => column.index === index)?.column.label,
  );
  return {
    styles: settled.styles,
    decisions: decisions.filter(({ column }) => labels.includes(column)),
  };
}
