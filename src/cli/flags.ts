/** Makes an option's value part of what is asked; undefined for a value that it cannot have. */
export type Setter<Asked> = (value: string, asked: Asked) => Asked | undefined;

/** What the help says of an option. */
export interface FlagHelp {
  readonly name: string;
  /** One letter, where it has one. */
  readonly letter?: string;
  /** Other names that mean the same. */
  readonly also?: readonly string[];
  /** How its value is written in the help; empty for an option without one. */
  readonly value: string;
  readonly help: string;
}

/** An option of a command. */
export interface Flag<Asked> extends FlagHelp {
  readonly set: Setter<Asked>;
}

/** What a command line asks: files, and the options put together. */
export type Read<Asked> =
  { readonly files: readonly string[]; readonly asked: Asked } | { readonly why: string };

/**
 * Reads the words after a command's name: `--name value`, `--name=value`, `-n value` and files.
 * What follows `--` is files, and a hyphen alone is one.
 */
export function readWords<Asked>(
  words: readonly string[],
  flags: readonly Flag<Asked>[],
  nothing: Asked,
): Read<Asked> {
  const files: string[] = [];
  let asked = nothing;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '--') return { files: [...files, ...words.slice(at + 1)], asked };
    if (!word.startsWith('-') || word === '-') {
      files.push(word);
      continue;
    }
    const equals = word.indexOf('=');
    const name = equals < 0 ? word : word.slice(0, equals);
    const flag = flags.find((known) => namesOf(known).includes(name));
    if (!flag) return { why: `there is no option "${name}"; see --help` };
    if (flag.value === '' && equals >= 0) return { why: `${name} takes no value` };
    const value = flag.value === '' ? '' : equals < 0 ? words[++at] : word.slice(equals + 1);
    if (value === undefined) return { why: `${name} needs a value` };
    const set = flag.set(value, asked);
    if (!set) return { why: `${name} cannot be "${value}": ${flag.help}` };
    asked = set;
  }
  return { files, asked };
}

function namesOf({ name, letter, also = [] }: FlagHelp): string[] {
  return [...[name, ...also].map((long) => `--${long}`), ...(letter ? [`-${letter}`] : [])];
}

const WIDTH = 26;

/** The lines of a help text for options, in their order. */
export function flagLines(flags: readonly FlagHelp[]): string[] {
  return flags.map(({ name, letter, value, help }) =>
    helpLine(`${letter ? `-${letter}, ` : ''}--${name}${value && ` ${value}`}`, help),
  );
}

export function helpLine(what: string, says: string): string {
  return `  ${what.padEnd(WIDTH)}${what.length >= WIDTH ? ' ' : ''}${says}`;
}
