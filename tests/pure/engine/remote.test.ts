import { describe, expect, test } from 'vitest';
import { LocalEngine } from '../../../src/engine/local.ts';
import type { FromWorker, ToWorker } from '../../../src/engine/messages.ts';
import { openRemote } from '../../../src/engine/remote.ts';
import type { Question } from '../../../src/model/question.ts';
import { datasetOf, MEASURES, plainRow } from './random-dataset.ts';

const question: Question = { ask: 'find', text: 'S', limit: 3, measure: MEASURES[0]!.id };
const local = new LocalEngine(datasetOf([plainRow()]));

/** Stands in for a worker: answers as `react` says, by messages that are cloned as real ones are. */
class FakeWorker extends EventTarget {
  terminated = false;
  readonly react: (message: ToWorker) => Promise<FromWorker> | undefined;

  constructor(react: (message: ToWorker) => Promise<FromWorker> | undefined) {
    super();
    this.react = react;
  }

  postMessage(message: ToWorker, transfer: Transferable[]): void {
    const reply = this.react(structuredClone(message, { transfer }));
    void reply?.then((data) => this.dispatchEvent(new MessageEvent('message', { data })));
  }

  terminate(): void {
    this.terminated = true;
  }

  die(message: string): void {
    this.dispatchEvent(Object.assign(new Event('error'), { message }));
  }
}

function open(worker: FakeWorker) {
  // A worker's handlers and options are not used, so the stand-in has only what is.
  return openRemote(worker as unknown as Worker, [{ name: 'a.csv', bytes: new Uint8Array(2) }]);
}

const opening = async (): Promise<FromWorker> => ({
  type: 'opened',
  card: local.card,
  reading: null,
});

describe('the page’s side of the worker', () => {
  test('gives each question its own answer, in whatever order they come', async () => {
    const replies: ((reply: FromWorker) => void)[] = [];
    const worker = new FakeWorker((message) =>
      message.type === 'open' ? opening() : new Promise((resolve) => replies.push(resolve)),
    );
    const engine = await open(worker);
    expect(engine.card).toEqual(local.card);
    const first = engine.ask(question);
    const second = engine.ask({ ...question, text: 'F' });
    const failing = engine.ask(question);
    replies[2]!({ type: 'failed', id: 2, message: 'no such measure: "x"' });
    replies[1]!({ type: 'answer', id: 1, answer: await local.ask({ ...question, text: 'F' }) });
    replies[0]!({ type: 'answer', id: 0, answer: await local.ask(question) });
    expect(await first).toEqual(await local.ask(question));
    expect(await second).toEqual(await local.ask({ ...question, text: 'F' }));
    await expect(failing).rejects.toThrow('no such measure: "x"');
  });

  test('rejects with the reason when the file is refused or the script cannot run', async () => {
    const refusing = new FakeWorker(async () => ({ type: 'refused', reason: 'There is no file.' }));
    await expect(open(refusing)).rejects.toThrow('There is no file.');
    expect(refusing.terminated).toBe(true);
    const dead = new FakeWorker(() => undefined);
    const opened = open(dead);
    dead.die('');
    await expect(opened).rejects.toThrow('its script could not run');
  });

  test('rejects every question, waiting or new, when the worker dies', async () => {
    const worker = new FakeWorker((message) => (message.type === 'open' ? opening() : undefined));
    const engine = await open(worker);
    const asks = [engine.ask(question), engine.ask(question)];
    worker.die('out of memory');
    for (const ask of [...asks, engine.ask(question)]) {
      await expect(ask).rejects.toThrow('the engine stopped: out of memory');
    }
  });
});
