import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRepository, type Repository } from '@pawl/git';
import { onTestFinished } from 'vitest';

export { draftOf, NOTHING } from './draft.fixture.ts';

export interface LoopScratch {
  /** Holds everything: the repository in `dir`, and room beside it. */
  readonly root: string;
  readonly dir: string;
  readonly env: NodeJS.ProcessEnv;
  git(...args: string[]): string;
  open(): Promise<Repository>;
}

/** A real repository with a home of its own, removed after the test. */
export function loopScratch(): LoopScratch {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'pawl-loop-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true, maxRetries: 5 }));
  const dir = join(root, 'repo');
  for (const name of ['repo', 'home']) mkdirSync(join(root, name));
  const date = '2024-01-01T00:00:00Z';
  const env = {
    PATH: process.env['PATH'],
    HOME: join(root, 'home'),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_DATE: date,
  };
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: dir, env, stdio: 'pipe' }).toString().replace(/\n$/u, '');
  git('init', '--quiet', '--initial-branch=main');
  for (const [key, value] of SETTINGS) git('config', key, value);
  return { root, dir, env, git, open: () => openRepository(dir, { env }) };
}

const SETTINGS = [
  ['user.name', 'Test'],
  ['user.email', 'test@localhost'],
  ['gc.auto', '0'],
  ['core.autocrlf', 'false'],
] as const;
