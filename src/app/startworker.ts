import workerUrl from '../engine/worker.ts?worker&url';

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
 * Starts the engine's worker so that the page's content security policy binds it. A policy in a
 * meta tag does not reach a worker loaded by address, which could then send data anywhere; a worker
 * made from a blob inherits it. A blob has no folder, so addresses sent to the worker must be
 * absolute. Rejects when the worker's script cannot be fetched.
 */
export async function startWorker(): Promise<Worker> {
  if (import.meta.env.DEV) return new Worker(workerUrl, { type: 'module' });
  const response = await fetch(workerUrl);
  if (!response.ok) throw new Error(`the worker's script is missing: status ${response.status}`);
  // A module by its address, not its text, so that what it loads on demand is found beside it.
  const code = `import ${JSON.stringify(workerUrl)};`;
  const script = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  return new Worker(policy?.createScriptURL(script) ?? script, { type: 'module' });
}
