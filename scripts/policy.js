import { createHash } from 'node:crypto';

/**
 * What each page may do, in one place: the build writes it into the page as a meta tag, the server
 * repeats it as a header and adds what only a header can say. Nothing may leave the explorer's origin.
 */
const directives = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  // The page that fetches files for this one; it has a policy of its own.
  "frame-src 'self'",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  // Svelte makes its templates with the first; the app starts its worker with the second.
  'trusted-types svelte-trusted-html tranche-worker',
];

/**
 * `fetch.html` fetches the file a reader has agreed to, and can do nothing else: it shows nothing,
 * keeps nothing and runs one script.
 */
const fetchDirectives = [
  "default-src 'none'",
  "script-src 'self'",
  'connect-src https: http://localhost:*',
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
];

/**
 * The explorer as one file: it runs and looks like what the build made, named by hash, loads nothing
 * and reaches nothing. Its worker is made from its own text.
 * @param {{ scripts: readonly string[], styles: readonly string[] }} texts
 */
export function oneFilePolicy({ scripts, styles }) {
  return [
    "default-src 'none'",
    `script-src ${scripts.map(hashOf).join(' ')}`,
    `style-src ${styles.map(hashOf).join(' ')}`,
    'img-src data: blob:',
    'font-src data:',
    "connect-src 'none'",
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    // The last puts the page's script in its place; only the script with the hash above runs there.
    'trusted-types svelte-trusted-html tranche-worker tranche-start',
  ].join('; ');
}

function hashOf(/** @type {string} */ text) {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/**
 * `embed.html` stands in other people's pages. It may fetch data from where its address says, and asks
 * the reader first unless that is its own origin; it holds no frames.
 */
const embedDirectives = directives
  .filter((directive) => !/^(connect|frame|manifest)-src/.test(directive))
  .concat("connect-src 'self' https: http://localhost:*");

/** `embeds.html` shows code as it stands in other people's pages, style attributes and all. */
const examplesDirectives = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
];

export const EXAMPLES_PAGE = 'embeds.html';
export const FETCH_PAGE = 'fetch.html';
export const EMBED_PAGE = 'embed.html';

/** @type {Readonly<Record<string, readonly string[]>>} */
const PAGES = {
  [FETCH_PAGE]: fetchDirectives,
  [EMBED_PAGE]: embedDirectives,
  [EXAMPLES_PAGE]: examplesDirectives,
};

/** The text of a page's policy for `<meta http-equiv="Content-Security-Policy">`, by its file name. */
export function policyOf(/** @type {string} */ page) {
  return (Object.hasOwn(PAGES, page) ? PAGES[page] : directives).join('; ');
}

/** The policy of the explorer. */
export const pagePolicy = policyOf('index.html');

/** A chart as one file brings a policy with the hashes of its own scripts. */
const FROZEN = /\.frozen\.html$/;

/** The policy of a file, and who may hold it; `*` is anyone on the net, and not yet a page that is a file. */
function headerOf(/** @type {string} */ file) {
  if (FROZEN.test(file)) return 'frame-ancestors * file:';
  return `${policyOf(file)}; frame-ancestors ${file === EMBED_PAGE ? '* file:' : "'self'"}`;
}

/** The headers a server of the built app sends with an answer, by the name of the file it sends. */
export function securityHeaders(/** @type {string} */ file) {
  return {
    'content-security-policy': headerOf(file),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    // What an embed is made of, and a sandboxed one has no origin: all of it is public.
    ...(/\.(js|css|woff2?|json|csv|svg)$/.test(file) ? { 'access-control-allow-origin': '*' } : {}),
  };
}
