/**
 * What the page may do, in one place: the build writes it into the page as a meta tag, the server
 * repeats it as a header and adds what only a header can say. Nothing may leave the page's origin.
 */
const directives = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  // Svelte makes its templates with the first; the app starts its worker with the second.
  'trusted-types svelte-trusted-html tranche-worker',
];

/** The text of the policy for `<meta http-equiv="Content-Security-Policy">`. */
export const pagePolicy = directives.join('; ');

/** The headers a server of the built app sends with every answer. */
export const securityHeaders = {
  'content-security-policy': [...directives, "frame-ancestors 'self'"].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
};
