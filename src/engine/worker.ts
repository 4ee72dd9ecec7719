/** The engine off the page's thread: opens files, then answers questions about them. */
import type { OpenedSource } from '../load/opensource.ts';
import { readDataset } from '../load/read.ts';
import type { Dataset, DatasetCard } from '../model/dataset.ts';
import type { Problem } from '../model/problem.ts';
import type { Unshown } from '../model/question.ts';
import { LocalEngine } from './local.ts';
import type { FromWorker, ToWorker } from './messages.ts';

let engine: LocalEngine | undefined;
/** Whether this worker would be missed: files that take long, or all memory, wait for that. */
let living = Promise.resolve();
let unshown: Readonly<Record<Unshown, readonly Problem[]>> = { unread: [], 'no rows': [] };

addEventListener('message', async ({ data }: MessageEvent<ToWorker>) => {
  switch (data.type) {
    case 'expect':
      // Whether it can be had is told when there is a file to read.
      return void reader().catch(() => undefined);
    case 'live':
      living = live(data.name);
      return;
    case 'open':
      await living;
      return tell(open(data));
    case 'read':
      await living;
      return read(data);
    case 'ask':
      return tell(await answer(data));
    case 'problems': {
      const problems = unshown[data.of].slice(data.offset, data.offset + data.limit);
      return tell({ type: 'problems', id: data.id, problems });
    }
  }
});

function tell(message: FromWorker): void {
  postMessage(message);
}

/**
 * Holds a lock for as long as this worker is there: when it comes free, the page knows. Resolves once it
 * does, or where there are no locks, as in a sandbox that gives a page an origin of its own.
 */
function live(name: string): Promise<void> {
  return new Promise((resolve) => {
    if (!('locks' in navigator)) return resolve();
    const held = () => {
      tell({ type: 'living' });
      resolve();
      return new Promise(() => undefined);
    };
    navigator.locks.request(name, held).catch(() => resolve());
  });
}

function open({ files }: Extract<ToWorker, { type: 'open' }>): FromWorker {
  try {
    const result = readDataset(files);
    if ('refused' in result) return { type: 'refused', reason: result.refused };
    return { type: 'opened', card: explore(result.dataset), reading: null };
  } catch (error) {
    return { type: 'refused', reason: messageOf(error) };
  }
}

/** What reads files. The built-in data needs none of it, so it is fetched when a file is opened. */
function reader() {
  return import('../load/openfiles.ts');
}

/** Reads files, telling how far it is. */
async function read({ files, options }: Extract<ToWorker, { type: 'read' }>): Promise<void> {
  try {
    const { openFiles } = await reader();
    const opened = await openFiles(files, options, {
      onprogress: (progress) => tell({ type: 'progress', progress }),
      onpartial: (partial) => tell({ type: 'grown', ...take(partial) }),
    });
    if ('refused' in opened) return tell({ type: 'refused', reason: opened.refused });
    tell({ type: 'opened', ...take(opened) });
    tell({ type: 'told', reading: await opened.complete() });
  } catch (error) {
    tell({ type: 'refused', reason: messageOf(error) });
  }
}

/** Lets questions be answered from what has been read so far. */
function take({ dataset, reading }: OpenedSource) {
  return { card: explore(dataset), reading };
}

function explore(dataset: Dataset): DatasetCard {
  engine = new LocalEngine(dataset);
  unshown = { unread: dataset.unread, 'no rows': dataset.noRows };
  return engine.card;
}

async function answer({ id, question }: Extract<ToWorker, { type: 'ask' }>): Promise<FromWorker> {
  try {
    if (!engine) throw new Error('no file is open');
    return { type: 'answer', id, answer: await engine.ask(question) };
  } catch (error) {
    return { type: 'failed', id, message: messageOf(error) };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
