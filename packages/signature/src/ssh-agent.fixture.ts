import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { environmentOf } from './ssh-keygen.fixture.ts';

export interface Agent {
  readonly socket: string;
  readonly add: (keyFile: string) => void;
}

/** A real ssh-agent of this test's own. */
export async function startAgent(home: string): Promise<Agent> {
  const socket = socketPath(home);
  const child = spawn('ssh-agent', ['-D', '-a', socket], {
    env: environmentOf(home),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  onTestFinished(() => void child.kill());
  await once(child.stdout, 'data');
  const env = { ...environmentOf(home), SSH_AUTH_SOCK: socket };
  return { socket, add: (keyFile) => void execFileSync('ssh-add', ['-q', keyFile], { env, stdio: 'pipe' }) };
}

/** Something that listens where an agent would, and does as it likes. */
export async function pretendAgent(home: string, behave: (socket: Socket) => void): Promise<string> {
  const path = socketPath(home);
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    onTestFinished(() => void socket.destroy());
    behave(socket);
  });
  server.listen(path);
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  return path;
}

function socketPath(home: string): string {
  mkdirSync(join(home, 'agent'));
  return join(home, 'agent', 'socket');
}
