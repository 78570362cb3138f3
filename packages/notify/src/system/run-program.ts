import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import type { ProgramEnd, ProgramRun } from '../means.ts';

/** Runs one program without a shell, and kills it with its group when the time is up. What it prints is not read. */
export function runProgram({ program, args, input, env, timeoutMs, signal }: ProgramRun): Promise<ProgramEnd> {
  return new Promise((answer) => {
    if (signal.aborted) return answer({ kind: 'killed' });
    const child = spawn(program, [...args], {
      // Not the work tree: a program must find nothing of the agent's lying about.
      cwd: tmpdir(),
      env: { ...env },
      shell: false,
      detached: process.platform !== 'win32',
      windowsHide: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    const kill = (): void => {
      killGroup(child);
      end({ kind: 'killed' });
    };
    const end = (what: ProgramEnd): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', kill);
      answer(what);
    };
    const timer = setTimeout(kill, timeoutMs);
    signal.addEventListener('abort', kill, { once: true });
    child.on('error', (error: NodeJS.ErrnoException) => end({ kind: error.code === 'ENOENT' ? 'missing' : 'killed' }));
    child.on('exit', (status) => end(status === null ? { kind: 'killed' } : { kind: 'ended', status }));
    // One that does not read to the end says with its status what it thinks of it.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

function killGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // It has already ended.
  }
}
