import type { Provenance } from '../model/figure.ts';

/** Where a picture's numbers come from, a sentence a line: what goes into every file that leaves. */
export function provenanceLines(from: Provenance): string[] {
  const { rows, file } = from;
  const published = [from.title, from.publisher].filter(Boolean).join(', ');
  return [
    `Data: ${published}.`,
    ...(from.link ? [`Link: ${from.link}`] : []),
    ...(from.licence ? [`Licence: ${from.licence}.`] : []),
    ...(file ? [`File: ${file.name}${file.sha256 ? `, SHA-256 ${file.sha256}` : ''}.`] : []),
    `Selection: ${from.selection}.`,
    `Rows: ${rows.file} in the file; ${rows.shown} shown, ${rows.filtered} filtered out, ${rows.leftOut} left out by rule, ${rows.unread} unread.`,
    `Made with Tranche ${from.version}${from.made ? ` on ${from.made}` : ''}.`,
  ];
}
