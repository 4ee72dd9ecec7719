import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { basename, extname, resolve, sep } from 'node:path';
import { securityHeaders } from './policy.js';

/** What `localhost` may mean to a browser: a port is free when it is free on both. */
const LOOPBACKS = ['127.0.0.1', '::1'];
const LAST_PORT = 65535;

/** @type {Readonly<Record<string, string>>} */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/**
 * Serves the files of a folder to this machine alone, with the security headers. Takes the first
 * free port from `port` on. Rejects when there is none.
 * @param {string} folder
 * @param {number} port
 * @returns {Promise<{ address: string, port: number, close: () => Promise<void> }>}
 */
export async function serve(folder, port) {
  const home = resolve(folder);
  for (let tried = port; tried <= LAST_PORT; tried++) {
    const servers = await listen(home, tried);
    if (!servers) continue;
    const close = async () => void (await Promise.all(servers.map(stop)));
    return { address: `http://localhost:${tried}/`, port: tried, close };
  }
  throw new Error(`no port from ${port} on is free`);
}

/**
 * A server on each loopback address the machine has, or undefined when the port is taken on one.
 * @param {string} home
 * @param {number} port
 */
async function listen(home, port) {
  const servers = [];
  for (const host of LOOPBACKS) {
    const server = createServer((request, response) => void answer(home, request, response));
    const problem = await new Promise((settle) => {
      server.once('error', (error) => settle('code' in error ? error.code : error.message));
      server.listen({ host, port }, () => settle(null));
    });
    if (problem === null) {
      servers.push(server);
    } else if (problem === 'EADDRINUSE' || problem === 'EACCES') {
      await Promise.all(servers.map(stop));
      return undefined;
    }
  }
  if (servers.length === 0) throw new Error('this machine has no loopback address');
  return servers;
}

/** @param {import('node:http').Server} server */
function stop(server) {
  return new Promise((done) => {
    server.close(done);
    server.closeAllConnections();
  });
}

/**
 * @param {string} home
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function answer(home, request, response) {
  const path = pathIn(home, request.url ?? '/');
  const security = securityHeaders(basename(path ?? ''));
  const reply = (status, headers, body) => {
    response.writeHead(status, { ...security, 'content-length': body.length, ...headers });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
  const refuse = (status, reason) =>
    reply(status, { 'content-type': TYPES['.txt'], 'cache-control': 'no-store' }, `${reason}\n`);

  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refuse(405, 'only GET and HEAD');
  }
  if (path === undefined) return refuse(400, 'not an address of this server');
  try {
    const body = await readFile(path);
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    reply(200, { 'content-type': type, 'cache-control': keeping(home, path) }, body);
  } catch {
    refuse(404, 'not found');
  }
}

/**
 * The file an address means, or undefined when it cannot be decoded or leads out of the folder.
 * @param {string} home
 * @param {string} url
 */
function pathIn(home, url) {
  try {
    const name = decodeURIComponent(url.replace(/[?#].*$/s, ''));
    const path = resolve(home, `.${name.endsWith('/') ? `${name}index.html` : name}`);
    return path.startsWith(home + sep) && !path.includes('\0') ? path : undefined;
  } catch {
    return undefined;
  }
}

/** Built assets carry a hash of their content in the name and never change. */
function keeping(/** @type {string} */ home, /** @type {string} */ path) {
  if (path.startsWith(resolve(home, 'assets') + sep)) return 'public, max-age=31536000, immutable';
  return extname(path) === '.html' ? 'no-store' : 'no-cache';
}
