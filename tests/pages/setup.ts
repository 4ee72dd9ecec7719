import type { TestProject } from 'vitest/node';
import { isBuilt } from '../../scripts/build.js';
import { serve } from '../../scripts/serve.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built app is served, ending in a slash. */
    address: string;
  }
}

/** Away from the port of `npm start`, so that both can run at once. */
const PORT = 4273;

/** Serves the built app while the page tests run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!isBuilt()) console.warn('The build is missing or older than its sources: npm run build.');
  const server = await serve('dist', PORT);
  project.provide('address', server.address);
  return server.close;
}
