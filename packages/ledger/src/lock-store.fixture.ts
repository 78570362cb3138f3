import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Lock } from '@pawl/baseline';
import { onTestFinished } from 'vitest';
import { GitError } from '@pawl/git';
import type { LedgerStore } from './ports.ts';
import { draftOf, INVENTORY } from './lock-draft.fixture.ts';
import { type LockDraft, nextPlace, storeLock } from './store-lock.ts';
import { openTrust, type Trust } from './trust.ts';
import { trustedLock, type TrustedLock } from './trusted-lock.ts';
import type { Sign } from './append-lock.ts';

export { draftOf, INVENTORY } from './lock-draft.fixture.ts';

type Files = Readonly<Record<string, string>>;

export const NOW = new Date('2026-03-04T05:06:07.000Z');

/** A folder of its own for a test, removed afterwards. */
export async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'pawl-lock-'));
  onTestFinished(() => rm(made, { recursive: true }));
  return made;
}

/** Commits in memory: enough of git to see what the ledger makes of it. */
export function fakeGit(commonDir: string) {
  const refs = new Map<string, string>();
  const commits = new Map<string, { readonly files: Files; readonly parents: readonly string[] }>();
  const resolve = (rev: string): string => {
    const [, id = rev, parent] = /^(.*?)(\^1)?$/u.exec(rev) ?? [];
    const found = parent === undefined ? id : commits.get(id)?.parents[0];
    if (found !== undefined && commits.has(found)) return found;
    throw new GitError('unknown-revision', `there is no revision ${rev}`);
  };
  const store: LedgerStore = {
    commonDir,
    readRef: async (ref) => refs.get(ref),
    listRefs: async (prefix) => new Map([...refs].filter(([ref]) => ref.startsWith(prefix))),
    readCommitFile: async (rev, path) => {
      const text = commits.get(resolve(rev))?.files[path];
      return text === undefined ? undefined : new TextEncoder().encode(text);
    },
    writeCommit: async ({ files, parents }) => {
      const id = `commit${commits.size + 1}`;
      commits.set(id, { files: files as Files, parents });
      return id;
    },
    updateRef: async (ref, to, from) => {
      if (refs.get(ref) !== from) throw new GitError('ref-moved', 'moved');
      refs.set(ref, to);
    },
  };
  /** Another content for a commit, as who can write objects could make it; `undefined` takes a file away. */
  const tamper = (
    id: string,
    files: Readonly<Record<string, string | undefined>>,
    parents?: readonly string[],
  ): void => {
    const before = commits.get(id) ?? { files: {}, parents: [] };
    const after = Object.entries({ ...before.files, ...files }).flatMap(([path, text]) =>
      text === undefined ? [] : [[path, text]],
    );
    commits.set(id, { files: Object.fromEntries(after) as Files, parents: parents ?? before.parents });
  };
  return { store, refs, commits, tamper };
}

export type FakeGit = ReturnType<typeof fakeGit>;

/** A repository, a machine to use it on, and the words in which the specs speak of them. */
export interface Machine {
  readonly git: FakeGit;
  readonly trust: Trust;
  readonly home: string;
  readonly env: Record<string, string>;
  lock(target?: string, over?: Partial<LockDraft> & { readonly sign?: Sign }): Promise<TrustedLock>;
  /** Asks which lock counts. */
  ask(over?: { readonly target?: string; readonly branch?: string }): Promise<TrustedLock | undefined>;
  /** The same repository on a machine that has seen nothing of it. */
  elsewhere(): Promise<Machine>;
}

export async function machine(git?: FakeGit): Promise<Machine> {
  const home = await folder();
  const used = git ?? fakeGit(join(await folder(), '.git'));
  const env: Record<string, string> = { HOME: home };
  const { store } = used;
  const place = { commonDir: store.commonDir, gitDir: store.commonDir, topLevel: undefined };
  const trust = openTrust(place, { env, now: () => NOW });
  return {
    git: used,
    trust,
    home,
    env,
    lock: async (target = 'main', { sign, ...over } = {}) => {
      const at = await nextPlace(store, trust, target);
      return storeLock(store, { ...draftOf(target), ...over }, INVENTORY, at, { sign, trust });
    },
    ask: ({ target, branch } = {}) => trustedLock({ store, trust, target, branch: Promise.resolve(branch) }),
    elsewhere: () => machine(used),
  };
}

export function lockOf(git: FakeGit, commit: string): Lock {
  return JSON.parse(git.commits.get(commit)?.files['lock.json'] ?? '') as Lock;
}
