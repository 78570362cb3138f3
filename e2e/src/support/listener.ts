import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A server of this machine that people are told through. */
export interface Listener {
  readonly origin: string;
  readonly received: Received[];
  /** Takes requests and leaves them without an answer, until it is called again with `false`. */
  hold(isHeld: boolean): void;
  stop(): Promise<void>;
  /** At the address that it had. */
  start(): Promise<void>;
}

export async function startListener(): Promise<Listener> {
  const received: Received[] = [];
  const held: (() => void)[] = [];
  let isHolding = false;
  const make = (): Server =>
    createServer((request, response) => {
      void text(request).then((body) => {
        received.push({ path: request.url ?? '', headers: request.headers, body });
        const answer = (): void => void response.writeHead(201).end();
        if (isHolding) held.push(answer);
        else answer();
      });
    });
  let server = make();
  const listen = (port: number): Promise<void> =>
    new Promise((listens) => void server.listen(port, '127.0.0.1', listens));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    received,
    hold(isHeld) {
      isHolding = isHeld;
      if (!isHeld) for (const answer of held.splice(0)) answer();
    },
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
    start() {
      server = make();
      return listen(port);
    },
  };
}

/** Waits for what another process does in its own time. What never comes fails by the time limit of the test. */
export async function eventually(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await delay(20);
}
