import type { Options } from '../load/plan.ts';
import { FLAGS } from './options.ts';

/** What a command line asks for. */
export type Asked =
  | { readonly ask: 'help' }
  | {
      readonly ask: 'check';
      readonly files: readonly string[];
      readonly options: Options;
      readonly json: boolean;
    }
  | { readonly ask: 'nothing'; readonly why: string };

/** Reads the words of a command line, those after the program's name. */
export function readArguments(words: readonly string[]): Asked {
  const [command, ...rest] = words;
  if (command === undefined) return { ask: 'nothing', why: 'say what to do: tranche check FILE…' };
  if (words.includes('--help') || words.includes('-h') || command === 'help')
    return { ask: 'help' };
  if (command !== 'check') {
    return { ask: 'nothing', why: `there is no command "${command}"; there is: check` };
  }
  const files: string[] = [];
  let options: Options = {};
  let json = false;
  for (let at = 0; at < rest.length; at++) {
    const word = rest[at] ?? '';
    if (word === '--') {
      files.push(...rest.slice(at + 1));
      break;
    }
    if (word === '--json') json = true;
    else if (!word.startsWith('--')) files.push(word);
    else {
      const equals = word.indexOf('=');
      const name = word.slice(2, equals < 0 ? undefined : equals);
      const flag = FLAGS.find((known) => known.name === name);
      if (!flag) return { ask: 'nothing', why: `there is no option "--${name}"; see --help` };
      const value = equals < 0 ? rest[++at] : word.slice(equals + 1);
      if (value === undefined) return { ask: 'nothing', why: `--${name} needs a value` };
      const set = flag.set(value, options);
      if (!set) return { ask: 'nothing', why: `--${name} cannot be "${value}": ${flag.help}` };
      options = set;
    }
  }
  if (files.length === 0) return { ask: 'nothing', why: 'name a file: tranche check FILE…' };
  return { ask: 'check', files, options, json };
}
