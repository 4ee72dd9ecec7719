/** The program `tranche`: runs its command line and ends with its exit code. */
import { runCommand } from './commands.ts';

process.exitCode = await runCommand(process.argv.slice(2), {
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
  bytes: (bytes) => void process.stdout.write(bytes),
});
