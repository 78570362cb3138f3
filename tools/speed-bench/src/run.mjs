// @ts-check
import { spawnSync } from 'node:child_process';

/**
 * @typedef {object} Where
 * @property {string} cwd
 * @property {NodeJS.ProcessEnv} env
 */

/**
 * Runs a program to its end and gives its status, output and time in milliseconds.
 * @param {Where} where @param {string} program @param {readonly string[]} args @param {string} [input]
 */
export function run({ cwd, env }, program, args, input = '') {
  const started = performance.now();
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    env,
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const milliseconds = performance.now() - started;
  if (error) throw error;
  return { status, stdout, stderr, milliseconds };
}

/**
 * The same for what must succeed.
 * @param {Where} where @param {string} program @param {readonly string[]} args @param {string} [input]
 */
export function mustRun(where, program, args, input) {
  const ran = run(where, program, args, input);
  if (ran.status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${ran.status}: ${ran.stderr}`);
  return ran;
}
