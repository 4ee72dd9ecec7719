import { isList, isObject, type Json, type JsonObject } from './json.ts';

/**
 * Records, where a release of the Open Contracting Data Standard with several awards is a record for
 * each, with the contracts that come of it: each award has an amount and suppliers of its own.
 */
export function* awardsApart(records: Iterable<Json>): Generator<Json> {
  for (const record of records) {
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
