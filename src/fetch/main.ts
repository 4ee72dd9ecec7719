/**
 * The only page of the app that may reach other hosts, and it does nothing else: the explorer, whose
 * own policy stays shut, holds it in a frame after the reader has agreed to the host, asks it for one
 * file and takes it away again.
 */
import { READY, type FetchAnswer, type FetchRequest } from './messages.ts';
import { fetchFile } from './fetchfile.ts';

async function answer({ data, origin, source, ports }: MessageEvent<FetchRequest>): Promise<void> {
  const [port] = ports;
  if (origin !== location.origin || source !== parent || !port || data?.type !== 'fetch') return;
  const say = (message: FetchAnswer) => port.postMessage(message);
  say(await fetchFile(data, (bytes, size) => say({ type: 'progress', bytes, size })));
}

// Opened by itself it does nothing.
if (parent !== window) {
  addEventListener('message', (event) => void answer(event));
  parent.postMessage(READY, location.origin);
}
