import * as v from 'valibot';
import { together } from '../load/together.ts';
import { WORDS_FROM_DATA } from '../model/figure.ts';
import { Crc32 } from '../load/formats/crc32.ts';
import { bytesOf, latin1, stands, utf8 } from './bytes.ts';
import type { Carried, CarriedFile } from './carried.ts';
import { DEEPEST_STORY, isShallow, parseShallow } from './depth.ts';
import { inflated } from './inflated.ts';
import { OPTIONS } from './settings.ts';

/** Bytes that the data of a page, and that its story, may unpack to. */
const MOST_DATA = 200_000_000;
const MOST_STORY = 8_000_000;
const DEEPEST = 20;
/** What stands before the bytes of a gzip that names nothing, and its check sum and size after them. */
const GZIP_HEAD = 10;
const GZIP_TAIL = 8;
const GZIP = Uint8Array.of(0x1f, 0x8b, 8, 0);

const text = v.pipe(v.string(), v.maxLength(20_000));

/** What of a saved page (docs/one-file.md) is opened again. It comes from anywhere, as a picture does. */
const CONTENTS = v.object({
  version: v.literal(1),
  title: text,
  views: v.pipe(v.array(v.object({ view: text })), v.minLength(1)),
  data: v.object({
    id: text,
    files: v.pipe(v.array(v.object({ name: text, packed: v.string() })), v.maxLength(100)),
    changes: v.nullable(v.pipe(v.array(v.object({ options: OPTIONS })), v.maxLength(1000))),
  }),
});

const REFUSED = {
  refused:
    'What this page holds is damaged, or of another version of Tranche. Open it in a browser.',
};

/**
 * What a page that Tranche saved holds, as a picture carries it: the first view, the files, what was
 * decided about them, and its story. Null for any other page. Nothing in the page is run.
 */
export function readSavedPage(
  bytes: Uint8Array,
): { readonly title: string; readonly carried: Carried } | { readonly refused: string } | null {
  const page = latin1(bytes);
  const block = blockOf(page, 'contents');
  if (block === null) return null;
  const checked = v.safeParse(CONTENTS, parseShallow(bytesOf(block), DEEPEST));
  if (!checked.success) return REFUSED;
  const { title, views, data } = checked.output;
  const files: CarriedFile[] = [];
  let most = MOST_DATA;
  for (const { name, packed } of data.changes ? data.files : []) {
    const unpacked = unpack(packed, most);
    if (!unpacked) return REFUSED;
    most -= unpacked.length;
    files.push({ name, bytes: unpacked });
  }
  const told = blockOf(page, 'story');
  const storyBytes = told === null ? null : unpack(told, MOST_STORY);
  const story = storyBytes ? utf8(storyBytes) : undefined;
  const view = views[0]?.view ?? '';
  return {
    title,
    carried: {
      version: 1,
      // The chart of its view.
      chart: '',
      view,
      figure: { size: '', theme: 'light', words: WORDS_FROM_DATA, carries: 'data' },
      data: { id: data.id, name: files.map(({ name }) => name).join(', '), sha256: '', link: '' },
      options: together((data.changes ?? []).map(({ options }) => options)),
      ...(story !== undefined && isShallow(story, DEEPEST_STORY) ? { story } : {}),
      files,
    },
  };
}

/** The text of a block of the page, which is all of ASCII or of escapes; null where there is none. */
function blockOf(page: string, name: 'contents' | 'story'): string | null {
  const head = ` id="tranche-${name}">`;
  const at = page.indexOf(head);
  const end = page.indexOf('</script>', at);
  return at < 0 || end < 0 ? null : page.slice(at + head.length, end);
}

/** The bytes of gzip in base64, `most` at most; null where they are none or not those that were packed. */
function unpack(packed: string, most: number): Uint8Array | null {
  try {
    const gzip = bytesOf(atob(packed));
    if (gzip.length < GZIP_HEAD + GZIP_TAIL || !stands(gzip, GZIP, 0)) return null;
    const { bytes, end } = inflated(gzip.subarray(GZIP_HEAD, -GZIP_TAIL), most);
    const sum = new Crc32();
    sum.add(bytes);
    const said = new DataView(gzip.buffer, gzip.length - GZIP_TAIL).getUint32(0, true);
    return end === 'whole' && sum.value === said ? bytes : null;
  } catch {
    return null;
  }
}
