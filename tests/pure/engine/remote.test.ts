import { describe, expect, test } from 'vitest';
import { LocalEngine } from '../../../src/engine/local.ts';
import type { FromWorker } from '../../../src/engine/messages.ts';
import { openRemote } from '../../../src/engine/remote.ts';
import type { FindQuestion } from '../../../src/model/question.ts';
import { fakeWorkers } from './fakeworker.ts';
import { datasetOf, MEASURES, plainRow } from './random-dataset.ts';

const question: FindQuestion = { ask: 'find', text: 'S', limit: 3, measure: MEASURES[0]!.id };
const other: FindQuestion = { ...question, text: 'F' };
const local = new LocalEngine(datasetOf([plainRow()]));
const files = [{ name: 'a.csv', bytes: new Uint8Array([1, 2]) }];
const opened: Extract<FromWorker, { type: 'opened' }> = {
  type: 'opened',
  card: local.card,
  reading: null,
};

const answerTo = async (id: number, asked: FindQuestion): Promise<FromWorker> => ({
  type: 'answer',
  id,
  answer: await local.ask(asked),
});

function begin() {
  const { workers, start } = fakeWorkers();
  const remote = openRemote(start, files);
  return { workers, first: workers[0]!, remote };
}

/** A dataset that is open in the first of some workers. */
async function open() {
  const { workers, first, remote } = begin();
  first.say(opened);
  return { workers, first, ...(await remote) };
}

describe('the page’s side of the worker', () => {
  test('gives each question its own answer, in whatever order they come', async () => {
    const { first, engine } = await open();
    expect(engine.card).toEqual(local.card);
    const answers = [engine.ask(question), engine.ask(other)];
    const failing = engine.ask(question);
    first.say({ type: 'failed', id: 2, message: 'no such measure: "x"' });
    first.say(await answerTo(1, other), await answerTo(0, question));
    expect(await answers[0]).toEqual(await local.ask(question));
    expect(await answers[1]).toEqual(await local.ask(other));
    await expect(failing).rejects.toThrow('no such measure: "x"');
  });

  test('rejects with the reason when the file is refused or the script cannot run', async () => {
    const refusing = begin();
    refusing.first.say({ type: 'refused', reason: 'There is no file.' });
    await expect(refusing.remote).rejects.toThrow('There is no file.');
    expect(refusing.first.terminated).toBe(true);
    const dead = begin();
    dead.first.die('');
    await expect(dead.remote).rejects.toThrow('its script could not run');
    expect(dead.workers).toHaveLength(1);
  });

  test('rejects every question, waiting or new, once it is closed', async () => {
    const { first, engine, close } = await open();
    const waiting = engine.ask(question);
    close();
    await expect(waiting).rejects.toThrow('the file was closed');
    await expect(engine.ask(question)).rejects.toThrow('the file was closed');
    expect(first.terminated).toBe(true);
  });
});

describe('when a worker is gone', () => {
  test('another opens the same data and is asked what was waiting', async () => {
    const { workers, first, engine } = await open();
    const waiting = engine.ask(question);
    first.die('the browser ended it');
    const second = workers[1]!;
    const asked = engine.ask(other);
    expect(second.heard).toEqual([{ type: 'open', files }]);
    second.say(opened);
    expect(second.heard.slice(1)).toEqual([
      { type: 'ask', id: 0, question },
      { type: 'ask', id: 1, question: other },
    ]);
    second.say(await answerTo(0, question), await answerTo(1, other));
    expect(await waiting).toEqual(await local.ask(question));
    expect(await asked).toEqual(await local.ask(other));
  });

  test('and nothing is waiting, the next question starts another', async () => {
    const { workers, first, engine } = await open();
    first.die('the browser ended it');
    expect(workers).toHaveLength(1);
    const asked = engine.ask(question);
    workers[1]!.say(opened, await answerTo(0, question));
    expect(await asked).toEqual(await local.ask(question));
  });

  test('what it still says is not heard', async () => {
    const { workers, first, engine } = await open();
    const asked = engine.ask(question);
    first.die('the browser ended it');
    first.say(await answerTo(0, other));
    first.die('and again');
    expect(workers).toHaveLength(2);
    workers[1]!.say(opened, await answerTo(0, question));
    expect(await asked).toEqual(await local.ask(question));
  });

  test('twice under one question, that one is given up, and the next is tried anew', async () => {
    const { workers, first, engine } = await open();
    const deadly = engine.ask(question);
    first.die('out of memory');
    workers[1]!.say(opened);
    const later = engine.ask(other);
    workers[1]!.die('out of memory');
    await expect(deadly).rejects.toThrow('the engine stopped: out of memory');
    workers[2]!.say(opened, await answerTo(1, other));
    expect(await later).toEqual(await local.ask(other));
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, true, false]);
  });

  test('before it has the data open, no question is to blame, but two in a row are enough', async () => {
    const { workers, first, engine } = await open();
    const asked = engine.ask(question);
    first.die('the browser ended it');
    workers[1]!.die('the browser ended it');
    workers[2]!.say(opened, await answerTo(0, question));
    expect(await asked).toEqual(await local.ask(question));
    const inVain = engine.ask(question);
    workers[2]!.die('out of memory');
    workers[3]!.die('out of memory');
    workers[4]!.die('out of memory');
    await expect(inVain).rejects.toThrow('out of memory');
    expect(workers).toHaveLength(5);
  });

  test('and the file is another by then, no question is answered from it', async () => {
    const { workers, first, engine } = await open();
    const waiting = engine.ask(question);
    first.die('the browser ended it');
    workers[1]!.say({ ...opened, card: { ...local.card, rows: 7 } });
    await expect(waiting).rejects.toThrow('the file has changed');
    expect(workers[1]!.terminated).toBe(true);
  });

  test('and the data can no more be opened, the questions say why, and the next tries anew', async () => {
    const { workers, first, engine } = await open();
    const waiting = engine.ask(question);
    first.die('the browser ended it');
    workers[1]!.say({ type: 'refused', reason: 'The file could not be read.' });
    await expect(waiting).rejects.toThrow('The file could not be read.');
    expect(workers[1]!.terminated).toBe(true);
    const again = engine.ask(question);
    workers[2]!.say(opened, await answerTo(1, question));
    expect(await again).toEqual(await local.ask(question));
  });
});
