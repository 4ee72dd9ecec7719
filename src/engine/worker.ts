/** The engine off the page's thread: opens files once, then answers questions about them. */
import { readDataset } from '../load/read.ts';
import { LocalEngine } from './local.ts';
import type { FromWorker, ToWorker } from './messages.ts';

let engine: LocalEngine | undefined;

addEventListener('message', async ({ data }: MessageEvent<ToWorker>) => {
  const reply: FromWorker = data.type === 'open' ? open(data) : await answer(data);
  postMessage(reply);
});

function open({ files }: Extract<ToWorker, { type: 'open' }>): FromWorker {
  try {
    const result = readDataset(files);
    if ('refused' in result) return { type: 'refused', reason: result.refused };
    engine = new LocalEngine(result.dataset);
    return { type: 'opened', card: engine.card };
  } catch (error) {
    return { type: 'refused', reason: messageOf(error) };
  }
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
