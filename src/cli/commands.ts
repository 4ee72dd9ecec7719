import { VERSION } from '../export/version.ts';
import { check } from './check.ts';
import { DONE, lineOf, NOT_DONE, type Command, type Output } from './command.ts';
import { helpLine } from './flags.ts';
import { render } from './render.ts';

/** All that the program can be asked to do. To add a command, write it and list it here. */
export const COMMANDS: readonly Command[] = [check, render];

/**
 * Runs a command line (the words after the program's name) and returns its exit code: that of the
 * command, or 2 with one line when it could not do what was asked.
 */
export async function runCommand(words: readonly string[], output: Output): Promise<number> {
  try {
    return await run(words, output);
  } catch (fault) {
    output.err(`tranche: ${lineOf(fault)}`);
    return NOT_DONE;
  }
}

async function run([word, ...rest]: readonly string[], output: Output): Promise<number> {
  const names = COMMANDS.map(({ name }) => name).join(', ');
  if (word === undefined) throw new Error('say what to do, such as tranche check FILE; see --help');
  if (word === '--version') {
    output.out(VERSION);
    return DONE;
  }
  const isHelp = ['--help', '-h', 'help'].includes(word);
  const command = COMMANDS.find(({ name }) => name === (isHelp ? rest[0] : word));
  if (isHelp || rest.some((other) => other === '--help' || other === '-h')) {
    output.out(command ? command.help() : helpText());
    return DONE;
  }
  if (!command) throw new Error(`there is no command "${word}"; there are: ${names}`);
  return command.run(rest, output);
}

function helpText(): string {
  return [
    'tranche COMMAND … [options]',
    '',
    'Reads funding files and draws figures of them, with the code of the explorer and no browser.',
    '',
    ...COMMANDS.map(({ name, summary }) => helpLine(name, summary)),
    '',
    helpLine('COMMAND --help', 'all that a command can be asked'),
    helpLine('--version', 'the version of the program'),
    '',
    'Exit code: 0 done, 1 done and a person should look at it, 2 not done; errors are one line.',
  ].join('\n');
}
