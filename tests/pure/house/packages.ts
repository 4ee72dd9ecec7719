/** Every package the project may name. A new one is added here on purpose, in the same commit. */
export const PACKAGES: readonly string[] = [
  '@fontsource/arimo',
  '@fontsource/source-sans-3',
  '@fontsource/source-serif-4',
  '@gfx/zopfli',
  '@noble/hashes',
  '@sveltejs/vite-plugin-svelte',
  '@types/culori',
  '@types/d3',
  '@types/d3-sankey',
  '@types/node',
  '@types/papaparse',
  '@types/pdfkit',
  '@vitest/browser-playwright',
  'axe-core',
  'culori',
  'd3',
  'd3-sankey',
  'fast-check',
  'fflate',
  'fzstd',
  'hyparquet',
  'hyparquet-compressors',
  'idb-keyval',
  'opentype.js',
  'papaparse',
  'playwright',
  'playwright-core',
  'prettier',
  'prettier-plugin-svelte',
  'reveal.js',
  'svelte',
  'svelte-check',
  'typescript',
  'valibot',
  'vite',
  'vitest',
  'vitest-browser-svelte',
];

/**
 * What is installed together with the program, since it cannot be built into it: the face that files
 * are set in, what is native, and what is large and used for one kind of file. All else is built in.
 */
export const INSTALLED: readonly string[] = [
  '@expo-google-fonts/arimo',
  '@resvg/resvg-js',
  'pdfkit',
];
