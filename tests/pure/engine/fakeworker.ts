import type { FromWorker, ToWorker } from '../../../src/engine/messages.ts';

/** Stands in for a worker: keeps what it is told and says what a test wants it to. */
export class FakeWorker extends EventTarget {
  terminated = false;
  readonly heard: ToWorker[] = [];

  postMessage(message: ToWorker): void {
    this.heard.push(message);
  }

  say(...messages: FromWorker[]): void {
    for (const data of messages) this.dispatchEvent(new MessageEvent('message', { data }));
  }

  die(message: string): void {
    this.dispatchEvent(Object.assign(new Event('error'), { message }));
  }

  terminate(): void {
    this.terminated = true;
  }
}

/** Starts stand-ins, and keeps them in the order of their starts. */
export function fakeWorkers() {
  const workers: FakeWorker[] = [];
  const start = () => {
    const worker = new FakeWorker();
    workers.push(worker);
    // A worker's handlers and options are not used, so the stand-in has only what is.
    return worker as unknown as Worker;
  };
  return { workers, start };
}
