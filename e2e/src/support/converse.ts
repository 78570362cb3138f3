import { spawn } from 'node:child_process';
import type { Ran } from './run.ts';
import type { TestRepository } from './temporary-repository.ts';

/** What a person answers to what is on the screen, in this order; a function has read all of it. */
export type Answer = readonly [prompt: string, answer: string | ((said: string) => string)];

/** Longer than any question takes to appear; a test that waits for one that never comes fails and says so. */
const PATIENCE = 60_000;

/** Runs a shell command at a terminal, and types each answer when its question is there and not before. */
export function converse(
  place: Pick<TestRepository, 'dir' | 'env'>,
  command: string,
  answers: readonly Answer[],
): Promise<Ran> {
  return press(
    place,
    command,
    answers.map(([prompt, answer]) => [
      prompt,
      typeof answer === 'string' ? `${answer}\r` : (said: string) => `${answer(said)}\r`,
    ]),
  );
}

/** The same key by key: nothing is added to what is pressed. */
export function press(
  { dir, env }: Pick<TestRepository, 'dir' | 'env'>,
  command: string,
  keys: readonly Answer[],
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn('script', ['-qec', command, '/dev/null'], { cwd: dir, env });
    const patience = setTimeout(() => child.kill(), PATIENCE);
    const left = [...keys];
    let said = '';
    let heard = 0;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const [next] = left;
      const at = next === undefined ? -1 : said.indexOf(next[0], heard);
      if (next === undefined || at === -1) return;
      left.shift();
      heard = at + next[0].length;
      child.stdin.write(typeof next[1] === 'string' ? next[1] : next[1](said));
    });
    child.on('error', reject);
    child.on('close', (status) => {
      clearTimeout(patience);
      const stdout = said.replaceAll('\r\n', '\n');
      if (left.length > 0) reject(new Error(`nobody asked ${JSON.stringify(left[0]?.[0])}:\n${stdout}`));
      else resolve({ status, stdout, stderr: '' });
    });
  });
}
