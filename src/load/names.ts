/** Names that may be of one body; the commonest first, then one not in capitals, then the longest. */
export interface AlikeNames {
  readonly names: readonly string[];
}

/** Words that tell legal forms apart and not bodies. */
const FORMS = new Set(
  'the of for and a an limited ltd plc llp lp llc inc incorporated corp corporation co company cic cio gmbh ag kg sa sarl srl spa bv nv ab as oy uk t/a ta trading as'.split(
    ' ',
  ),
);
/** More names than this are not compared: a suggestion is not worth the wait. */
const MOST = 200_000;

/**
 * Groups of names that look like the same body. A suggestion and no more: nothing is folded by it.
 * Names are alike when their fingerprints are equal: no case, accents, punctuation, legal form nor
 * order of words. Initials are held against the capitals of longer names ("HMRC", "HM Revenue &
 * Customs"), in one direction, when only one longer name has them.
 *
 * `rowsOf` says how many rows a name has, where that is known.
 *
 * Method: key collision by fingerprint, after OpenRefine's clustering.
 */
export function alikeNames(
  names: readonly string[],
  rowsOf: (name: string) => number = () => 0,
): AlikeNames[] {
  if (names.length > MOST) return [];
  const groups = new Map<string, string[]>();
  const initials = new Map<string, Set<string>>();
  for (const name of new Set(names)) {
    const key = fingerprintOf(name);
    if (key === '') continue;
    groups.set(key, [...(groups.get(key) ?? []), name]);
    const short = initialsOf(name);
    if (short.length > 2) initials.set(short, (initials.get(short) ?? new Set()).add(key));
  }
  for (const [key, group] of [...groups]) {
    const keys = initials.get(key);
    const [long, second] = keys ?? [];
    if (/\s/.test(key) || long === undefined || second !== undefined || long === key) continue;
    groups.set(long, [...(groups.get(long) ?? []), ...group]);
    groups.delete(key);
  }
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => ({
      names: group.sort(
        (a, b) =>
          rowsOf(b) - rowsOf(a) ||
          Number(isShouted(a)) - Number(isShouted(b)) ||
          b.length - a.length ||
          (a < b ? -1 : 1),
      ),
    }));
}

function isShouted(name: string): boolean {
  return name === name.toUpperCase();
}

/** What is left of a name when what varies in writing it is taken away. */
function fingerprintOf(name: string): string {
  const words = wordsOf(name);
  const telling = words.filter((word) => !FORMS.has(word));
  return [...new Set(telling.length > 0 ? telling : words)].sort().join(' ');
}

function wordsOf(name: string): string[] {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}/]+/gu, ' ')
    .trim()
    .split(' ')
    .filter(Boolean);
}

/** The first letters of a name's words, a first word in capitals being initials already. */
function initialsOf(name: string): string {
  const [first = '', ...rest] = name
    .replace(/[^\p{L}\p{N}\s]+/gu, ' ')
    .trim()
    .split(/\s+/);
  if (rest.length === 0) return '';
  const telling = rest.filter((word) => !FORMS.has(word.toLowerCase()));
  const start =
    /^\p{Lu}{2,4}$/u.test(first) && name !== name.toUpperCase() ? first : first.charAt(0);
  return (start + telling.map((word) => word.charAt(0)).join('')).toLowerCase();
}
