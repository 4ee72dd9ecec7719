import { READY, type FetchAnswer, type FetchRequest } from '../fetch/messages.ts';

export interface FetchOptions {
  /** Bytes so far, and of how many where the server says so. */
  readonly onprogress?: (bytes: number, size: number | null) => void;
  readonly signal?: AbortSignal;
  /** Most bytes to take; 500 MB when not given. */
  readonly most?: number;
  /** Milliseconds without a byte after which it is given up; half a minute when not given. */
  readonly patience?: number;
}

const MOST = 500_000_000;
const PATIENCE = 30_000;
/** Milliseconds in which the page that fetches must have opened. */
const OPENING = 10_000;

/**
 * The host of an address that may be fetched, for the reader to agree to, or the sentence against it.
 * Only https is taken, and this machine for those who try things out.
 */
function hostToConfirm(text: string): { readonly host: string } | { readonly refused: string } {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  if (!url)
    return { refused: 'This is no address. One looks like https://example.org/grants.csv.' };
  if (url.username !== '' || url.password !== '') {
    return { refused: 'Addresses with a name and a password in them are not fetched.' };
  }
  const isHere = url.protocol === 'http:' && url.hostname === 'localhost';
  if (url.protocol === 'https:' || isHere) return { host: url.host };
  return { refused: 'Only addresses that begin with https:// are fetched.' };
}

/**
 * Fetches a file from another host, which the reader must have agreed to. A page with a policy of its
 * own does it, in a hidden frame, so that this page can reach nothing but its own files. Rejects with
 * a sentence that says what to do instead, and with the signal's reason when stopped.
 */
export async function fetchUrl(text: string, options: FetchOptions = {}): Promise<File> {
  const confirmed = hostToConfirm(text);
  if ('refused' in confirmed) throw new Error(confirmed.refused);
  const { signal, onprogress, most = MOST, patience = PATIENCE } = options;
  signal?.throwIfAborted();
  const url = new URL(text.trim());
  url.hash = '';
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.title = 'Fetching a file';
  frame.src = new URL('fetch.html', document.baseURI).href;
  const { port1: port, port2: theirs } = new MessageChannel();
  const done = new AbortController();
  let opening: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<File>((settle, fail) => {
      signal?.addEventListener('abort', () => fail(signal.reason), { signal: done.signal });
      port.onmessage = ({ data }: MessageEvent<FetchAnswer>) => {
        if (data.type === 'progress') onprogress?.(data.bytes, data.size);
        else if (data.type === 'done') settle(new File([data.blob], data.name));
        else fail(new Error(data.reason));
      };
      const ask = ({ data, origin, source }: MessageEvent<unknown>) => {
        const isFrame = origin === location.origin && source === frame.contentWindow;
        if (!isFrame || data !== READY) return;
        clearTimeout(opening);
        const request: FetchRequest = { type: 'fetch', url: url.href, most, patience };
        frame.contentWindow?.postMessage(request, location.origin, [theirs]);
      };
      addEventListener('message', ask, { signal: done.signal });
      const late = () => fail(new Error('The page that fetches files could not be opened.'));
      opening = setTimeout(late, OPENING);
      document.body.append(frame);
    });
  } finally {
    clearTimeout(opening);
    done.abort();
    port.close();
    frame.remove();
  }
}
