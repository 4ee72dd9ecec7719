import * as v from 'valibot';
import { withoutNotes, type Story } from './story.ts';

/**
 * Stories as files: JSON with a schema (public/story.schema.json). They come from anywhere: what is
 * of another form is refused with the place, what is not known is left out.
 */

/** Characters of a story file, and how much of anything it may hold. */
export const LONGEST_STORY = 2_000_000;
export const LONGEST_NAME = 500;
const LONGEST_SUBJECT = 2_000;
const MOST_SCENES = 200;
const MOST_OF_A_SCENE = 60;

const text = v.pipe(v.string(), v.maxLength(20_000));
const name = v.pipe(v.string(), v.maxLength(LONGEST_NAME));
const subject = v.pipe(v.string(), v.maxLength(LONGEST_SUBJECT));
const place = v.pipe(v.array(v.pipe(subject, v.includes(':'))), v.minLength(1), v.maxLength(10));
const places = v.pipe(v.array(place), v.maxLength(MOST_OF_A_SCENE));

const ANNOTATION = v.variant('kind', [
  v.object({ kind: v.literal('callout'), on: place, text: name }),
  v.object({ kind: v.literal('arrow'), from: place, to: place, text: name }),
  v.object({ kind: v.literal('bracket'), over: places, text: name }),
  v.object({
    kind: v.literal('compare'),
    on: place,
    with: v.union([place, v.literal('person')]),
  }),
]);

const SCENE = v.object({
  id: v.pipe(v.string(), v.regex(/^[\w-]{1,60}$/)),
  title: v.optional(name, ''),
  words: v.optional(text, ''),
  notes: v.optional(text, ''),
  view: v.optional(v.pipe(v.string(), v.maxLength(16_000)), ''),
  reveals: v.optional(places, []),
  dimmed: v.optional(v.pipe(v.array(subject), v.maxLength(MOST_OF_A_SCENE)), []),
  annotations: v.optional(v.pipe(v.array(ANNOTATION), v.maxLength(MOST_OF_A_SCENE)), []),
  seconds: v.optional(v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(86_400))), null),
});

const STORY = v.object({
  version: v.literal(1),
  title: name,
  data: v.object({ id: name, name: v.optional(name, ''), sha256: v.optional(name, '') }),
  scenes: v.pipe(v.array(SCENE), v.minLength(1), v.maxLength(MOST_SCENES)),
});

/**
 * Old stories keep working: entry n turns what version n + 1 held into what version n + 2 holds.
 * There is one version so far.
 */
const MIGRATIONS: readonly ((story: unknown) => unknown)[] = [];
const VERSION = 1;

/** Reads a story file, or says in a sentence why it is none. */
export function readStory(json: string): Story | { readonly refused: string } {
  if (json.length > LONGEST_STORY) return { refused: 'The story is longer than any story may be.' };
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return { refused: 'The story is no JSON: it was cut off, or is another kind of file.' };
  }
  return checkStory(parsed);
}

/** A story out of plain data, as it stands in a file, or why it is none. */
export function checkStory(data: unknown): Story | { readonly refused: string } {
  const version = v.safeParse(v.object({ version: v.pipe(v.number(), v.integer()) }), data);
  if (!version.success) return { refused: 'This is no story: it does not say its version.' };
  const written = version.output.version;
  if (written < 1 || written > VERSION) {
    return {
      refused: `The story was made by another version (${written}) of Tranche, which this one cannot read.`,
    };
  }
  const migrated = MIGRATIONS.slice(written - 1).reduce((old, migrate) => migrate(old), data);
  const story = v.safeParse(STORY, migrated);
  if (!story.success) return { refused: faultOf(story.issues[0]) };
  const ids = story.output.scenes.map(({ id }) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined) return { refused: `Two scenes of the story are called “${twice}”.` };
  return story.output;
}

/** A story as a file that a person can read. */
export function writeStory(story: Story): string {
  return `${JSON.stringify(withoutBlanks(story), null, 2)}\n`;
}

/** A story on one line, for links and pictures, without the speaker's notes: they go to anybody. */
export function writeStoryToPass(story: Story): string {
  return JSON.stringify(withoutBlanks(withoutNotes(story)));
}

/** What is empty in a scene is left out of its file. */
function withoutBlanks(story: Story) {
  const scenes = story.scenes.map((scene) =>
    Object.fromEntries(
      Object.entries(scene).filter(
        ([, value]) => value !== null && value !== '' && !(Array.isArray(value) && !value.length),
      ),
    ),
  );
  return { ...story, scenes };
}

function faultOf(issue: v.BaseIssue<unknown>): string {
  const keys = (issue.path ?? []).map(({ key }) => String(key));
  const [first, at, ...rest] = keys;
  const where =
    first === 'scenes' && at !== undefined
      ? `scene ${Number(at) + 1}${rest.length > 0 ? `, ${rest.join(' ')}` : ''}`
      : keys.join(' ');
  return `The story cannot be read: ${where || 'it'} is not as it should be.`;
}
