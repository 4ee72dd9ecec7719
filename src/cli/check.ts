import { needsPerson, reportOf, type Report } from '../load/report.ts';
import { reportText } from '../load/reporttext.ts';
import { readArguments } from './arguments.ts';
import { openFile, sha256Of } from './filesource.ts';
import { helpText } from './help.ts';
import { readFile } from './readfile.ts';
import type { Options } from '../load/plan.ts';

/** Where a command writes, a line at a time. */
export interface Lines {
  out(text: string): void;
  err(text: string): void;
}

const [WITHOUT_DOUBT, NEEDS_PERSON, NOT_READ] = [0, 1, 2];

/**
 * Runs a command line (the words after the program's name) and returns its exit code: 0 when every
 * file was read without doubt, 1 when a person should look at one, 2 when one could not be read.
 */
export async function runCommand(words: readonly string[], lines: Lines): Promise<number> {
  const asked = readArguments(words);
  switch (asked.ask) {
    case 'help':
      lines.out(helpText());
      return WITHOUT_DOUBT;
    case 'nothing':
      lines.err(`tranche: ${asked.why}`);
      return NOT_READ;
    case 'check':
      return check(asked.files, asked.options, asked.json, lines);
  }
}

async function check(
  files: readonly string[],
  options: Options,
  json: boolean,
  lines: Lines,
): Promise<number> {
  const reports: Report[] = [];
  let code = WITHOUT_DOUBT;
  let tables = 0;
  for (const path of files) {
    for (const result of await reportsOf(path, options)) {
      tables++;
      if ('refused' in result) {
        lines.err(`tranche: ${result.name}: ${result.refused}`);
        code = NOT_READ;
        continue;
      }
      reports.push(result);
      if (!json) lines.out(reportText(result));
      if (needsPerson(result)) code = Math.max(code, NEEDS_PERSON);
    }
  }
  if (json && reports.length > 0) {
    lines.out(JSON.stringify(tables === 1 ? reports[0] : reports, null, 2));
  }
  return code;
}

async function reportsOf(
  path: string,
  options: Options,
): Promise<readonly (Report | { readonly name: string; readonly refused: string })[]> {
  let source;
  try {
    source = await openFile(path);
    const opened = source;
    const sha256 = await sha256Of(opened);
    const tables = await readFile(opened, options);
    return tables.map((table) =>
      'refused' in table
        ? table
        : reportOf(table.plan, table.scanned, { name: table.name, size: opened.size, sha256 }),
    );
  } catch (fault) {
    return [{ name: path, refused: reasonOf(fault) }];
  } finally {
    await source?.close();
  }
}

/** One line for what went wrong. */
function reasonOf(fault: unknown): string {
  const message = fault instanceof Error ? fault.message : String(fault);
  if (message.startsWith('ENOENT')) return 'there is no such file';
  if (message.startsWith('EACCES')) return 'it may not be read';
  return message.split('\n')[0] ?? '';
}
