import { describe, expect, test } from 'vitest';
import { LocalEngine } from '../../../src/engine/local.ts';
import type { FromWorker } from '../../../src/engine/messages.ts';
import { readRemote, type RemoteReading } from '../../../src/engine/remote.ts';
import type { ReadingCard } from '../../../src/load/readingcard.ts';
import type { Progress } from '../../../src/load/source.ts';
import { fakeWorkers } from './fakeworker.ts';
import { datasetOf, plainRow } from './random-dataset.ts';

const some = new LocalEngine(datasetOf([plainRow()]));
const all = new LocalEngine(datasetOf([plainRow(), plainRow({ record: 2, low: 7, high: 7 })]));
const files = [new File(['a,b\n'], 'a.csv')];

const reading: ReadingCard = {
  name: 'a.csv',
  bytes: 4,
  sha256: '',
  format: '',
  profile: { id: 'general', name: '', confidence: 1 },
  preamble: [],
  rows: { records: 1, data: 1, blank: 0, totals: 0, unread: 0 },
  sums: [],
  columns: [],
  decisions: [],
  problems: [],
  options: {},
  tables: [],
};

function start(hooks: Parameters<typeof readRemote>[3] = {}) {
  const { workers, start } = fakeWorkers();
  const read = readRemote(start, files, { amount: 'b' }, hooks);
  return { workers, worker: workers[0]!, read };
}

const opened = (engine: LocalEngine): FromWorker => ({
  type: 'opened',
  card: engine.card,
  reading,
});

describe('reading files in the worker', () => {
  test('tells how far it is, hands over what has grown, and then the whole', async () => {
    const progress: Progress[] = [];
    const grown: RemoteReading[] = [];
    const told: ReadingCard[] = [];
    const { worker, read } = start({
      onprogress: (step) => void progress.push(step),
      onpartial: (part) => void grown.push(part),
      ontold: (card) => void told.push(card),
    });
    expect(worker.heard).toEqual([{ type: 'read', files, options: { amount: 'b' } }]);
    worker.say(
      { type: 'progress', progress: { bytes: 1, size: 4, rows: 1 } },
      { type: 'grown', card: some.card, reading },
      opened(all),
    );
    const whole = await read;
    worker.say({ type: 'told', reading: { ...reading, sha256: 'ab' } });
    expect(progress).toEqual([{ bytes: 1, size: 4, rows: 1 }]);
    expect(grown.map(({ engine }) => engine.card.rows)).toEqual([1]);
    expect(whole.engine.card.rows).toBe(2);
    expect(told.map(({ sha256 }) => sha256)).toEqual(['ab']);
  });

  test('hands over the lines that are not among the rows', async () => {
    const { worker, read } = start();
    worker.say(opened(all));
    const found = (await read).unshown('no rows', 0, 10);
    const problem = { kind: 'unreadable amount', message: 'No.', row: 3 };
    expect(worker.heard.at(-1)).toEqual({
      type: 'problems',
      id: 0,
      of: 'no rows',
      offset: 0,
      limit: 10,
    });
    worker.say({ type: 'problems', id: 0, problems: [problem] });
    expect(await found).toEqual([problem]);
  });

  test('leaves nothing behind when it is stopped', async () => {
    const stop = new AbortController();
    const { worker, read } = start({ signal: stop.signal });
    worker.say({ type: 'grown', card: some.card, reading });
    stop.abort();
    await expect(read).rejects.toThrow('stopped');
    expect(worker.terminated).toBe(true);
  });

  test('reads the files anew in another worker when one is gone, and hands over nothing twice', async () => {
    const grown: RemoteReading[] = [];
    const told: ReadingCard[] = [];
    const { workers, worker, read } = start({
      onpartial: (part) => void grown.push(part),
      ontold: (card) => void told.push(card),
    });
    worker.say(opened(all));
    const found = (await read).unshown('unread', 0, 10);
    worker.die('the browser ended it');
    const second = workers[1]!;
    expect(second.heard).toEqual([{ type: 'read', files, options: { amount: 'b' } }]);
    second.say({ type: 'grown', card: some.card, reading }, opened(all));
    expect(second.heard.at(-1)).toMatchObject({ type: 'problems', id: 0 });
    second.say({ type: 'problems', id: 0, problems: [] }, { type: 'told', reading });
    expect(await found).toEqual([]);
    expect(grown).toEqual([]);
    expect(told).toHaveLength(1);
  });

  test('stays open when what is told of it later cannot be had', async () => {
    const { workers, worker, read } = start();
    worker.say(opened(all));
    const { engine } = await read;
    worker.say({ type: 'refused', reason: 'The file could not be read.' });
    const asked = engine.ask({ ask: 'find', text: 'S', limit: 1, measure: '' });
    worker.say({ type: 'failed', id: 0, message: 'as asked' });
    await expect(asked).rejects.toThrow('as asked');
    expect(worker.terminated).toBe(false);
    expect(workers).toHaveLength(1);
  });

  test('comes to nothing when the worker is gone before it is done', async () => {
    const { workers, worker, read } = start();
    worker.say({ type: 'grown', card: some.card, reading });
    worker.die('out of memory');
    await expect(read).rejects.toThrow('the engine stopped: out of memory');
    expect(workers).toHaveLength(1);
  });

  test('rejects with the reason when the file is refused', async () => {
    const { worker, read } = start();
    worker.say({ type: 'refused', reason: 'The file is empty.' });
    await expect(read).rejects.toThrow('The file is empty.');
    expect(worker.terminated).toBe(true);
  });
});
