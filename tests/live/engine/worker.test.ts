import { describe, expect, test } from 'vitest';
import { LocalEngine } from '../../../src/engine/local.ts';
import { openRemote } from '../../../src/engine/remote.ts';
import { readDataset } from '../../../src/load/read.ts';
import type { GroupsQuestion } from '../../../src/model/question.ts';

const CSV = 'Supplier,Area,Amount\nAlpha,Roads,10.50\nBeta,Roads,20\nAlpha,Parks,-3\n';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const worker = () =>
  new Worker(new URL('../../../src/engine/worker.ts', import.meta.url), { type: 'module' });

describe('the engine in a worker', () => {
  test('answers as it does in the page', async () => {
    const read = readDataset([{ name: 'spend.csv', bytes: bytesOf(CSV) }]);
    if ('refused' in read) throw new Error(read.refused);
    const local = new LocalEngine(read.dataset);
    const bytes = bytesOf(CSV);
    const { engine: remote } = await openRemote(worker, [{ name: 'spend.csv', bytes }]);
    expect(remote.card).toEqual(local.card);
    const question: GroupsQuestion = {
      ask: 'groups',
      measure: local.card.measures[0]!.id,
      filters: [],
      by: local.card.suggested.levels.map((dimension) => ({ dimension, top: 12 })),
      also: [],
    };
    const { groups, ledger } = await remote.ask(question);
    const expected = await local.ask(question);
    expect({ groups, ledger }).toEqual({ groups: expected.groups, ledger: expected.ledger });
    expect(groups.length).toBeGreaterThan(0);
    await expect(remote.ask({ ...question, measure: 'shells' })).rejects.toThrow('shells');
  });

  test('refuses a file with the reason', async () => {
    const files = [{ name: 'notes.csv', bytes: bytesOf('only,words\nhere,now\n') }];
    await expect(openRemote(worker, files)).rejects.toThrow('column of amounts');
  });

  test('says so when its script cannot run', async () => {
    const missing = () => new Worker(URL.createObjectURL(new Blob(['throw new Error("no luck")'])));
    await expect(openRemote(missing, [])).rejects.toThrow('the engine stopped: Uncaught Error');
  });
});
