import { heardOf } from './living.ts';

/** What is used here of the browser's Trusted Types, which TypeScript's DOM library does not name. */
interface TrustedTypes {
  createPolicy(name: string, rules: Partial<TrustedPolicy>): TrustedPolicy;
}

/** What a policy has no rule for it refuses when it is called. */
interface TrustedPolicy {
  createScriptURL(url: string): string;
  createScript(text: string): string;
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
 * Gives what starts a worker from its code, in a blob: such a worker inherits the page's content
 * security policy. A policy in a meta tag does not reach a worker loaded by address, which could then
 * send data anywhere. Such a worker is heard of when it is gone.
 */
export function blobWorker(code: string, type: WorkerType): () => Worker {
  const script = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  return heardOf(() => new Worker(policy?.createScriptURL(script) ?? script, { type }));
}
