import type { FetchAnswer, FetchRequest } from './messages.ts';

const BY_HAND = 'Open the address in a new tab, save the file, and drop it here.';

class Failure extends Error {}

/** Fetches a file without telling who asks. Never rejects: what goes wrong is a sentence to act on. */
export async function fetchFile(
  { url, most, patience }: FetchRequest,
  onprogress: (bytes: number, size: number | null) => void,
): Promise<FetchAnswer> {
  const stop = new AbortController();
  let timer = setTimeout(() => stop.abort(), patience);
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => stop.abort(), patience);
  };
  try {
    const response = await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: stop.signal,
    });
    check(response, url);
    const size = sizeOf(response);
    if (size !== null && size > most) throw tooLarge(most);
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    let bytes = 0;
    const reader = response.body?.getReader();
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
      wait();
      bytes += next.value.length;
      if (bytes > most) throw tooLarge(most);
      pieces.push(next.value);
      onprogress(bytes, size);
    }
    if (bytes === 0) throw new Failure('The server answered with an empty file.');
    return { type: 'done', blob: new Blob(pieces), name: nameOf(response) };
  } catch (fault) {
    const reason =
      fault instanceof Failure
        ? fault.message
        : stop.signal.aborted
          ? `${hostOf(url)} sent nothing for ${Math.round(patience / 1000)} seconds. Try again later. ${BY_HAND}`
          : unreachable(url);
    return { type: 'failed', reason };
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
}

/** The browser tells a page no more than that it may not see the answer, or that there was none. */
function unreachable(url: string): string {
  if (!navigator.onLine) return 'There is no connection to the network.';
  return (
    `The file could not be read from ${hostOf(url)}: either it cannot be reached, or it does not ` +
    `let other pages read its files (CORS), as many sites do not. ${BY_HAND}`
  );
}

function check({ status, ok, url: reached }: Response, asked: string): void {
  if (reached !== '' && hostOf(reached) !== hostOf(asked)) {
    throw new Failure(
      `${hostOf(asked)} sends on to ${hostOf(reached)}, which you have not agreed to. If you trust it, enter this address: ${reached}`,
    );
  }
  if (ok) return;
  if (status === 404 || status === 410) {
    throw new Failure(
      `${hostOf(asked)} has no file at this address (${status}). Check the address.`,
    );
  }
  if (status === 401 || status === 403) {
    throw new Failure(
      `${hostOf(asked)} does not give this file without a sign-in (${status}). ${BY_HAND}`,
    );
  }
  throw new Failure(
    `${hostOf(asked)} answered with an error (${status}). Try again later. ${BY_HAND}`,
  );
}

/** The size a server states; of a file that it packs for the way, that is not the file's. */
function sizeOf({ headers }: Response): number | null {
  const stated = headers.get('content-length');
  return stated !== null && headers.get('content-encoding') === null ? Number(stated) : null;
}

/** The name a file is offered under, else the end of its address. */
function nameOf({ headers, url }: Response): string {
  const offered = /filename="?([^";]+)/i.exec(headers.get('content-disposition') ?? '')?.[1];
  const path = new URL(url).pathname;
  const last = path.slice(path.lastIndexOf('/') + 1);
  try {
    return offered ?? (decodeURIComponent(last) || 'file');
  } catch {
    return last;
  }
}

function tooLarge(most: number): Failure {
  return new Failure(
    `The file is larger than ${Math.round(most / 1e6)} MB, the most that is fetched. ${BY_HAND}`,
  );
}

function hostOf(url: string): string {
  return new URL(url).host;
}
