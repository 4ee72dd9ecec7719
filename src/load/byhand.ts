import { ROLE_NAMES, type Decision, type Options } from './plan.ts';

/** Of what is set in one word or number, how it is said. What is not here says so elsewhere. */
const SAID: readonly (readonly [keyof Options, (value: string) => string])[] = [
  ['encoding', (value) => `the text is read as ${value}`],
  ['delimiter', (value) => `cells are divided by ${value === '\t' ? 'tabs' : `"${value}"`}`],
  ['headerRow', (value) => `the header is record ${value}, counted from 0`],
  ['dateOrder', (value) => `dates are written ${value}`],
  ['decimal', (value) => `decimals stand after "${value}"`],
  ['factor', (value) => `one unit written stands for ${value}`],
  ['credits', (value) => `amounts marked CR are ${value}`],
  ['totals', (value) => `of rows that are totals of others: ${value}`],
  ['chain', (value) => `of rows between names that pay and receive: ${value}`],
];

/** What a person has set, a sentence each, so that whoever reads of it can tell it from what was guessed. */
export function handDecisions(options: Options): Decision[] {
  const { currency, kind } = options.always ?? {};
  const said = [
    ...ROLE_NAMES.flatMap((role) => {
      const column = options[role];
      if (column === undefined) return [];
      return column === '' ? `no column is the ${role}` : `the ${role} is "${column}"`;
    }),
    ...(currency ? [`amounts are in ${currency}`] : []),
    ...(kind ? [`amounts are of the kind "${kind}"`] : []),
    ...SAID.flatMap(([name, say]) => {
      const value = options[name];
      return value === undefined ? [] : say(String(value));
    }),
  ];
  return said.map((words) => ({
    matter: 'set by hand',
    sentence: `Set by hand: ${words}.`,
    doubt: false,
    choices: [],
  }));
}
