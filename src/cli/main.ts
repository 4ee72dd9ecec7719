/** The program `tranche`: runs its command line and ends with its exit code. */
import { runCommand } from './commands.ts';

// Whoever reads the output may stop before its end, as `| head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await runCommand(process.argv.slice(2), {
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
  bytes: (bytes) => void process.stdout.write(bytes),
});
