/** Longer links are cut or refused by word processors. */
const LONGEST_LINK = 2_000;
const IN_FRAGMENT = /(?:^|&)tranche=([\w.-]+)/;

/**
 * A link that opens a picture again, for roads on which nothing else of it survives: the text of a
 * PDF, a picture that a word processor redraws. Null when it carries more than a link can hold.
 */
export function pictureLink(page: string, payload: string): string | null {
  const link = `${page.replace(/#.*$/s, '')}#tranche=${payload}`;
  return link.length <= LONGEST_LINK ? link : null;
}

/** What a link to a picture carries, from the fragment of an address; null for any other address. */
export function payloadInFragment(fragment: string): string | null {
  return IN_FRAGMENT.exec(fragment.replace(/^#/, ''))?.[1] ?? null;
}
