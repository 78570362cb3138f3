import childProcess from 'node:child_process';
import fs from 'node:fs';
import { appendFileSync } from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Preloaded into a process, counts what it asks of the file system and every program that it starts from
 * `countFaults()` on, and lets the one whose number is in `FAULT_AT` go wrong as `FAULT` says: `kill` before it,
 * `kill-after` right after it, or the system's error of that name. A killed process leaves its children behind, as
 * `kill -9` does.
 */
const at = Number(process.env['FAULT_AT']);
const fault = process.env['FAULT'] ?? '';
const journal = process.env['FAULT_JOURNAL'];
const FILES = [
  'open',
  'readFile',
  'writeFile',
  'link',
  'unlink',
  'rename',
  'mkdir',
  'stat',
  'utimes',
  'rm',
  'readdir',
] as const;
let count = Number.NEGATIVE_INFINITY;

type Operation = (...args: never[]) => unknown;

function faulty(name: string, operation: Operation, fail: (error: Error) => unknown): Operation {
  return function (this: unknown, ...args) {
    count += 1;
    if (count !== at) return operation.apply(this, args);
    if (journal !== undefined) appendFileSync(journal, `${name} ${String(args[0])}\n`);
    if (fault === 'kill') process.kill(process.pid, 'SIGKILL');
    if (fault === 'kill-after') return killAfter(operation.apply(this, args));
    return fail(Object.assign(new Error(`${fault}: injected, ${name}`), { code: fault, syscall: name }));
  };
}

function killAfter(result: unknown): unknown {
  const kill = (): never => {
    process.kill(process.pid, 'SIGKILL');
    throw new Error('unreachable');
  };
  return result instanceof Promise ? result.then(kill, kill) : kill();
}

const patched = promises as unknown as Record<string, Operation>;
for (const name of FILES) patched[name] = faulty(name, patched[name] as Operation, (error) => Promise.reject(error));

const spawn = childProcess.spawn as unknown as Operation;
(childProcess as unknown as Record<string, Operation>)['spawn'] = faulty('spawn', spawn, (error) => {
  if (fault !== 'EMFILE') throw error;
  // As node does it: a process without streams, and the reason only later.
  const child = new childProcess.ChildProcess();
  process.nextTick(() => child.emit('error', error));
  return child;
});

const handle = await fs.promises.open(process.execPath);
const ofHandle = Object.getPrototypeOf(handle) as Record<string, Operation>;
await handle.close();
for (const name of ['writeFile', 'close'])
  ofHandle[name] = faulty(`handle.${name}`, ofHandle[name] as Operation, (error) => Promise.reject(error));

syncBuiltinESMExports();
process.on('exit', () => {
  if (journal !== undefined) appendFileSync(journal, `${count} operations\n`);
});

(globalThis as { countFaults?: () => void }).countFaults = () => {
  count = 0;
};
