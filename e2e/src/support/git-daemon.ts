import { spawn } from 'node:child_process';
import { connect, createServer, type AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { AtTheEnd } from './temporary-repository.ts';

/** Serves the repositories of a folder by `git daemon`, which asks nobody who they are. Gives the port. */
export async function gitDaemon(folder: string, env: NodeJS.ProcessEnv, atTheEnd: AtTheEnd): Promise<number> {
  const port = await freePort();
  const options = ['--export-all', '--enable=receive-pack', '--reuseaddr', '--listen=127.0.0.1', `--port=${port}`];
  // Started as itself: `git daemon` would leave it behind when it is killed.
  const child = spawn('git', ['daemon', ...options, `--base-path=${folder}`, folder], { env, detached: true });
  atTheEnd(async () => {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
    await new Promise((ended) => (child.exitCode === null ? child.once('close', ended) : ended(undefined)));
  });
  for (let attempt = 0; !(await answers(port)); attempt += 1) {
    if (attempt === 200) throw new Error('git daemon does not answer');
    await delay(25);
  }
  return port;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

function answers(port: number): Promise<boolean> {
  return new Promise((told) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => told(false));
    socket.on('connect', () => {
      socket.destroy();
      told(true);
    });
  });
}
