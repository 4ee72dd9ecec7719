import type { Engine } from '../engine/engine.ts';
import type { DimensionCard } from '../model/dataset.ts';
import { amongOf, withFilter, type Filter } from '../model/filter.ts';
import type { Measure } from '../model/measure.ts';
import type { Money } from '../model/money.ts';
import { parseIsoDay } from '../model/period.ts';
import { dimensionOf, valueOf } from '../model/subject.ts';
import { labelOf } from '../words/selection.ts';
import { dimensionNamed, isSame, listed } from './named.ts';

/** How many values that contain a text are looked through for the one that is it. */
const MOST_FOUND = 500;

/**
 * Adds a clause as it is written on a command line to a selection: `sector=Transport,Energy`, with a
 * value that has a comma in quotation marks; `period=2017-04-01..2018-04-01`, the last day not
 * counted; `amount=1000000..`, in whole units of the measure; `text=broadband`. Rejects with a
 * sentence for what cannot be read or is not in the data.
 */
export async function withClause(
  engine: Engine,
  measure: Measure,
  filters: readonly Filter[],
  clause: string,
): Promise<Filter[]> {
  const equals = clause.indexOf('=');
  if (equals < 0) throw new Error(`"${clause}" is no clause: write it as sector=Transport`);
  const name = clause.slice(0, equals).trim();
  const says = clause.slice(equals + 1).trim();
  if (says === '') throw new Error(`"${clause}" says nothing after its equals sign`);
  switch (name.toLowerCase()) {
    case 'period':
      return withFilter(filters, periodOf(says));
    case 'amount':
      return withFilter(filters, amountOf(says, measure));
    case 'text':
      return withFilter(filters, { on: 'text', matches: says });
  }
  const { id: dimension } = dimensionNamed(engine.card, name);
  const values = await valuesOf(engine, dimension, says);
  const among = [...new Set([...amongOf(filters, dimension), ...values])];
  return withFilter(filters, { on: 'values', dimension, among });
}

function periodOf(says: string): Filter {
  const [start, end, ...rest] = says.split('..').map((day) => parseIsoDay(day.trim()));
  if (start === undefined || end === undefined || rest.length > 0 || start >= end) {
    throw new Error(`"${says}" is no period: write it as 2017-04-01..2018-04-01`);
  }
  return { on: 'period', within: { start, end } };
}

function amountOf(says: string, measure: Measure): Filter {
  const [from, to, ...rest] = says.split('..').map((end) => moneyOf(end.trim(), measure));
  const isRange = from !== undefined && to !== undefined && rest.length === 0;
  if (!isRange || (from === null && to === null)) {
    throw new Error(`"${says}" is no range of amounts: write it as 1000000.. or 0..500`);
  }
  return { on: 'amount', from, to };
}

/** Smallest units; null for no end, undefined for what is no number. */
function moneyOf(text: string, { decimals }: Measure): Money | null | undefined {
  if (text === '') return null;
  if (!/^-?\d+(\.\d+)?$/.test(text)) return undefined;
  const money = Math.round(Number(text) * 10 ** decimals);
  return Number.isSafeInteger(money) ? money : undefined;
}

/** One value where there is one of that whole name, else those between the commas. */
async function valuesOf(engine: Engine, dimension: string, says: string): Promise<string[]> {
  const whole = await valueNamed(engine, dimension, says);
  if (whole !== undefined) return [whole];
  const parts = says.match(/"[^"]*"|[^",]+/g) ?? [];
  const names = parts.map((part) => part.trim().replace(/^"|"$/g, '')).filter(Boolean);
  const values: string[] = [];
  for (const name of names) {
    const value = await valueNamed(engine, dimension, name);
    if (value === undefined) throw new Error(await whatThereIs(engine, dimension, name));
    values.push(value);
  }
  return values;
}

/** The value of that name, letter for letter if there is one, else whatever its letters' case. */
async function valueNamed(
  engine: Engine,
  dimension: string,
  name: string,
): Promise<string | undefined> {
  const found = await containing(engine, dimension, name);
  return found.find((value) => value === name) ?? found.find((value) => isSame(value, name));
}

async function containing(engine: Engine, dimension: string, text: string): Promise<string[]> {
  const { found } = await engine.ask({ ask: 'find', text, limit: MOST_FOUND });
  return found
    .map(({ subject }) => subject)
    .filter((subject) => dimensionOf(subject) === dimension)
    .map(valueOf);
}

async function whatThereIs(engine: Engine, dimension: string, name: string): Promise<string> {
  const alike = await containing(engine, dimension, name);
  const card = engine.card.dimensions.find(({ id }) => id === dimension);
  const values = alike.length > 0 ? alike : rankedOf(card);
  const label = labelOf(dimension, engine.card);
  return `there is no "${name}" in ${label}; there are: ${listed(values)}`;
}

function rankedOf(card: DimensionCard | undefined): string[] {
  return (card?.ranked ?? []).map(({ value }) => value);
}
