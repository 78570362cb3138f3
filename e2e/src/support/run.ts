import { spawn } from 'node:child_process';
import { relative } from 'node:path';
import { WORKSPACE } from './workspace.ts';

export interface Ran {
  /** `null` where a signal ended the process. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly input?: string;
}

/** Runs a program to its end and says how it ended. A program that cannot be started is an error of the test. */
export async function run(file: string, args: readonly string[], { cwd, env, input = '' }: RunOptions): Promise<Ran> {
  refuseWorkspace(cwd);
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd, env, stdio: 'pipe' });
    const texts = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (chunk: string) => (texts[name] += chunk));
    }
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, ...texts }));
    // A program that reads no input may have ended before it is written.
    child.stdin.on('error', () => undefined).end(input);
  });
}

/** A test that forgot to say where would otherwise commit to the repository that it tests. */
function refuseWorkspace(cwd: string): void {
  const way = relative(WORKSPACE, cwd);
  if (!way.startsWith('..')) throw new Error(`a test must not run anything in the workspace: ${cwd}`);
}

/** For a step that is not what the test is about. */
export function mustSucceed({ status, stdout, stderr }: Ran): string {
  if (status !== 0) throw new Error(`ended with ${status}\n${stdout}${stderr}`);
  return stdout.replace(/\n$/u, '');
}
