import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { check, type Checked } from './check.ts';
import type { CheckRequest } from './check-request.ts';
import type { Context } from './context.ts';
import { lock, type Locked, type LockRequest } from './lock.ts';

export interface Scratch {
  /** Holds everything: repository, tools, cache and state. */
  readonly root: string;
  readonly dir: string;
  readonly context: Context;
  git(...args: string[]): string;
  write(files: Readonly<Record<string, string>>): void;
  /** Commits everything and gives the commit's id. */
  commit(files?: Readonly<Record<string, string>>): string;
  stage(files: Readonly<Record<string, string>>): void;
  /** Puts a program on PATH, outside the repository. */
  install(name: string, program: string): void;
  uninstall(name: string): void;
  /** What the installed tools wrote down since this was asked last. */
  journal(): readonly string[];
  /** As a person who accepts every change. */
  lock(request?: Partial<LockRequest>): Promise<Locked>;
  /** In the full tier, for a person. */
  check(request?: Partial<CheckRequest>, otherwise?: Context): Promise<Checked>;
}

/** A real repository with a home of its own, removed after the test. */
export function scratch(): Scratch {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'pawl-checkpoint-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const [dir, tools, journalFile] = [join(root, 'repo'), join(root, 'tools'), journalOf(root)];
  for (const folder of [dir, tools]) mkdirSync(folder);
  writeFileSync(journalFile, '');
  const env = { ...isolated(root), PATH: [tools, process.env['PATH']].join(delimiter) };
  const context: Context = {
    cwd: dir,
    env,
    now: () => new Date('2024-01-01T00:00:00Z'),
    terminal: false,
    grammars: new URL('../../syntax/grammars/', import.meta.url),
  };
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: dir, env, stdio: 'pipe', encoding: 'utf8' }).trim();
  const writeAll = (files: Readonly<Record<string, string>>): void => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(dir, path)), { recursive: true });
      writeFileSync(join(dir, path), text);
    }
  };
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'gc.auto', '0');
  return {
    root,
    dir,
    context,
    git,
    write: writeAll,
    stage(files) {
      writeAll(files);
      git('add', '--all');
    },
    commit(files = {}) {
      writeAll(files);
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '-m', 'Change');
      return git('rev-parse', 'HEAD');
    },
    install: (name, program) => writeFileSync(join(tools, name), program, { mode: 0o755 }),
    uninstall(name) {
      rmSync(join(tools, name));
      // A process remembers where it found a tool; with another PATH it looks again, as another process would.
      env.PATH += delimiter + join(root, 'none');
    },
    journal() {
      const lines = readFileSync(journalFile, 'utf8').split('\n').filter(Boolean);
      writeFileSync(journalFile, '');
      return lines;
    },
    lock: (request) =>
      lock(
        { ...LOCKED, ...request },
        context,
        () => {},
        async () => true,
      ),
    check: (request, otherwise = context) => check({ ...ASKED, ...request }, otherwise),
  };
}

/** Where the installed tools write down what they do. */
export function journalOf(root: string): string {
  return join(root, 'journal');
}

const LOCKED: LockRequest = { directory: undefined, target: undefined, cache: true, logs: [], signWith: undefined };

const ASKED: CheckRequest = {
  directory: undefined,
  base: undefined,
  head: undefined,
  target: undefined,
  tier: 'full',
  only: undefined,
  audience: 'human',
  cache: true,
  logs: [],
  baseLogs: [],
  loop: undefined,
  identity: undefined,
  signAs: undefined,
};

function isolated(root: string): Record<string, string> {
  const person = { NAME: 'Test', EMAIL: 'test@localhost', DATE: '2024-01-01T00:00:00Z' };
  const identity = Object.entries(person).flatMap(([key, value]) => [
    [`GIT_AUTHOR_${key}`, value],
    [`GIT_COMMITTER_${key}`, value],
  ]);
  return {
    ...(Object.fromEntries(identity) as Record<string, string>),
    HOME: join(root, 'home'),
    XDG_CACHE_HOME: join(root, 'cache'),
    XDG_STATE_HOME: join(root, 'state'),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CEILING_DIRECTORIES: root,
    LC_ALL: 'C.UTF-8',
  };
}
