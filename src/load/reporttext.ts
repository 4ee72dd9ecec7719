import type { Problem } from '../model/problem.ts';
import type { Report } from './report.ts';

const DELIMITERS = new Map([
  [',', 'commas'],
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'vertical bars'],
]);

/** A report for a person to read, in lines of plain text. */
export function reportText(report: Report): string {
  const { rows, amounts, dates, profile } = report;
  const lines = [
    report.file,
    ...(report.title ? [`  title      ${report.title}`] : []),
    `  read as    ${formatOf(report)}`,
    `  kind       ${profile.name} (${profile.id}, ${Math.round(profile.confidence * 100)}% of its marks)`,
    `  columns    ${Object.entries(report.roles)
      .map(([role, column]) => `${role}: ${column}`)
      .join(', ')}`,
    `  rows       ${rows.data} with data${besides(report)}`,
    `  amounts    ${amounts.valid} read, ${amounts.missing} not stated, ${amounts.zero} zero, ${amounts.negative} negative`,
    ...report.sums.map(
      ({ kind, currency, sum, count }) =>
        `  sum        ${sum} ${currency} (${kind}, ${count} amounts)`,
    ),
    ...(dates.first === null
      ? []
      : [
          `  dates      ${dates.first} to ${dates.last}, ${dates.valid} in ${dates.column === null ? 'columns of periods' : `"${dates.column}"`}`,
        ]),
    ...report.decisions.map(
      (sentence) => `  ${report.doubts.includes(sentence) ? 'doubt  ' : 'decided'}    ${sentence}`,
    ),
    ...report.problems.flatMap(({ kind, count, examples: [first] }) => [
      `  problem    ${kind}: ${count}${first ? `. ${first.message}${placeOf(first)}` : ''}`,
    ]),
    `  file       ${report.bytes} bytes, SHA-256 ${report.sha256}`,
  ];
  return lines.join('\n');
}

function formatOf({ encoding, delimiter, newline, headerRow }: Report): string {
  const header = headerRow < 0 ? 'no header' : `header in row ${headerRow + 1}`;
  if (encoding === null) return header;
  return `${encoding}, ${DELIMITERS.get(delimiter ?? '') ?? delimiter}, ${newline} line ends, ${header}`;
}

function besides({ rows }: Report): string {
  const parts = [
    rows.unread > 0 ? `of which ${rows.unread} could not be read` : '',
    rows.totals > 0 ? `${rows.totals} totals left out` : '',
    rows.footers > 0 ? `${rows.footers} lines under the table` : '',
    rows.blank > 0 ? `${rows.blank} blank` : '',
    rows.tags > 0 ? `${rows.tags} of tags` : '',
  ].filter(Boolean);
  return parts.map((part) => `, ${part}`).join('');
}

function placeOf({ row, column, found }: Problem): string {
  const at = row === undefined ? '' : ` Row ${row}`;
  const where = column === undefined ? at : `${at}${at ? ', ' : ' '}"${column}"`;
  const what = found ? `: ${JSON.stringify(found)}` : '';
  return where || what ? `${where}${what}.` : '';
}
