import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { AtTheEnd } from './temporary-repository.ts';

export interface NxCacheServer {
  /** What is kept, by the hash of a task: a tar archive, compressed, of its outputs, its terminal's text and its exit status. */
  readonly entries: Map<string, Buffer>;
  /** What was asked and how it was answered, such as `GET 404`. */
  readonly answered: string[];
  /** For a machine that may fill the cache. */
  readonly writer: NodeJS.ProcessEnv;
  /** For a machine that may only read it. */
  readonly reader: NodeJS.ProcessEnv;
}

const PATH = /^\/v1\/cache\/(?<hash>[\w-]+)$/u;

/** A cache that machines share, by Nx's protocol for self-hosted ones: `GET` and `PUT /v1/cache/{hash}`, a bearer token, and no entry that changes. */
export async function nxCacheServer(atTheEnd: AtTheEnd): Promise<NxCacheServer> {
  const entries = new Map<string, Buffer>();
  const answered: string[] = [];
  const tokens = { writer: randomUUID(), reader: randomUUID() };
  const server = createServer((request, response) => {
    response.on('finish', () => answered.push(`${request.method} ${response.statusCode}`));
    void answer(request, response, entries, tokens);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  atTheEnd(async () => {
    await new Promise((closed) => {
      server.close(closed);
      server.closeAllConnections();
    });
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const envOf = (token: string): NodeJS.ProcessEnv => {
    return { NX_SELF_HOSTED_REMOTE_CACHE_SERVER: url, NX_SELF_HOSTED_REMOTE_CACHE_ACCESS_TOKEN: token };
  };
  return { entries, answered, writer: envOf(tokens.writer), reader: envOf(tokens.reader) };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  entries: Map<string, Buffer>,
  { writer, reader }: Readonly<Record<'writer' | 'reader', string>>,
): Promise<void> {
  const token = request.headers.authorization?.replace(/^Bearer /u, '');
  const hash = PATH.exec(request.url ?? '')?.groups?.['hash'];
  const body = await buffer(request);
  const end = (status: number, content?: Buffer | string): void => {
    const type = typeof content === 'string' ? 'text/plain' : 'application/octet-stream';
    response.writeHead(status, { 'content-type': type }).end(content);
  };
  if (token !== writer && token !== reader) return end(401, 'no such token');
  if (hash === undefined) return end(404, 'nothing is here');
  if (request.method === 'GET') return entries.has(hash) ? end(200, entries.get(hash)) : end(404, 'not kept');
  if (token !== writer) return end(403, 'this token may only read');
  if (entries.has(hash)) return end(409, 'kept already');
  entries.set(hash, body);
  end(200);
}
