/**
 * The rooms of `src` from the bottom up, each with the rooms it may import. This is the table of
 * `docs/architecture.md`; what must not change silently is its direction.
 */
const PICTURES = ['model', 'words', 'shapes', 'drawing', 'charts'];
const BELOW_STATE = [...PICTURES, 'load', 'engine', 'export', 'carry', 'story'];
const FACE = [...BELOW_STATE, 'state', 'parts'];

export const ROOMS: ReadonlyMap<string, readonly string[]> = new Map([
  ['model', []],
  ['words', ['model']],
  ['load', ['model']],
  ['engine', ['model']],
  ['drawing', ['model', 'words']],
  ['shapes', ['model', 'words']],
  ['charts', ['model', 'words', 'shapes', 'drawing']],
  ['export', PICTURES],
  ['carry', ['model', 'load']],
  ['story', ['model', 'words']],
  ['state', BELOW_STATE],
  ['parts', [...BELOW_STATE, 'state']],
  ['fetch', []],
  ['app', FACE],
  ['embed', FACE],
  ['present', FACE],
  ['library', FACE],
  // The terminal is the library's first user.
  ['cli', [...FACE, 'library']],
]);

/** Rooms whose code must give the same in Node and in every browser. */
export const PURE_ROOMS: readonly string[] = BELOW_STATE;

/** The one file of them that runs in a browser's worker alone, and may use what is there. */
export const WORKER = 'src/engine/worker.ts';

/** Single files that may import what their room may not, and why. */
export const DOORS: readonly { readonly from: RegExp; readonly to: RegExp }[] = [
  // The worker reads the file where it is asked about, so that no row crosses to the page; the
  // messages to it and the page's side of the door name the files.
  { from: /^src\/engine\/(worker|messages|remote)\.ts$/, to: /^src\/load\// },
  // The page shows either face, and hands what is open from the one to the other.
  { from: /^src\/app\/(faces|handout)\.ts$/, to: /^src\/present\/(stage|handout)page\.ts$/ },
  // What the explorer and the page that fetches files for it say to each other.
  { from: /^src\/app\/fetchurl\.ts$/, to: /^src\/fetch\/messages\.ts$/ },
  // The page that others embed fetches under a policy of its own, as that page does.
  { from: /^src\/embed\/openplace\.ts$/, to: /^src\/fetch\/fetchfile\.ts$/ },
  // What the explorer asks of an embed, which the embed reads.
  { from: /^src\/app\/figure\//, to: /^src\/embed\/request\.ts$/ },
  // The interface of the engine is known to all that ask; the engine itself is not.
  { from: /^src\/(shapes|charts)\//, to: /^src\/engine\/engine\.ts$/ },
];

/** Packages that one part of the house alone may import. */
export const OWNED_PACKAGES: ReadonlyMap<string, readonly string[]> = new Map([
  ['papaparse', ['load']],
  ['@noble/hashes/sha2.js', ['load']],
  ['pdfkit', ['export', 'library']],
  ['@resvg/resvg-js', ['library']],
  ['d3-sankey', ['shapes', 'charts']],
  ['valibot', ['carry', 'story']],
]);
