import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { unpack } from '../../../../src/load/formats/unpack.ts';
import { JsonFraction, JsonReader, type Json } from '../../../../src/load/formats/json.ts';
import { feedsIn, file, recordsIn, recordsOf, refusalOf } from './bytes.ts';

const json = (text: string, name = 'file.json') => file(name, text);

describe('records in JSON', () => {
  test('are a table of all their fields, in the order they are met', async () => {
    const text = '[{"a":1.10,"b":"x"},{"c":null,"b":true},{"b":"y","d":12345678901234567890.10}]';
    expect(await recordsIn(json(text))).toEqual([
      ['a', 'b', 'c', 'd'],
      ['1.10', 'x', '', ''],
      ['', 'true', '', ''],
      ['', 'y', '', '12345678901234567890.10'],
    ]);
  });

  test('have their inner fields as columns named by their path', async () => {
    const text = '[{"from":{"name":"A"},"to":[{"id":1},{"id":2}],"tags":["x","y"],"none":[]}]';
    expect(await recordsIn(json(text))).toEqual([
      ['from.name', 'to.0.id', 'to.1.id', 'tags', 'none'],
      ['A', '1', '2', 'x; y', ''],
    ]);
  });

  test('of open contracting have slashes, as its spreadsheets do', async () => {
    const text = '{"uri":"x","releases":[{"ocid":"1","awards":[{"value":{"amount":5}}]}]}';
    expect(await recordsIn(json(text))).toEqual([
      ['ocid', 'awards/0/value/amount'],
      ['1', '5'],
    ]);
  });

  test('of a release with several awards are one for each, with the contracts of that award', async () => {
    const award = (id: string, amount: number) => ({ id, value: { amount } });
    const contract = (awardID: string, id: string) => ({ id, awardID });
    const release = {
      ocid: '1',
      awards: [award('a', 5), award('b', 7)],
      contracts: [contract('b', 'x'), contract('gone', 'y'), contract('b', 'z')],
    };
    const single = { ocid: '2', awards: [award('c', 11)] };
    expect(await recordsIn(json(JSON.stringify({ releases: [release, single] })))).toEqual([
      [
        'ocid',
        'awards/0/id',
        'awards/0/value/amount',
        ...['0', '1'].flatMap((at) => [`contracts/${at}/id`, `contracts/${at}/awardID`]),
      ],
      ['1', 'a', '5', 'y', 'gone', '', ''],
      ['1', 'b', '7', 'x', 'b', 'z', 'b'],
      ['2', 'c', '11', '', '', '', ''],
    ]);
  });

  test('of a record package are its compiled releases, else the last of each', async () => {
    const release = (id: string, amount: number) => ({
      ocid: '1',
      id,
      awards: [{ id, value: { amount } }],
    });
    const records = [
      { ocid: '1', compiledRelease: release('a', 5), releases: [release('b', 3), release('c', 4)] },
      { ocid: '1', releases: [release('d', 6), release('e', 7)], versionedRelease: { x: [] } },
      { ocid: '1', releases: [release('f', 8), { url: 'https://example.org/g', date: '2020' }] },
    ];
    const packed = { uri: 'x', packages: ['https://example.org/1'], records };
    expect(await recordsIn(json(JSON.stringify(packed)))).toEqual([
      ['ocid', 'id', 'awards/0/id', 'awards/0/value/amount'],
      ['1', 'a', 'a', '5'],
      ['1', 'e', 'e', '7'],
      ['1', 'f', 'f', '8'],
    ]);
  });

  test('of a compiled release with several awards are one for each as well', async () => {
    const awards = [5, 7].map((amount) => ({ value: { amount } }));
    const records = [{ ocid: '1', compiledRelease: { tag: ['compiled'], awards } }];
    expect(await recordsIn(json(JSON.stringify({ records })))).toEqual([
      ['ocid', 'tag', 'awards/0/value/amount'],
      ['1', 'compiled', '5'],
      ['1', 'compiled', '7'],
    ]);
  });

  test('of a release whose awards have no value are one for each contract that has one', async () => {
    const contract = (id: string, awardID: string, amount: number) => ({
      id,
      awardID,
      value: { amount },
    });
    const contracts = [contract('x', 'a', 60), contract('y', 'a', 40), contract('z', 'b', 7)];
    const releases = [
      { ocid: '1', awards: [{ id: 'a' }, { id: 'b' }], contracts },
      { ocid: '2', contracts: contracts.slice(1) },
    ];
    const records = await recordsIn(json(JSON.stringify({ releases })));
    expect(records).toEqual([
      ['ocid', 'awards/0/id', 'contracts/0/id', 'contracts/0/awardID', 'contracts/0/value/amount'],
      ['1', 'a', 'x', 'a', '60'],
      ['1', 'a', 'y', 'a', '40'],
      ['1', 'b', 'z', 'b', '7'],
      ['2', '', 'y', 'a', '40'],
      ['2', '', 'z', 'b', '7'],
    ]);
  });

  test('of a release have the value of its tender once', async () => {
    const tender = { title: 'Roads', value: { amount: 1000 } };
    const awards = [{ id: 'a' }, { id: 'b' }];
    const valued = [{ id: 'a', value: { amount: 5 } }, { id: 'b' }];
    const releases = [
      { ocid: '1', tender, awards: valued },
      { ocid: '2', tender, awards },
    ];
    const records = await recordsIn(json(JSON.stringify({ releases })));
    expect(records).toEqual([
      [
        'ocid',
        'tender/title',
        'tender/value/amount',
        'awards/0/id',
        'awards/0/value/amount',
        'awards/1/id',
      ],
      ['1', 'Roads', '1000', 'a', '5', ''],
      ['1', 'Roads', '', 'b', '', ''],
      ['2', 'Roads', '1000', 'a', '', 'b'],
    ]);
  });

  test('may stand on lines, under any name', async () => {
    const records = [['a'], ['1'], ['2']];
    expect(await recordsIn(json('{"a":1}\n{"a":2}\n', 'a.ndjson'))).toEqual(records);
    expect(await recordsIn(json('\ufeff{"a":1}\r\n\r\n{"a":2}', 'a.txt'))).toEqual(records);
  });

  test('may be lists, the first of them a header', async () => {
    expect(await recordsIn(json('[["a","b"],[1,null]]'))).toEqual([
      ['a', 'b'],
      ['1', ''],
    ]);
  });

  test('are found within an object, and several are offered by name', async () => {
    const inner = '{"meta":{"n":[1]},"data":{"rows":[{"a":1}]}}';
    expect(await recordsIn(json(inner))).toEqual([['a'], ['1']]);
    const feeds = feedsIn(await unpack(json('{"spend":[{"a":1}],"staff":[{"b":2}]}')));
    expect(feeds.map(({ name }) => name)).toEqual(['spend', 'staff']);
    expect(await recordsOf(feeds[1]!)).toEqual([['b'], ['2']]);
  });

  test('keep names that mean something to the machine', async () => {
    const text = '[{"__proto__":"1","constructor":"2","":"3","toString":{"__proto__":4}}]';
    expect(await recordsIn(json(text))).toEqual([
      ['__proto__', 'constructor', '', 'toString.__proto__'],
      ['1', '2', '3', '4'],
    ]);
  });

  test('of 360Giving have the columns of its spreadsheets', async () => {
    const grant = {
      id: '360G-1',
      amountAwarded: 5,
      plannedDates: [{ startDate: '2020-01-01', duration: 12 }],
      recipientOrganization: [
        { id: 'a', name: 'A', addressCountry: 'England', url: 'x' },
        { name: 'B' },
      ],
      beneficiaryLocation: [{ geoCode: 'E08', geoCodeType: 'MD' }],
      fromOpenCall: 'Yes',
      dateModified: '2022',
      dataSource: 'x',
    };
    const [header] = await recordsIn(json(JSON.stringify({ version: '1', grants: [grant] })));
    expect(header).toEqual([
      'Identifier',
      'Amount Awarded',
      'Planned Dates:Start Date',
      'Planned Dates:Duration (months)',
      'Recipient Org:Identifier',
      'Recipient Org:Name',
      'Recipient Org:Country',
      'Recipient Org:Web Address',
      'Recipient Org:1:Name',
      'Beneficiary Location:Geographic Code',
      'Beneficiary Location:Geographic Code Type',
      'From an open call?',
      'Last modified',
      'Data Source',
    ]);
  });
});

describe('JSON that cannot be read', () => {
  test.each([
    ['{"a":1}', /no list of records/],
    ['[1,2]', /list of plain values/],
    ['[{"a":1},', /ends in the middle/],
    ['[{"a":1}', /ends in the middle/],
    ['[{"a":"x', /fault in line 1|ends in the middle/],
    ['[{"a":1}\n{"a":2}]', /fault in line 2, character 1/],
    ['{"grants":[{"a":01}]}', /fault in line 1/],
    ['['.repeat(100_000), /ends in the middle/],
    ['['.repeat(100_000) + ']'.repeat(100_000), /levels deep/],
    ['[{"a":1}] x', /fault in line 1, character 11/],
    ['{"a":'.repeat(100_000), /ends in the middle/],
    ['[{"a":'.repeat(100_000) + '1' + '}]'.repeat(100_000), /levels deep/],
  ])('case %#', async (text, reason) => {
    expect(await refusalOf(json(text))).toMatch(reason);
  });

  test('in another encoding', async () => {
    const latin = Uint8Array.from('[{"a":"\xe9"}]', (character) => character.charCodeAt(0));
    expect(await refusalOf(file('a.json', latin))).toMatch(/not in UTF-8/);
  });

  test('because it is too large is refused before it is read', async () => {
    const start = new TextEncoder().encode('[{"a":1},'.padEnd(4096));
    const large = {
      name: 'a.json',
      size: 300_000_000,
      slice: async (from: number, to: number) => start.slice(0, to - from),
    };
    expect(await refusalOf(large)).toMatch(/more than 200 MB.*CSV/);
  });
});

test('the reader agrees with the platform, but for the text of numbers', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 5 }), (text) => {
      const reader = new JsonReader(text);
      expect(reader.value()).toEqual(plain(JSON.parse(text)));
      expect(reader.peek()).toBe('');
      const skipping = new JsonReader(text);
      skipping.skip();
      expect(skipping.peek()).toBe('');
    }),
  );
});

function plain(value: unknown): Json {
  if (value === null) return null;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object') {
    return new Map(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
  }
  const text = String(Object.is(value, -0) ? '-0' : value);
  return typeof value === 'number' && /[.e]/.test(text) ? new JsonFraction(text) : text;
}

const corpus = process.env.TRANCHE_CORPUS ?? '';
const grants = `${corpus}/trafford_grants`;

if (existsSync(`${grants}.json`)) {
  test('a published package gives what its CSV gives', async () => {
    const [header = [], ...records] = await recordsIn(
      file('grants.json', readFileSync(`${grants}.json`)),
    );
    const [titles = [], ...lines] = Papa.parse<string[]>(readFileSync(`${grants}.csv`, 'utf8'), {
      skipEmptyLines: true,
    }).data;
    expect(records).toHaveLength(555);
    expect(titles).toEqual(expect.arrayContaining(header));
    const amount = header.indexOf('Amount Awarded');
    const pence = records.reduce((sum, cells) => sum + Math.round(Number(cells[amount]) * 100), 0);
    expect(pence).toBe(129143654);
    const inOrder = records.map((cells) =>
      titles.map((title) => cells[header.indexOf(title)] ?? ''),
    );
    expect(inOrder).toEqual(lines);
  });
}
