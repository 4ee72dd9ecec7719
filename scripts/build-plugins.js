import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { policyOf } from './policy.js';

/**
 * Copies the built-in datasets and the note on their origin and licence to `dist/data`. The
 * development server reaches the folder by itself.
 * @param {string} folder
 * @returns {import('vite').Plugin}
 */
export function copyData(folder) {
  return {
    name: 'tranche-copy-data',
    apply: 'build',
    generateBundle() {
      for (const entry of readdirSync(folder, { withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const source = readFileSync(join(folder, entry.name));
        this.emitFile({ type: 'asset', fileName: `data/${entry.name}`, source });
      }
    },
  };
}

/**
 * Puts its content security policy at the top of each built page, before anything it has to bind.
 * @returns {import('vite').Plugin}
 */
export function bindPolicy() {
  return {
    name: 'tranche-bind-policy',
    apply: 'build',
    transformIndexHtml: (_, { path }) => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: policyOf(path.slice(1)) },
        injectTo: 'head-prepend',
      },
    ],
  };
}
