import { MERGED } from './namedecisions.ts';
import type { ReadingCard } from './readingcard.ts';

const said = ({ decisions }: ReadingCard, wanted: (matter: string) => boolean) =>
  decisions.filter(({ matter }) => wanted(matter)).map(({ sentence }) => sentence);

/**
 * A methods note in plain text, from the facts of the reading: what was loaded, read, decided and
 * left aside. The same reading gives the same note.
 */
export function methodsNote(reading: ReadingCard): string {
  const { rows, sums } = reading;
  const sections: [heading: string, lines: string[]][] = [
    [
      'Loaded',
      [
        `${reading.name}, ${reading.bytes} bytes`,
        ...(reading.sha256 ? [`SHA-256 ${reading.sha256}`] : []),
        `Read as ${reading.format}, recognised as ${reading.profile.name} (${Math.round(reading.profile.confidence * 100)}% of its marks found)`,
        ...reading.preamble.map((line) => `Above the header: ${line}`),
      ],
    ],
    [
      'Records',
      [
        `${rows.records} records in the file: ${rows.data} with data, ${rows.blank} blank, ${rows.totals} totals or footers`,
        `${rows.unread} of those with data could not be read`,
      ],
    ],
    [
      'Sums',
      sums.map(
        ({ kind, currency, sum, count }) => `${kind}, ${currency}: ${sum} in ${count} amounts`,
      ),
    ],
    [
      'Columns',
      reading.columns.flatMap(({ label, role }) => (role ? [`${label}: taken for ${role}`] : [])),
    ],
    ['Merged', said(reading, (matter) => matter === MERGED)],
    ['Decisions', said(reading, (matter) => matter !== MERGED)],
    [
      'Problems',
      reading.problems.flatMap(({ kind, count, examples }) => [
        `${kind}: ${count}`,
        ...examples.map(
          ({ message, row, column, found }) =>
            `  ${row === undefined ? '' : `row ${row}`}${column ? `, ${column}` : ''}: ${message}${found === undefined ? '' : ` Found: ${found}`}`,
        ),
      ]),
    ],
  ];
  const written = sections
    .filter(([, lines]) => lines.length > 0)
    .map(([heading, lines]) => `${heading}\n${lines.map((line) => `- ${line}`).join('\n')}`);
  return `How this file was read\n\n${written.join('\n\n')}\n`;
}
