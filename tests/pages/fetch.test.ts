import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import type { FetchOptions } from '../../src/app/fetchurl.ts';
import { READY } from '../../src/fetch/messages.ts';
import { forEachBrowser, inOneBrowser, type Visit } from './harness.ts';

/** Another origin than the app's: a server of files that lets other pages read some of them. */
const server = createServer(answer);
/** A third, to which the other sends on. */
const third = createServer((_, response) => {
  response.writeHead(200, { 'access-control-allow-origin': '*' }).end('elsewhere');
});
const asked: IncomingMessage['headers'][] = [];
let other = '';
let elsewhere = '';

beforeAll(async () => {
  other = await listen(server);
  elsewhere = await listen(third);
});

afterAll(() => {
  for (const each of [server, third]) {
    each.close();
    each.closeAllConnections();
  }
});

function listen(each: typeof server): Promise<string> {
  return new Promise((done) => {
    each.listen(0, 'localhost', () => {
      // A server that listens on a port has an address with one.
      done(`http://localhost:${(each.address() as AddressInfo).port}`);
    });
  });
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const allow = { 'access-control-allow-origin': '*' };
  asked.push(request.headers);
  switch (request.url) {
    case '/grants%202024.csv':
      response.writeHead(200, { ...allow, 'set-cookie': 'a=1' }).end('a,b\n1,2\n');
      break;
    case '/shut.csv':
      response.writeHead(200).end('a,b\n');
      break;
    case '/large.csv':
      response.writeHead(200, { ...allow, 'content-length': 5_000_000 }).write('a');
      break;
    case '/endless.csv': {
      response.writeHead(200, allow);
      const more = () =>
        void (response.write('a,b\n'.repeat(10_000))
          ? setTimeout(more)
          : response.once('drain', more));
      more();
      break;
    }
    case '/slow.csv':
      response.writeHead(200, allow).write('a,b\n');
      break;
    case '/onward.csv':
      response.writeHead(302, { ...allow, location: `${elsewhere}/b.csv` }).end();
      break;
    case '/moved.csv':
      response.writeHead(302, { ...allow, location: '/grants%202024.csv' }).end();
      break;
    case '/locked.csv':
      response.writeHead(403, allow).end();
      break;
    case '/broken.csv':
      response.writeHead(503, allow).end();
      break;
    default:
      response.writeHead(404, allow).end('none');
  }
}

declare global {
  var fetchUrl: typeof import('../../src/app/fetchurl.ts').fetchUrl;
}

/** The explorer's side of the fetching, as a script for a page. */
const script = ts
  .transpileModule(readFileSync('src/app/fetchurl.ts', 'utf8'), {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  })
  .outputText.replace(/^import .*$/m, `const READY = '${READY}';`)
  .replace(/^export /gm, '');

/** Fetches as the explorer does, from within its page; what comes of it, or the reason against it. */
async function fetched({ page, open }: Visit, url: string, options: FetchOptions = {}) {
  await page.addInitScript({ content: `${script}; globalThis.fetchUrl = fetchUrl;` });
  await open();
  return page.evaluate(
    async ([url, options]) => {
      const steps: number[] = [];
      try {
        const onprogress = (bytes: number) => void steps.push(bytes);
        const file = await globalThis.fetchUrl(url, { ...options, onprogress });
        const text = await file.text();
        const frames = document.querySelectorAll('iframe').length;
        return { name: file.name, text, last: steps.at(-1), frames };
      } catch (fault) {
        return fault instanceof Error ? fault.message : String(fault);
      }
    },
    [url, options] as const,
  );
}

/** Reaching the other servers, and what browsers say of it, is what these tests are about. */
const allow =
  /request leaves: http:\/\/localhost:\d+\/[\w%]+\.csv$|CORS|Cross-Origin|Failed to load resource|NetworkError/;

describe('a file is fetched', () => {
  forEachBrowser(
    'from a host that lets other pages read it, without telling who asks',
    async (visit) => {
      const result = await fetched(visit, `${other}/grants%202024.csv#part`);
      const text = 'a,b\n1,2\n';
      expect(result).toEqual({ name: 'grants 2024.csv', text, last: text.length, frames: 0 });
      const headers = asked.at(-1);
      expect(headers?.referer).toBeUndefined();
      expect(headers?.cookie).toBeUndefined();
    },
    { allow },
  );

  forEachBrowser(
    'after a redirect within the host',
    async (visit) =>
      expect(await fetched(visit, `${other}/moved.csv`)).toMatchObject({ name: 'grants 2024.csv' }),
    { allow },
  );

  forEachBrowser(
    'and stopped when the reader says so',
    async (visit) => {
      await fetched(visit, `${other}/grants%202024.csv`);
      const outcome = await visit.page.evaluate(async (url) => {
        const stop = new AbortController();
        setTimeout(() => stop.abort(), 300);
        const name = await globalThis
          .fetchUrl(url, { signal: stop.signal })
          .catch((fault: Error) => fault.name);
        return [name, document.querySelectorAll('iframe').length];
      }, `${other}/slow.csv`);
      expect(outcome).toEqual(['AbortError', 0]);
    },
    { allow },
  );
});

describe('what cannot be fetched is explained:', () => {
  const cases: [name: string, path: string, reason: RegExp, options?: FetchOptions][] = [
    [
      'a host that keeps its files to itself',
      '/shut.csv',
      /does not let other pages read.*\(CORS\).*Open the address in a new tab/,
    ],
    ['a file that is not there', '/none.csv', /no file at this address \(404\)/],
    ['a sign-in', '/locked.csv', /without a sign-in \(403\)/],
    ['a fault of the server', '/broken.csv', /answered with an error \(503\)/],
    ['a file that says it is too large', '/large.csv', /larger than 1 MB/, { most: 1_000_000 }],
    ['a file that turns out too large', '/endless.csv', /larger than 1 MB/, { most: 1_000_000 }],
    ['a server that falls silent', '/slow.csv', /sent nothing for 1 seconds/, { patience: 1000 }],
    [
      'a redirect to another host',
      '/onward.csv',
      /sends on to localhost:\d+, which you have not agreed to.*b\.csv$/,
    ],
  ];
  /** What each browser tells the page in its own way. */
  const byBrowser = ['a host that keeps its files to itself', 'a redirect to another host'];
  for (const [name, path, reason, options] of cases) {
    const declare = byBrowser.includes(name) ? forEachBrowser : inOneBrowser;
    declare(
      name,
      async (visit) => expect(await fetched(visit, other + path, options)).toMatch(reason),
      { allow },
    );
  }

  forEachBrowser('addresses that are not fetched at all', async (visit) => {
    expect(await fetched(visit, 'http://example.org/a.csv')).toMatch(/begin with https/);
    expect(await fetched(visit, 'https://ann:secret@example.org/a.csv')).toMatch(
      /name and a password/,
    );
    expect(await fetched(visit, 'file:///etc/passwd')).toMatch(/begin with https/);
    expect(await fetched(visit, 'grants.csv')).toMatch(/no address/);
  });
});

describe('the policy', () => {
  forEachBrowser(
    'of the explorer stays shut while a file is fetched',
    async (visit) => {
      await fetched(visit, `${other}/grants%202024.csv`);
      const outcome = await visit.page.evaluate(
        (url) =>
          fetch(url).then(
            () => 'fetched',
            () => 'refused',
          ),
        `${other}/grants%202024.csv`,
      );
      expect(outcome).toBe('refused');
    },
    { allow: /request leaves|policy|Policy|connect-src/ },
  );

  forEachBrowser(
    'lets no other page into a frame',
    async ({ page, open }) => {
      await open();
      const outcome = await page.evaluate(
        (url) =>
          new Promise((done) => {
            document.addEventListener('securitypolicyviolation', (breach) =>
              done(breach.effectiveDirective),
            );
            const frame = document.createElement('iframe');
            frame.src = url;
            document.body.append(frame);
          }),
        `${elsewhere}/a.html`,
      );
      expect(outcome).toBe('frame-src');
    },
    { allow: /policy|Policy|frame-src|request leaves/ },
  );

  forEachBrowser(
    'of the fetching page lets it run and show nothing else',
    async ({ page, address, problems }) => {
      await page.goto(`${address}fetch.html`);
      const outcome = await page.evaluate(() => {
        const image = new Image();
        image.src = 'favicon.svg';
        document.body.append(image);
        return new Promise((done) => (image.onerror = () => done('refused')));
      });
      expect(outcome).toBe('refused');
      await expect.poll(() => problems.join()).toMatch(/img-src/);
    },
    { allow: /policy|Policy|img-src/ },
  );

  forEachBrowser(
    'of the fetching page: it answers nobody but the page that holds it',
    async ({ page, address }) => {
      await page.goto(`${address}fetch.html`);
      const before = asked.length;
      await page.evaluate((url) => {
        const { port2 } = new MessageChannel();
        postMessage({ type: 'fetch', url, most: 1e6, patience: 1000 }, location.origin, [port2]);
        return new Promise((done) => setTimeout(done, 500));
      }, `${other}/grants%202024.csv`);
      expect(asked.length).toBe(before);
    },
    // Opened by itself the page would have an icon, which its policy does not let it have.
    { allow: /favicon/ },
  );
});
