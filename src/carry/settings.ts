import * as v from 'valibot';
import { LONGEST_CARRIED_STORY } from './carried.ts';
import { DEEPEST_STORY, isShallow } from './depth.ts';
import { ROLE_NAMES, type Options } from '../load/plan.ts';
import { CARRIES, FIGURE_THEMES } from '../model/figure.ts';
import { CALENDARS } from '../model/period.ts';

/**
 * What the settings in a picture must look like. They come from anywhere: what is of another type is
 * refused, what is not known is left out, and nothing is taken over that is not named here.
 */
const text = v.pipe(v.string(), v.maxLength(20_000));
const name = v.pipe(v.string(), v.maxLength(500));
const handWritten = v.nullable(text);
const optionalName = v.exactOptional(name);

const FUNDER = v.union([name, v.object({ from: v.picklist(['title', 'name']) })]);
const FOLD = v.object({
  column: name,
  names: v.pipe(v.array(name), v.maxLength(1000)),
  into: name,
});

/** Every option there is: one that is left out here would be lost on the way. */
const OPTION_ENTRIES = {
  ...v.entriesFromList(ROLE_NAMES, optionalName),
  always: v.exactOptional(
    v.object({ currency: optionalName, funder: v.exactOptional(FUNDER), kind: optionalName }),
  ),
  encoding: optionalName,
  delimiter: v.exactOptional(v.picklist([',', ';', '\t', '|'])),
  headerRow: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(-1))),
  dateOrder: v.exactOptional(v.picklist(['day first', 'month first', 'year first'])),
  decimal: v.exactOptional(v.picklist(['.', ','])),
  factor: v.exactOptional(v.pipe(v.number(), v.finite())),
  credits: v.exactOptional(v.picklist(['taken off', 'added'])),
  kinds: v.exactOptional(v.literal('one sum')),
  sheet: optionalName,
  calendar: v.exactOptional(v.picklist(CALENDARS)),
  totals: v.exactOptional(v.picklist(['leave out', 'keep', 'only', 'levels'])),
  chain: v.exactOptional(v.picklist(['steps', 'once', 'rows'])),
  fold: v.exactOptional(v.pipe(v.array(FOLD), v.maxLength(1000))),
} satisfies Record<keyof Options, unknown>;
export const OPTIONS = v.object(OPTION_ENTRIES) satisfies v.GenericSchema<unknown, Options>;

/** Settings of version 1: all of `Carried` with the sizes of the files in place of their bytes. */
export const SETTINGS = v.object({
  version: v.literal(1),
  chart: v.pipe(v.string(), v.regex(/^[a-z]{1,40}$/)),
  view: text,
  figure: v.object({
    size: name,
    // A theme or a size of a later day is no reason to refuse the figure.
    theme: v.fallback(v.picklist(FIGURE_THEMES), 'light'),
    words: v.object({
      title: handWritten,
      subtitle: handWritten,
      notes: handWritten,
      source: handWritten,
      alt: handWritten,
      description: handWritten,
    }),
    carries: v.picklist(CARRIES),
  }),
  data: v.object({ id: name, name, sha256: name, link: text }),
  options: OPTIONS,
  story: v.exactOptional(
    v.pipe(
      v.string(),
      v.maxLength(LONGEST_CARRIED_STORY),
      v.check((json) => isShallow(json, DEEPEST_STORY)),
    ),
  ),
  files: v.pipe(
    v.array(v.object({ name, size: v.pipe(v.number(), v.safeInteger(), v.minValue(0)) })),
    v.maxLength(100),
  ),
});

export type Settings = v.InferOutput<typeof SETTINGS>;
