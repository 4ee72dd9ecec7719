import { runCommand } from '../../../src/cli/commands.ts';

/** A small file to draw figures of. */
export const GRANTS = `Funder,Recipient,Sector,Amount,Date
Arts Fund,Museum of Bread,Culture,12000,2017-05-02
Arts Fund,Choir,Culture,3000.50,2017-06-01
Road Office,Bridges Ltd,Transport,250000,2018-01-05
Road Office,"Smith, Jones and Co",Transport,90000,2018-02-05
Energy Board,Windmill,Energy,40000,2018-03-01
`;

/** What a command line gave back. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  /** Lines for people. */
  readonly err: readonly string[];
  /** What went to the pipe. */
  readonly piped: Uint8Array;
}

/** Runs the program in this process. */
export async function run(...words: string[]): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const pieces: Uint8Array[] = [];
  const code = await runCommand(words, {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    bytes: (bytes) => void pieces.push(bytes),
  });
  return { code, out: out.join('\n'), err, piped: Buffer.concat(pieces) };
}
