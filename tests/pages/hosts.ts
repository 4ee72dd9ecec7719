import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page of other people's: what is in its body, and what its server says of it. */
export interface HostPage {
  readonly body: string;
  readonly head?: string;
  readonly policy?: string;
}

const GRANTS = `Funder,Recipient,Sector,Amount,Currency,Award Date
The Trust,North Library,Arts,1000,GBP,2024-01-10
The Trust,South School,Education,2500,GBP,2024-03-02
The Fund,East Clinic,Health,4000,GBP,2024-05-20
`;

export interface HostServer {
  /** Of another origin than the app's, ending in a slash. */
  readonly address: string;
  /** Puts a page at an address of this server, which is given. */
  readonly page: (page: HostPage) => string;
  readonly close: () => void;
}

/** Serves other people's pages, a picture at `picture.svg`, and `grants.csv` for whoever asks. */
export async function hostServer(): Promise<HostServer> {
  const pages = new Map<string, HostPage>();
  const picture = readFileSync('tests/figures/sankey-column.svg');
  const server = createServer(({ url = '' }, response) => {
    const page = pages.get(url.replace(/\?.*/, ''));
    if (url === '/picture.svg') {
      response.writeHead(200, { 'content-type': 'image/svg+xml' }).end(picture);
    } else if (url === '/grants.csv') {
      const allow = { 'content-type': 'text/csv', 'access-control-allow-origin': '*' };
      response.writeHead(200, allow).end(GRANTS);
    } else if (page) {
      const policy = page.policy ? { 'content-security-policy': page.policy } : {};
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...policy });
      response.end(hostHtml(page));
    } else {
      response.writeHead(url === '/favicon.ico' ? 204 : 404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  // A server that listens on a port has an address with one.
  const address = `http://localhost:${(server.address() as AddressInfo).port}/`;
  return {
    address,
    page: (page) => {
      const name = `${pages.size}.html`;
      pages.set(`/${name}`, page);
      return address + name;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

export function hostHtml({ body, head = '' }: HostPage): string {
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>A page</title>${head}</head>
<body><p>Before</p>${body}<p id="after">After</p></body></html>`;
}
