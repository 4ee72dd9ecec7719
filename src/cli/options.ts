import type { Options } from '../load/plan.ts';
import type { Flag, Setter } from './flags.ts';

type ReadingFlag = Flag<Options>;

const column = (name: keyof Options & string, help: string): ReadingFlag => ({
  name,
  // A command may have another use for the short name.
  also: [`${name}-column`],
  value: 'COLUMN',
  help: `the column of ${help}`,
  set: (value, options) => ({ ...options, [name]: value }),
});

const always = (name: 'currency' | 'funder' | 'kind', help: string): ReadingFlag => ({
  name: `always-${name}`,
  value: 'TEXT',
  help,
  set: (value, options) => ({ ...options, always: { ...options.always, [name]: value } }),
});

const oneOf =
  <Key extends keyof Options>(
    key: Key,
    words: ReadonlyMap<string, Options[Key]>,
  ): Setter<Options> =>
  (value, options) =>
    words.has(value) ? { ...options, [key]: words.get(value) } : undefined;

const number =
  (key: 'headerRow' | 'factor', valid: (value: number) => boolean): Setter<Options> =>
  (value, options) =>
    value.trim() !== '' && valid(Number(value)) ? { ...options, [key]: Number(value) } : undefined;

/** Everything about a file that can be set by hand. Columns are named by their header, or "column 4". */
export const FLAGS: readonly ReadingFlag[] = [
  column('amount', 'amounts'),
  column('currency', 'currency codes'),
  column('date', 'the date of each row'),
  column('start', 'first days'),
  column('end', 'last days'),
  column('funder', 'who pays'),
  column('recipient', 'who receives'),
  column('programme', 'programmes'),
  column('sector', 'sectors'),
  column('place', 'places'),
  column('kind', 'kinds of money: what must not be added together'),
  column('title', 'titles'),
  column('id', 'identifiers'),
  column('link', 'links'),
  always('currency', 'currency of all amounts, where no column has it'),
  always('funder', 'who pays all amounts, where no column has it; "" for nobody'),
  {
    name: 'funder-from',
    value: 'WORD',
    help: 'who pays all amounts is what the file is called: by its title or its name',
    set: (from, options) =>
      from === 'title' || from === 'name'
        ? { ...options, always: { ...options.always, funder: { from } } }
        : undefined,
  },
  always('kind', 'kind of all amounts: spend, award, budget …'),
  {
    name: 'encoding',
    value: 'NAME',
    help: 'utf-8, utf-16le, windows-1252, windows-1250, windows-1251, windows-1253, macintosh …',
    set: (value, options) => ({ ...options, encoding: value }),
  },
  {
    name: 'delimiter',
    value: 'WORD',
    help: 'comma, semicolon, tab or pipe',
    set: oneOf(
      'delimiter',
      new Map([
        ['comma', ','],
        [',', ','],
        ['semicolon', ';'],
        [';', ';'],
        ['tab', '\t'],
        ['\t', '\t'],
        ['pipe', '|'],
        ['|', '|'],
      ]),
    ),
  },
  {
    name: 'header-row',
    value: 'NUMBER',
    help: 'the record the header stands in, counted from 0',
    set: number('headerRow', (value) => Number.isInteger(value) && value >= 0),
  },
  {
    name: 'date-order',
    value: 'WORD',
    help: 'day-first, month-first or year-first',
    set: oneOf(
      'dateOrder',
      new Map([
        ['day-first', 'day first'],
        ['month-first', 'month first'],
        ['year-first', 'year first'],
      ]),
    ),
  },
  {
    name: 'decimal',
    value: 'WORD',
    help: 'point or comma',
    set: oneOf(
      'decimal',
      new Map([
        ['point', '.'],
        ['.', '.'],
        ['comma', ','],
        [',', ','],
      ]),
    ),
  },
  {
    name: 'factor',
    value: 'NUMBER',
    help: 'what one unit written stands for: 1, 1000, 1000000 or 1000000000',
    set: number('factor', (value) => [1, 1e3, 1e6, 1e9].includes(value)),
  },
  {
    name: 'credits',
    value: 'WORD',
    help: 'amounts marked CR: taken-off or added',
    set: oneOf(
      'credits',
      new Map([
        ['taken-off', 'taken off'],
        ['added', 'added'],
      ]),
    ),
  },
  {
    name: 'kinds',
    value: 'WORD',
    help: 'what a column seems to tell apart, such as plans and what came of them: one-sum',
    set: oneOf('kinds', new Map([['one-sum', 'one sum']])),
  },
  {
    name: 'sheet',
    value: 'NAME',
    help: 'the sheet or table to read, where there is a choice',
    set: (value, options) => ({ ...options, sheet: value }),
  },
  {
    name: 'totals',
    value: 'WORD',
    help: 'rows that are totals of others: leave-out, keep, only (count only them) or levels',
    set: oneOf(
      'totals',
      new Map([
        ['leave-out', 'leave out'],
        ['keep', 'keep'],
        ['only', 'only'],
        ['levels', 'levels'],
      ]),
    ),
  },
  {
    name: 'years-from',
    value: 'MONTH',
    help: 'the month that years of money begin in: January, April, July or October',
    set: oneOf(
      'calendar',
      new Map([
        ['January', 'calendar'],
        ['April', 'financial'],
        ['July', 'july'],
        ['October', 'october'],
      ]),
    ),
  },
  {
    name: 'chain',
    value: 'WORD',
    help: 'rows between names that both pay and receive: steps of one flow, once or rows',
    set: oneOf(
      'chain',
      new Map([
        ['steps', 'steps'],
        ['once', 'once'],
        ['rows', 'rows'],
      ]),
    ),
  },
  {
    name: 'fold',
    value: '"COLUMN: A = B"',
    help: 'read the name A in a column as the name B; may be given more than once',
    set: (value, options) => {
      const [, column, name, into] = /^(.+?): (.+?) = (.+)$/.exec(value) ?? [];
      if (!column || !name || !into) return undefined;
      return { ...options, fold: [...(options.fold ?? []), { column, names: [name], into }] };
    },
  },
];
