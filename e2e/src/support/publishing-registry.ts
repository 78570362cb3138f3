import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AtTheEnd } from './temporary-repository.ts';

/** What npm sends when it publishes a package. */
export interface Published {
  readonly name: string;
  readonly 'dist-tags': Readonly<Record<string, string>>;
  readonly versions: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface PublishingRegistry {
  readonly url: string;
  /** What was published, in this order. */
  readonly published: readonly Published[];
}

/** A registry of this machine that is empty at first and takes whatever is published. */
export async function publishingRegistry(atTheEnd: AtTheEnd): Promise<PublishingRegistry> {
  const published: Published[] = [];
  const server = createServer((request, response) => {
    const name = decodeURIComponent(request.url?.slice(1) ?? '');
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      if (request.method === 'PUT') published.push(JSON.parse(body) as Published);
      const known = published.find((each) => each.name === name);
      const status = request.method === 'PUT' ? 201 : known === undefined ? 404 : 200;
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(known ?? {}));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  atTheEnd(async () => {
    await new Promise((closed) => {
      server.close(closed);
      server.closeAllConnections();
    });
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, published };
}
