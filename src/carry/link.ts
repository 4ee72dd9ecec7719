/** Longer links are cut or refused by word processors. */
const LONGEST_LINK = 2_000;
/**
 * What stands before the fragment, so that the link leads elsewhere than to the page it was made on:
 * a browser that prints a page leaves out links to places in it.
 */
export const LINK_QUERY = '?picture';
const IN_FRAGMENT = /(?:^|&)tranche=([\w.-]+)/;

/**
 * A link that opens a picture again, for roads on which nothing else of it survives: a PDF, a picture
 * that a word processor redraws. Null when it carries more than a link can hold, and for a page that
 * has no address on the web.
 */
export function pictureLink(page: string, payload: string): string | null {
  const link = `${page.replace(/[?#].*$/s, '')}${LINK_QUERY}#tranche=${payload}`;
  return /^https?:/.test(page) && link.length <= LONGEST_LINK ? link : null;
}

/** What a link to a picture carries, from the fragment of an address; null for any other address. */
export function payloadInFragment(fragment: string): string | null {
  return IN_FRAGMENT.exec(fragment.replace(/^#/, ''))?.[1] ?? null;
}
