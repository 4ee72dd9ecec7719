import workerUrl from '../engine/worker.ts?worker&url';
import { fetchBytes } from './fetchbytes.ts';

/** What is used here of the browser's Trusted Types, which TypeScript's DOM library does not name. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

declare global {
  var trustedTypes: TrustedTypes | undefined;
}

// A policy name can be used once in a page, so the policy is made once, here.
const policy = globalThis.trustedTypes?.createPolicy('tranche-worker', {
  createScriptURL(url) {
    if (!url.startsWith('blob:')) throw new TypeError(`not a blob of this page: "${url}"`);
    return url;
  },
});

/**
 * Fetches the engine's worker and gives what starts it, so that the page's content security policy
 * binds it. A policy in a meta tag does not reach a worker loaded by address, which could then send
 * data anywhere; a worker made from a blob inherits it. The blob names the worker's module by its
 * address instead of holding its text, so that what the worker loads on demand is found beside it. A
 * worker that cannot run says so once and at once: whoever starts it listens in the same turn.
 * Rejects with a sentence when the script cannot be fetched.
 */
export async function fetchWorker(): Promise<() => Worker> {
  if (import.meta.env.DEV) return () => new Worker(workerUrl, { type: 'module' });
  await fetchBytes(workerUrl, 'The engine’s script');
  const code = `import ${JSON.stringify(new URL(workerUrl, document.baseURI).href)};`;
  const script = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  return () => new Worker(policy?.createScriptURL(script) ?? script, { type: 'module' });
}
