import { isList, isObject, type Json, type JsonObject } from './json.ts';

/**
 * Records, where a release of the Open Contracting Data Standard is one for each award, with the
 * contracts that come of it, and one for each contract where no award says what it comes to: each has
 * an amount and suppliers of its own. A release in which only the tender has a value stays whole, and
 * in others that value is kept once. Of a record of a record package its release is read.
 */
export function* awardsApart(records: Iterable<Json>): Generator<Json> {
  for (const packed of records) {
    const record = releaseOf(packed);
    if (!isObject(record) || !record.has('ocid')) {
      yield record;
      continue;
    }
    const parts = [...partsOf(record)];
    if (parts.length < 2) yield record;
    else yield* parts.map((part, index) => (index === 0 ? part : withoutTenderValue(part)));
  }
}

/**
 * The release that a record of a record package stands for: the one compiled of all, else the last, as
 * they are in the order of their dates. Adding up several would count what they repeat again.
 */
function releaseOf(record: Json): Json {
  if (!isObject(record) || !record.has('ocid')) return record;
  const compiled = record.get('compiledRelease');
  const releases = listOf(record.get('releases')).filter(isWhole);
  const release = isObject(compiled) ? compiled : releases.at(-1);
  return release ? new Map([['ocid', record.get('ocid') ?? null], ...release]) : record;
}

/** Not only linked to: a link has the address of the release and not what is in it. */
function isWhole(release: JsonObject): boolean {
  return release.has('ocid') || !release.has('url');
}

function* partsOf(release: JsonObject): Generator<JsonObject> {
  const awards = listOf(release.get('awards'));
  const contracts = listOf(release.get('contracts'));
  if (![...awards, ...contracts].some(hasMoney)) return;
  const [first] = awards;
  if (!first) {
    for (const contract of contracts) yield withLists(release, { contracts: [contract] });
  }
  for (const award of awards) {
    const own = contracts.filter((contract) => awardOf(contract, awards, first) === award);
    const paid = hasMoney(award) || !own.some(hasMoney) ? [own] : own.map((one) => [one]);
    for (const these of paid) yield withLists(release, { awards: [award], contracts: these });
  }
}

function withLists(
  release: JsonObject,
  lists: Readonly<Record<string, readonly JsonObject[]>>,
): JsonObject {
  return new Map([...release, ...Object.entries(lists).filter(([name]) => release.has(name))]);
}

function withoutTenderValue(release: JsonObject): JsonObject {
  const tender = release.get('tender');
  if (!isObject(tender)) return release;
  return new Map([
    ...release,
    ['tender', new Map([...tender].filter(([name]) => name !== 'value'))],
  ]);
}

/** Whether an award or a contract says what it comes to, or what was paid. */
function hasMoney(of: JsonObject): boolean {
  const value = of.get('value');
  if (isObject(value) && (value.get('amount') ?? '') !== '') return true;
  const done = of.get('implementation');
  return isObject(done) && listOf(done.get('transactions')).some(hasMoney);
}

function listOf(value: Json | undefined): readonly JsonObject[] {
  return isList(value) && value.every(isObject) ? value.filter(isObject) : [];
}

/** The award that a contract names, the first where it names none, so that every contract is kept once. */
function awardOf(
  contract: JsonObject,
  awards: readonly JsonObject[],
  first: JsonObject | undefined,
): JsonObject | undefined {
  const named = contract.get('awardID');
  return awards.find((award) => named !== undefined && award.get('id') === named) ?? first;
}
