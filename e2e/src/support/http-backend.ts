import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AtTheEnd } from './temporary-repository.ts';

/**
 * Serves the repositories of a folder over HTTP, as a web server with `git http-backend` does: whoever pushes says a name, and
 * any password does but where one is given. Gives the port.
 */
export async function httpBackend(
  folder: string,
  env: NodeJS.ProcessEnv,
  atTheEnd: AtTheEnd,
  password?: string,
): Promise<number> {
  const server = createServer((request, response) => answer(request, response, { folder, env, password }));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  atTheEnd(async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });
  return (server.address() as AddressInfo).port;
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  {
    folder,
    env,
    password,
  }: { readonly folder: string; readonly env: NodeJS.ProcessEnv; readonly password: string | undefined },
): void {
  const [, basic] = /^Basic (.*)$/u.exec(request.headers.authorization ?? '') ?? [];
  const [user, given] = Buffer.from(basic ?? '', 'base64')
    .toString()
    .split(':');
  if (basic === undefined || (password !== undefined && given !== password))
    return void response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' }).end();
  const url = new URL(request.url ?? '/', 'http://localhost');
  const child = spawn('git', ['http-backend'], {
    env: {
      ...env,
      GIT_PROJECT_ROOT: folder,
      GIT_HTTP_EXPORT_ALL: '1',
      REMOTE_USER: user,
      REMOTE_ADDR: '127.0.0.1',
      REQUEST_METHOD: request.method,
      PATH_INFO: decodeURIComponent(url.pathname),
      QUERY_STRING: url.search.slice(1),
      CONTENT_TYPE: request.headers['content-type'],
      CONTENT_LENGTH: request.headers['content-length'],
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'],
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
    },
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.on('close', () => {
    const output = Buffer.concat(chunks);
    const end = output.indexOf('\r\n\r\n');
    const headers = output.subarray(0, end).toString().split('\r\n').map(headerOf);
    const status = headers.find(([name]) => name === 'Status')?.[1];
    response.writeHead(Number.parseInt(status ?? '200', 10), Object.fromEntries(headers)).end(output.subarray(end + 4));
  });
  // It may have answered before all was read.
  child.stdin.on('error', () => undefined);
  request.pipe(child.stdin);
}

function headerOf(line: string): readonly [string, string] {
  const colon = line.indexOf(':');
  return [line.slice(0, colon), line.slice(colon + 1).trim()];
}
