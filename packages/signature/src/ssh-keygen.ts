import { type ChildProcess, spawn } from 'node:child_process';
import { delimiter, isAbsolute } from 'node:path';
import { SignatureError } from './signature-error.ts';

export interface KeygenOptions {
  /** On standard input, never as a file: beside an existing FILE.sig ssh-keygen keeps the old signature and ends with 0. */
  readonly input: string | Uint8Array;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isInteractive: boolean;
}

/** Where the key, its agent or its token is. Nothing else passes: no DISPLAY, so that a window never asks. */
const PASSED_ON = ['HOME', 'SSH_AUTH_SOCK', 'SSH_SK_PROVIDER', 'TERM', 'SystemRoot'] as const;

/** A person needs a while to find the token; without one there is nothing to wait for. */
const MAX_MS = { interactive: 120_000, alone: 30_000 } as const;
const MAX_BYTES = 64 * 1024;

/**
 * Runs ssh-keygen once, without a shell, and gives what it wrote.
 *
 * @throws SignatureError `signing-failed`
 */
export function runSshKeygen(args: readonly string[], options: KeygenOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = start(args, options);
    const timer = setTimeout(() => child.kill('SIGKILL'), options.isInteractive ? MAX_MS.interactive : MAX_MS.alone);
    const stdout = collect(child, child.stdout);
    const stderr = collect(child, child.stderr);
    child.on('error', (cause) => {
      clearTimeout(timer);
      reject(failed(`could not be started: ${cause.message}`, 'install OpenSSH 8.2 or newer'));
    });
    child.on('close', (status, signal) => {
      clearTimeout(timer);
      if (status === 0) resolve(stdout());
      else reject(failed(howItEnded({ status, signal, stderr: stderr() }), next(options)));
    });
    // One that ends before it read the text breaks the pipe; its status says why.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(options.input);
  });
}

function start(args: readonly string[], { env, isInteractive }: KeygenOptions): ChildProcess {
  return spawn('ssh-keygen', args, {
    env: environment(env),
    // In a session of its own there is no terminal that it could open and wait at.
    detached: !isInteractive,
    shell: false,
    windowsHide: true,
    // "Confirm user presence for key …" is for the person, as it comes.
    stdio: ['pipe', 'pipe', isInteractive ? 'inherit' : 'pipe'],
  });
}

function environment(env: KeygenOptions['env']): NodeJS.ProcessEnv {
  const passed = PASSED_ON.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]] as const]));
  // A relative entry would be looked up in the work tree, where the agent writes.
  const path = (env['PATH'] ?? '').split(delimiter).filter((entry) => isAbsolute(entry));
  return { ...Object.fromEntries(passed), PATH: path.join(delimiter), LC_ALL: 'C', SSH_ASKPASS_REQUIRE: 'never' };
}

function collect(child: ChildProcess, stream: NodeJS.ReadableStream | null): () => string {
  let text = '';
  stream?.setEncoding('latin1');
  stream?.on('data', (chunk: string) => {
    text += chunk;
    if (text.length > MAX_BYTES) child.kill('SIGKILL');
  });
  return () => text;
}

interface End {
  readonly status: number | null;
  readonly signal: string | null;
  readonly stderr: string;
}

function howItEnded({ status, signal, stderr }: End): string {
  if (status === null) return `was ended by ${signal}`;
  const reason = stderr.trim().split('\n').at(-1);
  // At a terminal the person has read it there.
  return `failed with status ${status}${reason ? `: ${JSON.stringify(reason)}` : ''}`;
}

function next({ isInteractive }: KeygenOptions): string {
  return isInteractive ? 'try again' : 'sign at a terminal, or load the key into the ssh-agent: ssh-add';
}

function failed(what: string, next: string): SignatureError {
  return new SignatureError('signing-failed', `ssh-keygen ${what}`, { next });
}
