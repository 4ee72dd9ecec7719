import type { NamedBytes } from '../load/companions.ts';
import type { Answer, AnswerTo, Question } from '../model/question.ts';
import type { Engine } from './engine.ts';
import type { FromWorker, ToWorker } from './messages.ts';

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: Error) => void;
}

/**
 * Opens files in the engine's worker and gives the page's side of the door. The bytes are moved
 * to the worker and are gone from the page. Rejects with the reason when the files are refused or
 * the worker cannot run; when it dies later, every question waiting or asked after that rejects.
 */
export function openRemote(worker: Worker, files: readonly NamedBytes[]): Promise<Engine> {
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let ended: Error | undefined;
  const send = (message: ToWorker, move: Transferable[] = []) => worker.postMessage(message, move);

  function ask<Asked extends Question>(question: Asked): Promise<AnswerTo[Asked['ask']]> {
    return new Promise((resolve, reject) => {
      if (ended) throw ended;
      const id = asked++;
      send({ type: 'ask', id, question });
      // The compiler cannot follow that the answer to a question's id is of the question's kind.
      waiting.set(id, { resolve: (answer) => resolve(answer as AnswerTo[Asked['ask']]), reject });
    });
  }

  return new Promise((resolve, reject) => {
    const end = (reason: string) => {
      ended = new Error(reason);
      worker.terminate();
      reject(ended);
      for (const question of waiting.values()) question.reject(ended);
      waiting.clear();
    };
    worker.addEventListener('error', ({ message }) => {
      end(`the engine stopped: ${message || 'its script could not run'}`);
    });
    worker.addEventListener('messageerror', () => end('the engine stopped: its answer was lost'));
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if (data.type === 'opened') return resolve({ card: data.card, ask });
      if (data.type === 'refused') return end(data.reason);
      const question = waiting.get(data.id);
      waiting.delete(data.id);
      if (data.type === 'answer') question?.resolve(data.answer);
      else question?.reject(new Error(data.message));
    });
    send({ type: 'open', files }, [...new Set(files.map(({ bytes }) => bytes.buffer))]);
  });
}
