import { FLAGS } from './options.ts';

const WIDTH = 26;

/** All that the program can be asked, as text. */
export function helpText(): string {
  const flags = FLAGS.map(({ name, value, help }) => line(`--${name} ${value}`, help));
  return [
    'tranche check FILE… [--json] [options]',
    '',
    'Reads funding files as the explorer does and says how: what they are taken for, what their',
    'amounts add up to, what was decided, what is in doubt and which rows could not be read.',
    'CSV and its kin, JSON, XLSX, ODS, Parquet, and zip or gzip of them.',
    '',
    line('--json', 'the report as JSON (docs/report.md); an array for several files'),
    line('--help', 'this text'),
    '',
    'Set by hand what is otherwise decided from the file. A COLUMN is its header, or "column 4".',
    '',
    ...flags,
    '',
    'Exit code: 0 read without doubt, 1 read and a person should look at it, 2 could not be read.',
  ].join('\n');
}

function line(what: string, says: string): string {
  return `  ${what.padEnd(WIDTH)}${what.length >= WIDTH ? ' ' : ''}${says}`;
}
