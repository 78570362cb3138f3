import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Errand } from '../errand.ts';

/**
 * Gives an errand to a process that goes on when this one ends, and comes back as soon as it has it. It has no terminal and
 * none of our streams, on whose end git would wait. The errand goes by standard input: what may be a password to a chat
 * would be for everybody to see among the arguments.
 *
 * @throws the system's error where there is no such process.
 */
export function sendErrand(script: URL, errand: Errand, env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((sent, fail) => {
    const child = spawn(process.execPath, [fileURLToPath(script)], {
      cwd: tmpdir(),
      env,
      detached: true,
      windowsHide: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    child.on('error', fail);
    child.stdin.on('error', fail);
    child.stdin.end(JSON.stringify(errand), () => {
      child.unref();
      sent();
    });
  });
}
