import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

export type Files = Readonly<Record<string, string | Buffer>>;

export interface TemporaryProject {
  /** The work tree, which is also the mirror `<owner>+<name>/repo`. */
  readonly dir: string;
  /** Makes the whole tree these files, and gives the commit. */
  commit(files: Files): string;
  git(...args: readonly string[]): string;
}

export interface TemporaryMirrors {
  readonly folder: string;
  project(name: string): TemporaryProject;
}

const SETTINGS = ['user.name=a', 'user.email=a@b', 'commit.gpgsign=false', 'core.autocrlf=false', 'gc.auto=0'];

/** A folder of mirrors that is gone when the test is over. Of this machine's configuration nothing counts. */
export function temporaryMirrors(): TemporaryMirrors {
  const folder = mkdtempSync(join(tmpdir(), 'mirrors-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return { folder, project: (name) => temporaryProject(join(folder, name.replace('/', '+'), 'repo')) };
}

function temporaryProject(dir: string): TemporaryProject {
  mkdirSync(dir, { recursive: true });
  const env = { PATH: process.env['PATH'], GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' };
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-C', dir, ...SETTINGS.flatMap((setting) => ['-c', setting]), ...args], {
      encoding: 'utf8',
      env,
    }).trim();
  git('init', '--quiet', '--initial-branch=main');
  return {
    dir,
    git,
    commit(files) {
      git('rm', '-r', '--quiet', '--ignore-unmatch', '.');
      for (const [file, content] of Object.entries(files)) {
        mkdirSync(dirname(join(dir, file)), { recursive: true });
        writeFileSync(join(dir, file), content);
      }
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '-m', 'x');
      return git('rev-parse', 'HEAD');
    },
  };
}
