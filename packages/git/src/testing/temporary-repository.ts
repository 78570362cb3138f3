import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openRepository, type Repository } from '../open-repository.ts';

export interface TemporaryRepository {
  /** The work tree, or the bare repository. */
  readonly dir: string;
  /** An empty folder beside it, for linked work trees and other repositories; removed with it. */
  readonly beside: string;
  readonly env: NodeJS.ProcessEnv;
  git(...args: string[]): string;
  /** Runs git with something on its standard input, or with other variables, and gives the bytes. */
  run(args: readonly string[], options?: RunOptions): Buffer;
  write(path: string, content: string | Uint8Array): void;
  /** Stages everything and commits it. Gives the commit's id. */
  commit(message: string): string;
  open(): Promise<Repository>;
}

interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
}

/** A real repository in a fresh folder, cut off from the user's own configuration, removed after the test. */
export function temporaryRepository(...initArgs: string[]): TemporaryRepository {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'pawl-git-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const [dir, beside, home] = ['repo', 'beside', 'home'].map((name) => join(root, name)) as [string, string, string];
  for (const folder of [dir, beside, home]) mkdirSync(folder);
  refuseCurrentDirectory(dir);
  const env = isolated(home);
  const run = (args: readonly string[], options: RunOptions = {}): Buffer =>
    execFileSync('git', args, {
      cwd: options.cwd ?? dir,
      env: { ...env, ...options.env },
      input: options.input ?? '',
      stdio: 'pipe',
    });
  const git = (...args: string[]): string => run(args).toString().replace(/\n$/u, '');
  git('init', '--quiet', '--initial-branch=main', ...initArgs);
  for (const [key, value] of SETTINGS) git('config', key, value);
  return {
    dir,
    beside,
    env,
    git,
    run,
    write: (path, content) => {
      mkdirSync(dirname(join(dir, path)), { recursive: true });
      writeFileSync(join(dir, path), content);
    },
    commit: (message) => {
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '-m', message);
      return git('rev-parse', 'HEAD');
    },
    open: () => openRepository(dir, { env }),
  };
}

const SETTINGS = [
  ['user.name', 'Test'],
  ['user.email', 'test@localhost'],
  ['gc.auto', '0'],
  ['commit.gpgSign', 'false'],
  ['core.autocrlf', 'false'],
  ['protocol.file.allow', 'always'],
] as const;

function isolated(home: string): NodeJS.ProcessEnv {
  const date = '2024-01-01T00:00:00Z';
  return {
    PATH: process.env['PATH'],
    HOME: home,
    TMPDIR: process.env['TMPDIR'],
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_DATE: date,
  };
}

/** A test that ran git in the project's own repository would change it. */
function refuseCurrentDirectory(dir: string): void {
  if (`${process.cwd()}/`.startsWith(`${dir}/`) || `${dir}/`.startsWith(`${process.cwd()}/`)) {
    throw new Error(`refusing to make a test repository in ${process.cwd()}`);
  }
}
