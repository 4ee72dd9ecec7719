import type { Decision, Options } from '../plan.ts';
import type { ColumnSample } from './sample.ts';

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
