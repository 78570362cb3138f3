import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer as createTcpServer, type Server as TcpServer } from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { HttpRequest } from '../means.ts';
import { selfSigned } from './certificate.fixture.ts';
import { sendHttp } from './send-http.ts';

async function listening(server: TcpServer | Server, host = '127.0.0.1'): Promise<number> {
  await new Promise<void>((ready) => server.listen(0, host, ready));
  onTestFinished(() => {
    if ('closeAllConnections' in server) server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

async function serving(listener: RequestListener): Promise<string> {
  return `http://127.0.0.1:${await listening(createServer(listener))}/T0KEN`;
}

function request(url: string, changed: Partial<HttpRequest> = {}): HttpRequest {
  const signal = new AbortController().signal;
  return { url, headers: {}, body: '{"a":"ü"}', toPrivate: true, timeoutMs: 60_000, signal, ...changed };
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

describe('when a server answers', () => {
  it('it got one POST with the whole body, and its status is the answer', async () => {
    const got: unknown[] = [];
    const url = await serving((incoming, answer) => {
      void bodyOf(incoming).then((body) => {
        got.push([incoming.method, incoming.url, incoming.headers['x-a'], incoming.headers['content-length'], body]);
        answer.writeHead(202).end('ok');
      });
    });
    expect(await sendHttp(request(url, { headers: { 'x-a': 'b' } }))).toEqual({
      kind: 'reply',
      status: 202,
      retryAfter: undefined,
    });
    expect(got).toEqual([['POST', '/T0KEN', 'b', '10', '{"a":"ü"}']]);
  });

  it('how long it asks to wait is passed on', async () => {
    const url = await serving((_, answer) => answer.writeHead(429, { 'retry-after': '7' }).end());
    expect(await sendHttp(request(url))).toEqual({ kind: 'reply', status: 429, retryAfter: '7' });
  });

  it.each(['file:///etc/passwd', 'http://169.254.169.254/', 'gopher://x/'])(
    'a redirect to %s is an answer and is not followed',
    async (location) => {
      const url = await serving((_, answer) => answer.writeHead(302, { location }).end());
      expect(await sendHttp(request(url))).toMatchObject({ kind: 'reply', status: 302 });
    },
  );

  it('a redirect to another page of the same server is not followed either', async () => {
    const paths: (string | undefined)[] = [];
    const url = await serving((incoming, answer) => {
      paths.push(incoming.url);
      answer.writeHead(307, { location: '/other' }).end();
    });
    await sendHttp(request(url));
    expect(paths).toEqual(['/T0KEN']);
  });

  it('an answer without an end is not read', async () => {
    let written = 0;
    const url = await serving((_, answer) => {
      answer.writeHead(200);
      const more = (): void => {
        for (; !answer.destroyed && answer.write(Buffer.alloc(65_536)); written += 65_536);
      };
      answer.on('drain', more).on('error', () => undefined);
      more();
    });
    expect(await sendHttp(request(url))).toMatchObject({ status: 200 });
    expect(written).toBeLessThan(50_000_000);
  });

  it('a head without an end is a failure', async () => {
    const server = createTcpServer((socket) => {
      socket.on('error', () => undefined);
      socket.write(`HTTP/1.1 200 OK\r\nx-a: ${'a'.repeat(100_000)}\r\n\r\n`);
    });
    const url = `http://127.0.0.1:${await listening(server)}/`;
    expect(await sendHttp(request(url))).toEqual({ kind: 'fault', fault: 'no-answer' });
  });
});

describe('when a server does not answer', () => {
  it('one that takes too long is given up', async () => {
    const url = await serving(() => undefined);
    expect(await sendHttp(request(url, { timeoutMs: 1000 }))).toEqual({ kind: 'fault', fault: 'no-answer' });
  });

  it('one that hangs up in the middle may have got it', async () => {
    const url = await serving((incoming) => incoming.socket.destroy());
    expect(await sendHttp(request(url))).toEqual({ kind: 'fault', fault: 'no-answer' });
  });

  it('whoever has no more time ends it', async () => {
    const stop = new AbortController();
    const url = await serving(() => stop.abort());
    expect(await sendHttp(request(url, { signal: stop.signal }))).toEqual({ kind: 'fault', fault: 'no-answer' });
  });

  it('where nobody listens nobody got it', async () => {
    const server = createTcpServer();
    const port = await listening(server);
    await new Promise((closed) => server.close(closed));
    expect(await sendHttp(request(`http://127.0.0.1:${port}/`))).toEqual({ kind: 'fault', fault: 'unreachable' });
  });

  it('a name that nobody has is not found', async () => {
    expect(await sendHttp(request('https://nobody.invalid/T0KEN'))).toMatchObject({
      kind: 'fault',
      fault: expect.stringMatching(/^(?:dns|unreachable)$/u),
    });
  });
});

describe('when a server cannot prove who it is', () => {
  const tls = async (): Promise<string> => {
    const got = createTlsServer(selfSigned('localhost'), (_, answer) => answer.writeHead(200).end());
    return `https://127.0.0.1:${await listening(got)}/T0KEN`;
  };

  it('nothing is sent', async () => {
    expect(await sendHttp(request(await tls()))).toEqual({ kind: 'fault', fault: 'tls' });
  });

  it('nothing is sent where the environment says that it does not matter', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(await sendHttp(request(await tls()))).toEqual({ kind: 'fault', fault: 'tls' });
  });

  it('one that speaks no TLS is none', async () => {
    const url = await serving((_, answer) => answer.end());
    expect(await sendHttp(request(url.replace('http:', 'https:')))).toEqual({ kind: 'fault', fault: 'tls' });
  });
});

describe('when an address leads into a private network that was not meant', () => {
  it.each(['127.0.0.1', 'localhost'])('nothing is sent to %s', async (host) => {
    let requests = 0;
    const url = await serving((_, answer) => {
      requests += 1;
      answer.end();
    });
    const sent = request(url.replace('127.0.0.1', host), { toPrivate: false });
    expect(await sendHttp(sent)).toEqual({ kind: 'fault', fault: 'private' });
    expect(requests).toBe(0);
  });
});
