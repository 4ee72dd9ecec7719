import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build, runnerImport } from 'vite';
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
 * Asks the first view of the built-in dataset's files while the page is built, with the reader and
 * the engine of the page itself, and ships the answers, so that the first picture waits for neither.
 * @param {string} folder
 * @param {string} id
 * @returns {import('vite').Plugin}
 */
export function prepareFirstView(folder, id) {
  return {
    name: 'tranche-prepare-first-view',
    apply: 'build',
    async generateBundle() {
      const { module } = await runnerImport('/src/state/prepareddata.ts');
      const source = await module.preparedJson(filesOf(folder, id));
      this.emitFile({ type: 'asset', fileName: `data/${id}.first.json`, source });
    },
  };
}

/**
 * Draws what stands in for the live charts in `public/embeds.html`, from a dataset's files.
 * @param {string} folder
 * @param {string} id
 * @returns {import('vite').Plugin}
 */
export function drawExamples(folder, id) {
  return {
    name: 'tranche-draw-examples',
    apply: 'build',
    async generateBundle() {
      const { module } = await runnerImport('/src/embed/examples.ts');
      for (const { name, text } of await module.exampleFiles(filesOf(folder, id))) {
        this.emitFile({ type: 'asset', fileName: name, source: text });
      }
    },
  };
}

/** The files of a dataset: its figures first, then those that they name. */
export function filesOf(/** @type {string} */ folder, /** @type {string} */ id) {
  const names = readdirSync(folder).filter((name) => name.startsWith(id));
  return names
    .sort((a, b) => a.length - b.length)
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));
}

/**
 * Builds what a page loads that embeds charts as one small script, classic or module, of a name that
 * stays.
 * @param {string} entry
 * @param {string} fileName
 * @returns {import('vite').Plugin}
 */
export function buildLoader(entry, fileName) {
  return {
    name: 'tranche-build-loader',
    apply: 'build',
    async generateBundle() {
      const built = await build({
        configFile: false,
        logLevel: 'warn',
        publicDir: false,
        build: {
          write: false,
          target: 'es2020',
          lib: { entry, formats: ['iife'], name: 'trancheEmbed', fileName: () => fileName },
        },
      });
      const [{ output }] = /** @type {import('vite').Rollup.RollupOutput[]} */ (built);
      this.emitFile({ type: 'asset', fileName, source: output[0].code });
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
