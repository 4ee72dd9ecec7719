import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path/posix';
import { describe, expect, test } from 'vitest';
import { INSTALLED, PACKAGES } from './packages.ts';
import { namesNoMachine, RULES } from './rules.ts';

const text = (path: string) => readFileSync(path, 'utf8');

/** Paths of the files of the repository under a folder; what is installed or built is none of it. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (/^(node_modules|dist|lib|\.git|__screenshots__)$/.test(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

const sources = filesIn('src')
  .filter((path) => /\.(ts|svelte)$/.test(path))
  .map((path) => ({ path, text: text(path) }));

/** For each rule, files that break it; a rule that lets one pass is no rule. */
const OFFENDERS: Readonly<Record<keyof typeof RULES, readonly [path: string, text: string][]>> = {
  'imports follow the table of rooms': [
    ['src/model/money.ts', `import type { Engine } from '../engine/engine.ts';`],
    ['src/shapes/tree.ts', `export { ask } from '../engine/local.ts';`],
    ['src/engine/local.ts', `const read = await import('../load/csv.ts');`],
    ['src/words/amounts.ts', `let engine: import('../engine/engine.ts').Engine;`],
    ['src/drawing/Drawing.svelte', `<script>import x from '../state/explorer.svelte.ts';</script>`],
    ['src/app/App.svelte', `<script>import x from '../embed/frame.ts';</script>`],
    ['src/model/money.ts', `import { version } from '../../package.json';`],
  ],
  'a package is imported only where it belongs': [
    ['src/engine/local.ts', `import Papa from 'papaparse';`],
    ['src/parts/Chart.svelte', `<script>import { sankey } from 'd3-sankey';</script>`],
    ['src/load/csv.ts', `import { readFileSync } from 'node:fs';`],
  ],
  'a component does not import D3': [
    ['src/parts/Chart.svelte', `<script lang="ts">import { sum } from 'd3';</script>`],
  ],
  'a file has at most 300 lines': [['src/model/money.ts', 'let money;\n'.repeat(301)]],
  'below state, nothing reaches for page, network, clock, chance or locale': [
    ['src/charts/axis.ts', 'document.title;'],
    ['src/charts/axis.ts', 'const wide = window.innerWidth;'],
    ['src/charts/axis.ts', 'const { body } = globalThis.document;'],
    ['src/load/csv.ts', `await fetch('a.csv');`],
    ['src/engine/local.ts', 'const began = Date.now();'],
    ['src/engine/local.ts', 'const began = performance.now();'],
    ['src/words/periods.ts', 'const day = new Date(0);'],
    ['src/shapes/flows.ts', 'const x = Math.random();'],
    ['src/words/amounts.ts', 'const text = (1).toLocaleString();'],
    ['src/words/amounts.ts', `const format = Intl.NumberFormat('en-GB');`],
    ['src/engine/card.ts', 'values.sort((a, b) => a.localeCompare(b));'],
    ['src/drawing/Drawing.svelte', '<p>{window.innerWidth}</p>'],
  ],
  'no markup and no code is made from text': [
    ['src/parts/Note.svelte', '{@html note}'],
    ['src/parts/Note.svelte', '<p bind:innerHTML={note}></p>'],
    ['src/app/main.ts', `document.body.innerHTML = '';`],
    ['src/app/main.ts', `document.body.insertAdjacentHTML('beforeend', text);`],
    ['src/app/main.ts', `eval(text);`],
    ['src/app/main.ts', `const f = new Function(text);`],
  ],
  'a type is asserted only with the reason beside it': [
    ['src/model/money.ts', 'const pence = text as Money;'],
    ['src/parts/Chart.svelte', '{#each marks as mark}{mark as Mark}{/each}'],
  ],
  'types are not switched off': [
    ['src/model/money.ts', 'const x: any = 1;'],
    ['src/model/money.ts', 'const x = 1 as any;'],
    ['src/model/money.ts', '// @ts-ignore\nconst x = 1;'],
    ['src/parts/Chart.svelte', '<script lang="ts">let x: Map<string, any>;</script>'],
  ],
};

/** What looks like a breach and is none. */
const INNOCENT: readonly [path: string, text: string][] = [
  [
    'src/model/money.ts',
    '// The document in the window: any Date.now() will do.\nconst a = "eval(x)";',
  ],
  ['src/model/dataset.ts', 'interface Place { document: string; readonly window: number }'],
  ['src/words/book.ts', 'const text = place.document + { document: 1 }.document;'],
  ['src/model/money.ts', 'const pence = text as Money; // checked above'],
  ['src/model/money.ts', 'const ways = [1] as const;'],
  ['src/engine/worker.ts', `import { read } from '../load/read.ts';`],
  ['src/shapes/tree.ts', `import type { Engine } from '../engine/engine.ts';`],
  ['src/drawing/Drawing.svelte', `<!-- window --><p>This document isn't {name}</p>`],
  ['src/parts/fetchworker.ts', `import url from '../engine/worker.ts?worker&url';`],
];

describe.each(Object.entries(RULES))('%s', (name, rule) => {
  test('in every file', () => {
    expect(sources.flatMap(rule)).toEqual([]);
  });

  test.each(OFFENDERS[name as keyof typeof RULES])('and finds a breach in %s: %s', (path, text) => {
    expect(rule({ path, text })).toHaveLength(1);
  });

  test.each(INNOCENT)('and finds none in %s: %s', (path, text) => {
    expect(rule({ path, text })).toEqual([]);
  });
});

describe('nothing in the repository holds on one machine alone', () => {
  const readable = filesIn('.').filter(
    (path) => !/\.(png|ico|woff2?|xlsx|ods|parquet|zip|gz)$/.test(path),
  );

  test('in every file', () => {
    const files = readable.map((path) => ({ path, text: text(path) }));
    expect(files.flatMap(namesNoMachine)).toEqual([]);
  });

  test.each([
    '/ho' + 'me/ann/data.csv',
    'C:\\Us' + 'ers\\ann',
    'https://regis' + 'try.npmjs.org/x',
  ])('and finds a breach: %s', (place) => {
    expect(namesNoMachine({ path: 'a.md', text: `see ${place}` })).toHaveLength(1);
  });

  test('and does not mistake an address for a place', () => {
    const address = 'https://www.gov.uk/ho' + 'me/page';
    expect(namesNoMachine({ path: 'a.md', text: address })).toEqual([]);
  });
});

describe('packages', () => {
  const { dependencies, devDependencies } = JSON.parse(text('package.json')) as {
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
  };

  test('are the ones agreed upon', () => {
    expect(Object.keys(dependencies)).toEqual(INSTALLED);
    expect(Object.keys(devDependencies)).toEqual(PACKAGES);
  });

  test('are each of one exact version', () => {
    for (const version of Object.values({ ...dependencies, ...devDependencies }))
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test('are locked without naming the place they came from', () => {
    expect(text('package-lock.json')).not.toContain('"resolved"');
  });
});
