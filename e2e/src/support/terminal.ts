import { spawnSync } from 'node:child_process';
import { beforeEach } from 'vitest';
import { run, type Ran } from './run.ts';
import type { TestRepository, Where } from './temporary-repository.ts';

export const HAS_SCRIPT: boolean = spawnSync('script', ['--version']).error === undefined;

/** For tests with a person at a terminal: where none can be made they are skipped and say why; on CI they have to run. */
export function needsTerminal(): void {
  beforeEach(({ skip }) => skip(!HAS_SCRIPT && !process.env['CI'], 'no script (util-linux) to make a terminal with'));
}

/** Runs a shell command as a person does: with a terminal as input, output and error. Both outputs arrive as one. */
export async function atTerminal(
  { dir, env }: Pick<TestRepository, 'dir' | 'env'>,
  command: string,
  { env: more }: Pick<Where, 'env'> = {},
): Promise<Ran> {
  const ran = await run('script', ['-qec', command, '/dev/null'], { cwd: dir, env: { ...env, ...more } });
  return { ...ran, stdout: ran.stdout.replaceAll('\r\n', '\n') };
}
