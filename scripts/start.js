/**
 * `npm start`: installs and builds what is missing, serves the page on this machine and opens it.
 * `--no-open`, or CI in the environment, leaves the browser alone.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, isBuilt } from './build.js';
import { ensureInstalled } from './install.js';
import { root } from './run.js';
import { serve } from './serve.js';

const PORT = 4173;

/** The command that opens an address in the reader's browser, or undefined without a screen. */
function opener() {
  if (process.argv.includes('--no-open') || process.env['CI']) return undefined;
  if (process.platform === 'darwin') return ['open'];
  if (process.platform === 'win32') return ['cmd', '/c', 'start', ''];
  return process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'] ? ['xdg-open'] : undefined;
}

function open(/** @type {string} */ address) {
  const [command, ...args] = opener() ?? [];
  if (!command) return;
  const browser = spawn(command, [...args, address], { stdio: 'ignore', detached: true });
  browser.on('error', () => console.log('No browser could be opened; open the address in one.'));
  browser.unref();
}

async function start() {
  ensureInstalled();
  if (!isBuilt() && !build()) throw new Error('The page could not be built.');
  const server = await serve(join(root, 'dist'), PORT);
  const stop = () => void server.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  if (server.port !== PORT) console.log(`Port ${PORT} is taken; using ${server.port}.`);
  console.log(`\nTranche is at ${server.address}\nCtrl-C stops it.`);
  open(server.address);
}

start().catch((/** @type {Error} */ error) => {
  console.error(error.message);
  process.exit(1);
});
