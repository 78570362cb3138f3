// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ readonly cwd: string, readonly env: NodeJS.ProcessEnv }} Where */

/**
 * Runs what must succeed, and gives its output and its time in milliseconds.
 * @param {Where} where @param {string} program @param {readonly string[]} args
 */
export function mustRun({ cwd, env }, program, args) {
  const started = performance.now();
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const milliseconds = performance.now() - started;
  if (error) throw error;
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}: ${stdout}${stderr}`);
  return { stdout, milliseconds };
}

const TIME = '/usr/bin/time';

/**
 * The same, and what it and all that it started took of the processors, in milliseconds: on a busy machine that says more than the clock.
 * @param {Where} where @param {string} program @param {readonly string[]} args
 */
export function mustRunCounted(where, program, args) {
  if (!existsSync(TIME)) return { ...mustRun(where, program, args), cpu: NaN };
  const report = join(where.cwd, '.git/counted');
  const ran = mustRun(where, TIME, ['-f', '%U %S', '-o', report, program, ...args]);
  const seconds = readFileSync(report, 'utf8').trim().split(' ').map(Number);
  return { ...ran, cpu: seconds.reduce((sum, each) => sum + each, 0) * 1000 };
}
