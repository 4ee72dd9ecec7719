/** Where a command writes: text a line at a time, and the bytes of a file that goes to a pipe. */
export interface Output {
  out(text: string): void;
  err(text: string): void;
  bytes(bytes: Uint8Array): void;
}

/** One thing the program can be asked to do. */
export interface Command {
  readonly name: string;
  /** How it is called, and in a line what it does. */
  readonly usage: string;
  readonly summary: string;
  help(): string;
  /** Runs with the words after the command's name and returns the exit code. */
  run(words: readonly string[], output: Output): Promise<number>;
}

/** What a script may take from the exit code of any command. */
export const [DONE, NEEDS_PERSON, NOT_DONE] = [0, 1, 2];

/** One line for what went wrong. */
export function lineOf(fault: unknown): string {
  const message = fault instanceof Error ? fault.message : String(fault);
  return message.split('\n')[0] ?? '';
}
