import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, beforeEach } from 'vitest';
import { removedAfterAll } from './removed-after-all.ts';
import { mustSucceed } from './run.ts';
import { GUARDED_JS } from './sources.ts';
import {
  type AtTheEnd,
  type Files,
  NO_HOOKS,
  temporaryRepository,
  type TestRepository,
} from './temporary-repository.ts';

/** Where the lock of the protected branch lies. */
export const LOCK = 'refs/pawl/lock/main';

/** What has to be there before anybody locks. */
export type Prepare = (repository: TestRepository) => Promise<void>;

const GUARDED: Files = { 'app.js': GUARDED_JS };

/** A repository in which a person has set Pawl up, committed that, and locked `main`. */
export async function lockedRepository(
  files: Files = GUARDED,
  atTheEnd?: AtTheEnd,
  prepare: Prepare = () => Promise.resolve(),
): Promise<TestRepository> {
  const repository = await temporaryRepository(files, atTheEnd);
  await prepare(repository);
  mustSucceed(await repository.pawl(['init']));
  await repository.git('add', '--all');
  await repository.commit('Set up Pawl');
  mustSucceed(await repository.pawl(['lock']));
  return repository;
}

interface Shared {
  readonly repository: TestRepository;
  readonly head: string;
  readonly lock: string;
}

/** One locked repository for all tests of a file, since locking takes longer than judging; each test starts at the lock. */
export function sharedLockedRepository(files?: Files, prepare?: Prepare): () => TestRepository {
  const atTheEnd = removedAfterAll();
  let shared: Shared | undefined;
  const get = (): Shared => {
    if (shared === undefined) throw new Error('the repository is there only within a test');
    return shared;
  };
  beforeAll(async () => {
    const repository = await lockedRepository(files, atTheEnd, prepare);
    const [head, lock] = [await repository.git('rev-parse', 'HEAD'), await repository.git('rev-parse', LOCK)];
    await cp(join(repository.root, 'state'), join(repository.root, 'state at the lock'), { recursive: true });
    shared = { repository, head, lock };
  });
  beforeEach(() => rewind(get()));
  return () => get().repository;
}

async function rewind({ repository: { root, dir, git }, head, lock }: Shared): Promise<void> {
  // With the index goes what a test told git about single files.
  await rm(join(dir, '.git/index'), { force: true });
  await git(...NO_HOOKS, 'checkout', '--quiet', '--force', '-B', 'main', head);
  await git('clean', '--quiet', '-dffx', '--exclude=.husky/_');
  await git('update-ref', LOCK, lock);
  await forgetLoops(git);
  await Promise.all(
    ['cases', 'judged', 'kept', 'locks'].map((name) =>
      rm(join(dir, '.git/pawl', name), { recursive: true, force: true }),
    ),
  );
  await rm(join(root, 'state'), { recursive: true });
  await cp(join(root, 'state at the lock'), join(root, 'state'), { recursive: true });
}

/** What a test did to branches, and what was recorded of it: a stopped loop would be stopped in the next test, too. */
async function forgetLoops(git: TestRepository['git']): Promise<void> {
  const refs = await git(
    'for-each-ref',
    '--format=%(refname)',
    'refs/pawl/loop/',
    'refs/heads/agent/',
    'refs/remotes/',
  );
  for (const ref of refs.split('\n').filter(Boolean)) await git('update-ref', '-d', ref);
}
