import type { Decision, Options } from '../plan.ts';
import type { Profile } from '../profiles/profile.ts';
import { tellsDirection, type PhaseFound } from './kinds.ts';
import type { ColumnSample } from './sample.ts';

/** What is said when a column tells revenue from expense, or plans from what came of them. */
export function kindDecisions(
  kind: ColumnSample | undefined,
  phase: PhaseFound | undefined,
  profile: Profile | undefined,
  options: Options,
): Decision[] {
  const isKnown = options.kind !== undefined || profile?.columns.kind !== undefined;
  return [
    ...(kind ? apartDecision('kind', kind, !isKnown && tellsDirection(kind), options) : []),
    ...(phase?.only ? statesDecision(phase.sample, phase.only) : []),
    ...(phase && !phase.only ? apartDecision('phase', phase.sample, phase.telling, options) : []),
  ];
}

function apartDecision(
  matter: 'kind' | 'phase',
  { column, filled, distinct }: ColumnSample,
  telling: ReturnType<typeof tellsDirection> | false,
  options: Options,
): Decision[] {
  if (distinct < 2) return [];
  const values = [...new Set(filled)].sort().slice(0, 6).join(', ');
  return [
    {
      matter,
      column: column.label,
      sentence: `"${column.label}" ${telling === 'perhaps' ? 'seems to tell' : 'tells'} apart ${values}: each has a sum of its own, and none is added to another.`,
      doubt: telling === 'perhaps',
      choices: telling
        ? [{ sentence: 'They are one sum', options: { ...options, kinds: 'one sum' } }]
        : [],
    },
  ];
}

/** What is said of rows that are in a state in which their amounts count for nothing. */
function statesDecision({ column, filled }: ColumnSample, apart: readonly string[]): Decision[] {
  const found = new Set(filled.map((text) => text.toLowerCase()));
  const states = apart.filter((state) => found.has(state));
  if (states.length === 0) return [];
  const sentence = `Rows that are ${states.join(' or ')} by "${column.label}" have a sum of their own, which is added to no other.`;
  return [{ matter: 'states', column: column.label, sentence, doubt: false, choices: [] }];
}

/** What is said of a file whose first record is data already. */
export function headerDecision(headerRow: number, options: Options): Decision[] {
  if (headerRow >= 0) return [];
  return [
    {
      matter: 'header',
      sentence:
        'The file has no header; columns are named by their place and known by what they hold.',
      doubt: true,
      choices: [
        { sentence: 'The first record is the header', options: { ...options, headerRow: 0 } },
      ],
    },
  ];
}

/** What is said of a record below the header that only numbers the columns. */
export function numberingDecision(numbering: readonly string[] | undefined): Decision[] {
  if (!numbering) return [];
  const sentence = `The row below the header only numbers the columns, and is no row of money: ${numbering.slice(0, 6).join(', ')}${numbering.length > 6 ? ' …' : ''}.`;
  return [{ matter: 'column numbers', sentence, doubt: false, choices: [] }];
}

/** What is said of a record below the header that is read as a part of it and may be the first row. */
export function secondHeaderDecision(
  second: readonly string[] | undefined,
  headerRow: number,
  options: Options,
): Decision[] {
  if (!second) return [];
  const found = second.filter((cell) => cell.trim() !== '').join(', ');
  return [
    {
      matter: 'second header',
      sentence: `The row below the header is taken for a part of it, as it tells apart columns that the header does not; it may as well be the first row: ${found.slice(0, 120)}`,
      doubt: true,
      choices: [{ sentence: 'It is a row', options: { ...options, headerRow } }],
    },
  ];
}
