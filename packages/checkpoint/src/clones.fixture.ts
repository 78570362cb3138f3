import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openRepository } from '@pawl/git';
import { appendCheckpoint, openTrust, trustedLock } from '@pawl/ledger';
import type { CheckRequest } from './check-request.ts';
import type { Context } from './context.ts';
import type { Ask } from './decisions/require-person.ts';
import { lock, type Locked } from './lock.ts';
import { sync, type Synced } from './sync.ts';

/** One machine with a repository on it. */
export interface Clone {
  readonly dir: string;
  readonly context: Context;
  git(...args: string[]): string;
  lock(): Promise<Locked>;
  sync(share?: boolean, ask?: Ask): Promise<Synced>;
  /** A checkpoint of the loop `agent/x`, as a check records it. */
  record(name: string): Promise<void>;
}

export const LOCK = 'refs/pawl/lock/main';
export const LOOP = 'refs/pawl/loop/agent%2Fx';

/** What an agent asks about what it has staged in the loop `agent/x`. */
export const ASKED: CheckRequest = {
  ...{ directory: undefined, base: undefined, head: undefined, target: undefined, only: undefined },
  ...{ tier: 'fast', audience: 'agent', cache: true, logs: [], baseLogs: [] },
  ...{ loop: 'agent/x', identity: undefined, signAs: undefined },
};

const DATE = '2024-01-01T00:00:00Z';

/** A machine under `root` with a clone of `remote.git`, or with a repository of its own. */
export function machine(
  root: string,
  name: string,
  { isFirst = false, env: more = {} }: { readonly isFirst?: boolean; readonly env?: Record<string, string> } = {},
): Clone {
  const [dir, home] = [join(root, name), join(root, `${name}.home`)];
  const env: Record<string, string> = {
    ...{ PATH: process.env['PATH'] ?? '', HOME: home, GIT_CONFIG_NOSYSTEM: '1', ...more },
    ...{ GIT_AUTHOR_NAME: 'T', GIT_AUTHOR_EMAIL: 't@localhost', GIT_AUTHOR_DATE: DATE },
    ...{ GIT_COMMITTER_NAME: 'T', GIT_COMMITTER_EMAIL: 't@localhost', GIT_COMMITTER_DATE: DATE },
  };
  const grammars = new URL('../../syntax/grammars/', import.meta.url);
  const context: Context = { cwd: dir, env, now: () => new Date(DATE), terminal: false, grammars };
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: dir, env, stdio: 'pipe' }).toString().trim();
  mkdirSync(home);
  const source = isFirst ? ['init', '--initial-branch=main'] : ['clone', `file://${join(root, 'remote.git')}`];
  execFileSync('git', [...source, '--quiet', dir], { env, stdio: 'pipe' });
  git('config', 'gc.auto', '0');
  const asked = { directory: undefined, target: undefined, cache: true, logs: [], signWith: undefined };
  return {
    ...{ dir, context, git },
    lock: () =>
      lock(
        asked,
        context,
        () => undefined,
        async () => true,
      ),
    sync: (share = false, ask) => sync({ directory: undefined, remote: 'origin', share }, context, ask),
    record: (text) => record(context, text),
  };
}

async function record(context: Context, text: string): Promise<void> {
  const store = await openRepository(context.cwd, { env: context.env });
  const trust = openTrust(store, context);
  const stored = await trustedLock({ store, trust, target: 'main', branch: Promise.resolve('main') });
  if (stored === undefined) throw new Error('there is no lock');
  const { commit, tree, repository, sequence } = stored.lock;
  const tools = createHash('sha256').update(text).digest('hex');
  await appendCheckpoint(
    store,
    {
      ...{ loop: 'agent/x', repository, audience: 'agent', identity: null, outcome: 'clean', case: null },
      question: { lock: stored.commit, lockSequence: sequence, base: commit, tree, head: null, tier: 'fast', tools },
      ...{ assurance: 'unsigned', at: '2024-01-01T00:00:00.000Z' },
    },
    { released: new Set() },
  );
}
