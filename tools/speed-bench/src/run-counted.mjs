// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';

const TIME = '/usr/bin/time';

/**
 * Runs a program and counts what it and all that it started took of the processor, in milliseconds, and the peak memory of the
 * largest of them.
 * @param {import('./run.mjs').Where} where @param {string} program @param {readonly string[]} args
 */
export function runCounted(where, program, args) {
  if (!existsSync(TIME)) return { ...run(where, program, args), cpu: NaN, megabytes: NaN };
  const report = join(where.cwd, '.git/counted');
  const ran = run(where, TIME, ['-f', '%U %S %M', '-o', report, program, ...args]);
  // A status other than 0 comes with a line of its own before.
  const [user, system, kilobytes] = (readFileSync(report, 'utf8').trim().split('\n').at(-1) ?? '')
    .split(' ')
    .map(Number);
  return { ...ran, cpu: (Number(user) + Number(system)) * 1000, megabytes: Number(kilobytes) / 1024 };
}
