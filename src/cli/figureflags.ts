import { USUAL_DPI } from '../library/png.ts';
import type { Wish } from '../library/wish.ts';
import type { Options } from '../load/plan.ts';
import {
  ALT_LONGEST,
  CARRIES,
  FIGURE_SIZES,
  FIGURE_THEMES,
  type FigureWords,
} from '../model/figure.ts';
import { CALENDARS, parseIsoDay, TIME_UNITS } from '../model/period.ts';
import { TOP_CHOICES } from '../model/view.ts';
import type { Flag } from './flags.ts';
import { FLAGS } from './options.ts';

/** All that a command line can ask of a figure. */
export interface Asked {
  readonly wish: Wish;
  /** How to read the files. */
  readonly options: Options;
  /** Where to write; a hyphen is a pipe. */
  readonly outputs: readonly string[];
  /** What goes to a pipe. */
  readonly format: string;
  readonly dpi: number;
  readonly table: boolean;
  readonly state: string | null;
  readonly story: string | null;
  /** Whether the speaker's notes go with what is written of a story. */
  readonly notes: boolean;
  readonly builtIn: boolean;
  /** ISO day; null where it was not said. */
  readonly made: string | null;
}

export const NOTHING_ASKED: Asked = {
  wish: {},
  options: {},
  outputs: [],
  format: 'svg',
  dpi: USUAL_DPI,
  table: false,
  state: null,
  story: null,
  notes: true,
  builtIn: false,
  made: null,
};

/** Fewer dots to the inch than a screen has cannot be read; more than this no printer has. */
const [LEAST_DPI, MOST_DPI] = [48, 2400];

type FigureFlag = Flag<Asked>;

const wishing =
  (set: (value: string, wish: Wish) => Wish | undefined): FigureFlag['set'] =>
  (value, asked) => {
    const wish = set(value, asked.wish);
    return wish && { ...asked, wish };
  };

const listOf = (value: string) => value.split(',').map((name) => name.trim());

const oneOf = <Word extends string>(
  words: readonly Word[],
  set: (word: Word, wish: Wish) => Wish,
): FigureFlag['set'] =>
  wishing((value, wish) => {
    const word = words.find((known) => known === value);
    return word === undefined ? undefined : set(word, wish);
  });

const words = (name: keyof FigureWords, help: string): FigureFlag => ({
  name,
  value: 'TEXT',
  help,
  set: wishing((value, wish) =>
    name === 'alt' && value.length > ALT_LONGEST
      ? undefined
      : { ...wish, words: { ...wish.words, [name]: value } },
  ),
});

/** What the figure shows. */
export const SHOWING: readonly FigureFlag[] = [
  {
    name: 'chart',
    value: 'NAME',
    help: 'sankey, timeline or treemap',
    set: wishing((chart, wish) => ({ ...wish, chart })),
  },
  {
    name: 'measure',
    value: 'NAME',
    help: 'a kind of money, or kind/currency/basis where it has several',
    set: wishing((measure, wish) => ({ ...wish, measure })),
  },
  {
    name: 'by',
    value: 'COLUMN,COLUMN',
    help: 'stages of a Sankey left to right, or levels of a treemap',
    set: wishing((value, wish) => ({ ...wish, by: listOf(value) })),
  },
  {
    name: 'split',
    value: 'COLUMN',
    help: 'one treemap for each value of it; "" for one nested treemap',
    set: wishing((value, wish) => ({ ...wish, split: value || null })),
  },
  {
    name: 'where',
    value: 'CLAUSE',
    help: 'what to keep, such as sector=Transport,Energy; again for more',
    set: wishing((clause, wish) => ({ ...wish, where: [...(wish.where ?? []), clause] })),
  },
  {
    name: 'top',
    value: 'NUMBER',
    help: `values before the rest is "Other": ${TOP_CHOICES.join(', ')}`,
    set: wishing((value, wish) =>
      TOP_CHOICES.some((choice) => String(choice) === value)
        ? { ...wish, top: Number(value) }
        : undefined,
    ),
  },
  {
    name: 'time',
    value: 'WORD',
    help: 'spread sums evenly over their periods, or lump them at their starts',
    set: oneOf(['spread', 'lump'], (time, wish) => ({ ...wish, time })),
  },
  {
    name: 'unit',
    value: 'WORD',
    help: `unit of time: auto, ${TIME_UNITS.join(', ')}`,
    set: oneOf(['auto', ...TIME_UNITS], (unit, wish) => ({ ...wish, unit })),
  },
  {
    name: 'calendar',
    value: 'WORD',
    help: 'years of the calendar, or financial ones from April, july or october',
    set: oneOf([...CALENDARS], (calendar, wish) => ({ ...wish, calendar })),
  },
  {
    name: 'scale',
    value: 'AMOUNT',
    help: 'the sum that fills the picture, so that figures can be compared; "" for none',
    set: wishing((value, wish) => {
      if (value === '') return { ...wish, scale: null };
      return Number(value) > 0 ? { ...wish, scale: Number(value) } : undefined;
    }),
  },
  {
    name: 'state',
    value: 'LINK|PICTURE',
    help: 'start from the view of a link, or from a picture that carries it',
    set: (state, asked) => ({ ...asked, state }),
  },
  {
    name: 'story',
    value: 'FILE',
    help: 'a figure of each of its scenes; {scene} in an output is its name',
    set: (story, asked) => ({ ...asked, story }),
  },
];

/** How it looks and what it says. */
export const LOOKING: readonly FigureFlag[] = [
  {
    name: 'size',
    value: 'SIZE',
    help: `${[...FIGURE_SIZES.keys()].join(', ')}, or millimetres as 160x90mm`,
    set: wishing((size, wish) => ({ ...wish, size })),
  },
  {
    name: 'theme',
    value: 'NAME',
    help: FIGURE_THEMES.join(', '),
    set: oneOf(FIGURE_THEMES, (theme, wish) => ({ ...wish, theme })),
  },
  words('title', 'in place of the headline from the data; "" for none'),
  words('subtitle', 'in place of what it adds up to'),
  words('notes', 'in place of the notes under it'),
  words('source', 'in place of the line that says where it is from'),
  words('alt', `what it shows, for those who do not see it: at most ${ALT_LONGEST} characters`),
  words('description', 'all that it shows, in place of the list of its marks'),
];

/** Where it goes. */
export const WRITING: readonly FigureFlag[] = [
  {
    name: 'output',
    letter: 'o',
    value: 'FILE',
    help: 'where to write, the kind by its ending; again for more; - for a pipe',
    set: (path, asked) => ({ ...asked, outputs: [...asked.outputs, path] }),
  },
  {
    name: 'format',
    value: 'NAME',
    help: 'what goes to a pipe: svg unless it is said',
    set: (format, asked) => ({ ...asked, format }),
  },
  {
    name: 'dpi',
    value: 'NUMBER',
    help: `dots to the inch of a .png: ${USUAL_DPI} unless it is said, 300 for print`,
    set: (value, asked) => {
      const dpi = /^\d+$/.test(value) ? Number(value) : 0;
      return dpi >= LEAST_DPI && dpi <= MOST_DPI ? { ...asked, dpi } : undefined;
    },
  },
  {
    name: 'table',
    value: '',
    help: 'add the numbers behind the figure to a .pdf, .pptx or .docx',
    set: (_, asked) => ({ ...asked, table: true }),
  },
  {
    name: 'without-notes',
    value: '',
    help: 'leave a story’s notes for the speaker out of a .pptx or .html',
    set: (_, asked) => ({ ...asked, notes: false }),
  },
  {
    name: 'carries',
    value: 'WORD',
    help: 'what it holds to be opened again: picture (none), settings or data',
    set: oneOf(CARRIES, (carries, wish) => ({ ...wish, carries })),
  },
  {
    name: 'made',
    value: 'DAY',
    help: 'the day to write into it, else that of SOURCE_DATE_EPOCH, else none',
    set: (made, asked) =>
      made === '' || parseIsoDay(made) !== undefined ? { ...asked, made } : undefined,
  },
  {
    name: 'data',
    value: 'built-in',
    help: 'draw the data that comes with the program, in place of a file',
    set: (value, asked) => (value === 'built-in' ? { ...asked, builtIn: true } : undefined),
  },
];

/** How the file is read, as with `tranche check`; `--title` is the figure's here. */
export const READING: readonly FigureFlag[] = FLAGS.map((flag) => ({
  ...flag,
  name: flag.name === 'title' ? 'title-column' : flag.name,
  set: (value, asked) => {
    const options = flag.set(value, asked.options);
    return options && { ...asked, options };
  },
}));
