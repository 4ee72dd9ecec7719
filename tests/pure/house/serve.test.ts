import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EMBED_PAGE, FETCH_PAGE, pagePolicy, policyOf } from '../../../scripts/policy.js';
import { serve } from '../../../scripts/serve.js';

const PORT = 4373;
const folder = mkdtempSync(join(tmpdir(), 'tranche-'));
const home = join(folder, 'dist');
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  mkdirSync(join(home, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(home, 'index.html'), '<p>page</p>');
  writeFileSync(join(home, 'assets', 'a.js'), '0');
  writeFileSync(join(home, 'figures of £.csv'), 'a,b');
  server = await serve(home, PORT);
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** Asks for the path as it is: `fetch` would tidy it first. */
function ask(path: string, method = 'GET') {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }>(
    (resolve, reject) => {
      request({ host: '127.0.0.1', port: server.port, path, method }, async (response) => {
        let body = '';
        for await (const part of response) body += String(part);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      })
        .on('error', reject)
        .end();
    },
  );
}

describe('the server of the built page', () => {
  test.each([
    ['/', 'text/html; charset=utf-8', 'no-store', '<p>page</p>'],
    ['/index.html?from=mail', 'text/html; charset=utf-8', 'no-store', '<p>page</p>'],
    ['/assets/a.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable', '0'],
    ['/figures%20of%20%C2%A3.csv', 'text/csv; charset=utf-8', 'no-cache', 'a,b'],
  ])('answers %s with its type', async (path, type, keeping, body) => {
    const answer = await ask(path);
    expect(answer).toMatchObject({ status: 200, body });
    expect(answer.headers).toMatchObject({ 'content-type': type, 'cache-control': keeping });
  });

  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e%2f%2e%2e%2fsecret.txt',
    '/assets/a.js%00.csv',
    '/%ff',
  ])('refuses %s, which is no file of the folder', async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(400);
    expect(answer.body).not.toContain('secret');
  });

  test('says what is not there and what it does not do', async () => {
    expect(await ask('/none.css')).toMatchObject({ status: 404 });
    expect(await ask('/assets')).toMatchObject({ status: 404 });
    expect(await ask('/', 'POST')).toMatchObject({ status: 405 });
    expect(await ask('/', 'HEAD')).toMatchObject({ status: 200, body: '' });
  });

  test('sends the policy and its companions with every answer', async () => {
    for (const path of ['/', '/none', '/%ff']) {
      const { headers } = await ask(path);
      expect(headers['content-security-policy']).toBe(`${pagePolicy}; frame-ancestors 'self'`);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
      });
    }
  });

  test('takes the next port when one is taken, and gives it back', async () => {
    const second = await serve(home, server.port);
    expect(second.port).toBeGreaterThan(server.port);
    await second.close();
    const third = await serve(home, second.port);
    expect(third.port).toBe(second.port);
    await third.close();
  });
});

describe('the policy', () => {
  test('lets nothing run, load or be sent that is not its own', () => {
    expect(pagePolicy).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(pagePolicy).toContain("connect-src 'self';");
    expect(pagePolicy).toContain("require-trusted-types-for 'script'");
    expect(pagePolicy).toContain("frame-src 'self';");
    expect(pagePolicy).not.toMatch(/unsafe|\*|https?:/);
  });

  test('of the page that fetches files allows that and nothing else', () => {
    expect(policyOf(FETCH_PAGE)).toBe(
      "default-src 'none'; script-src 'self'; connect-src https: http://localhost:*; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    );
  });

  test('of the page for others’ pages differs in what it may fetch and hold, and who may hold it', async () => {
    const differing = (from: string, other: string) =>
      from.split('; ').filter((directive) => !other.split('; ').includes(directive));
    const policy = policyOf(EMBED_PAGE);
    expect(differing(policy, pagePolicy)).toEqual(["connect-src 'self' https: http://localhost:*"]);
    expect(differing(pagePolicy, policy).map((directive) => directive.split(' ')[0])).toEqual([
      'connect-src',
      'frame-src',
      'manifest-src',
    ]);
    const { headers } = await ask('/embed.html');
    expect(headers['content-security-policy']).toBe(`${policy}; frame-ancestors * file:`);
  });

  test('what an embed without an origin is made of can be had by it, and no page can', async () => {
    const allowed = async (path: string) =>
      (await ask(path)).headers['access-control-allow-origin'];
    expect(await allowed('/assets/a.js')).toBe('*');
    expect(await allowed('/index.html')).toBeUndefined();
    expect(await allowed('/')).toBeUndefined();
  });

  test('goes with the page it is for, and nowhere else', async () => {
    const policy = async (path: string) => (await ask(path)).headers['content-security-policy'];
    expect(await policy('/fetch.html')).toContain('connect-src https:');
    for (const path of ['/', '/index.html', '/assets/a.js', '/fetch.html/x', '/%ff']) {
      expect(await policy(path)).toContain("connect-src 'self'");
    }
  });
});
