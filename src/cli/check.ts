import { openFile, sha256Of } from '../library/filesource.ts';
import type { Options } from '../load/plan.ts';
import { needsPerson, reportOf, type Report } from '../load/report.ts';
import { reportText } from '../load/reporttext.ts';
import { DONE, lineOf, NEEDS_PERSON, NOT_DONE, type Command, type Output } from './command.ts';
import { flagLines, readWords, type Flag } from './flags.ts';
import { FLAGS } from './options.ts';
import { readFile } from './readfile.ts';

/** What is asked of a check: how to read, and whether to report as JSON. */
interface Asked {
  readonly options: Options;
  readonly json: boolean;
}

const JSON_FLAG: Flag<Asked> = {
  name: 'json',
  value: '',
  help: 'the report as JSON (docs/report.md); an array for several files',
  set: (_, asked) => ({ ...asked, json: true }),
};

const READING = FLAGS.map((flag): Flag<Asked> => ({
  ...flag,
  set: (value, asked) => {
    const options = flag.set(value, asked.options);
    return options && { ...asked, options };
  },
}));

/** Says how files are read: 0 without doubt, 1 when a person should look, 2 when one cannot be read. */
export const check: Command = {
  name: 'check',
  usage: 'tranche check FILE… [--json] [options]',
  summary: 'says how files are read and what is in doubt',
  help: () =>
    [
      check.usage,
      '',
      'Reads funding files as the explorer does and says how: what they are taken for, what their',
      'amounts add up to, what was decided, what is in doubt and which rows could not be read.',
      'CSV and its kin, JSON, XLSX, ODS, Parquet, and zip or gzip of them.',
      '',
      ...flagLines([JSON_FLAG]),
      '',
      'Set by hand what is otherwise decided from the file. A COLUMN is its header, or "column 4";',
      '"" says that no column is.',
      '',
      ...flagLines(FLAGS),
      '',
      'Exit code: 0 read without doubt, 1 read and a person should look at it, 2 could not be read.',
    ].join('\n'),
  async run(words, output) {
    const read = readWords(words, [JSON_FLAG, ...READING], { options: {}, json: false });
    if ('why' in read) throw new Error(read.why);
    if (read.files.length === 0) throw new Error('name a file: tranche check FILE…');
    return checkFiles(read.files, read.asked, output);
  },
};

async function checkFiles(
  files: readonly string[],
  { options, json }: Asked,
  output: Output,
): Promise<number> {
  const reports: Report[] = [];
  let code = DONE;
  let tables = 0;
  for (const path of files) {
    for (const result of await reportsOf(path, options)) {
      tables++;
      if ('refused' in result) {
        output.err(`tranche: ${result.refused}`);
        code = NOT_DONE;
        continue;
      }
      reports.push(result);
      if (!json) output.out(reportText(result));
      if (needsPerson(result)) code = Math.max(code, NEEDS_PERSON);
    }
  }
  if (json && reports.length > 0) {
    output.out(JSON.stringify(tables === 1 ? reports[0] : reports, null, 2));
  }
  return code;
}

async function reportsOf(
  path: string,
  options: Options,
): Promise<readonly (Report | { readonly refused: string })[]> {
  try {
    const source = await openFile(path);
    const sha256 = await sha256Of(source);
    const tables = await readFile(source, options);
    return tables.map((table) =>
      'refused' in table
        ? { refused: `${table.name}: ${table.refused}` }
        : reportOf(table.plan, table.scanned, { name: table.name, size: source.size, sha256 }),
    );
  } catch (fault) {
    return [{ refused: lineOf(fault) }];
  }
}
