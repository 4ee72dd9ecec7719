import { isList, isObject, type Json, type JsonObject } from './json.ts';

/**
 * Records, where a release of the Open Contracting Data Standard with several awards is a record for
 * each, with the contracts that come of it: each award has an amount and suppliers of its own. Of a
 * record of a record package its release is read.
 */
export function* awardsApart(records: Iterable<Json>): Generator<Json> {
  for (const packed of records) {
    const record = releaseOf(packed);
    const awards = isObject(record) && record.has('ocid') ? listOf(record.get('awards')) : [];
    if (!isObject(record) || awards.length < 2) {
      yield record;
      continue;
    }
    const contracts = listOf(record.get('contracts'));
    const [first] = awards;
    for (const award of awards) {
      const own = contracts.filter((contract) => awardOf(contract, awards, first) === award);
      yield new Map([...record, ['awards', [award]], ['contracts', own]]);
    }
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
