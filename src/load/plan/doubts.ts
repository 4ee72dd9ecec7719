import type { Decision, Options, RoleName } from '../plan.ts';
import type { ColumnSample } from './sample.ts';

/**
 * What is said when the file does not name who pays. `guess` is what its title or name suggests;
 * the empty text leaves the funder out.
 */
export function funderDecision(
  mapping: ReadonlyMap<RoleName, number>,
  guess: string,
  options: Options,
): { readonly funder: string | undefined; readonly decisions: Decision[] } {
  const given = options.always?.funder;
  if (given !== undefined) return { funder: given || undefined, decisions: [] };
  if (mapping.has('funder') || !mapping.has('recipient'))
    return { funder: undefined, decisions: [] };
  const decision: Decision = {
    matter: 'funder',
    sentence: `No column says who pays; it is taken to be "${guess}", after the file's title or name.`,
    doubt: true,
    choices: [
      {
        sentence: 'Leave the funder out',
        options: { ...options, always: { ...options.always, funder: '' } },
      },
    ],
  };
  return { funder: guess, decisions: [decision] };
}

/** What is said when a column tells revenue from expense, or plans from what came of them. */
export function kindDecisions(
  kind: ColumnSample | undefined,
  phase: ColumnSample | undefined,
): Decision[] {
  return [kind, phase].flatMap((sample, index): Decision[] => {
    if (!sample || sample.distinct < 2) return [];
    const values = [...new Set(sample.filled)].sort().slice(0, 6).join(', ');
    return [
      {
        matter: index === 0 ? 'kind' : 'phase',
        column: sample.column.label,
        sentence: `"${sample.column.label}" tells apart ${values}: each has a sum of its own, and none is added to another.`,
        doubt: false,
        choices: [],
      },
    ];
  });
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
