import { audienceOf, type Context, repositoryOf, testCategories, type Trusted } from '@pawl/checkpoint';
import { type CheckUp, type Found, unknown } from './check-up.ts';
import { CHECKS, type CheckId, type Group } from './checks.ts';
import { checkCi } from './ci/check-ci.ts';
import { readPipelines } from './ci/read-ci-facts.ts';
import { type Fact, isUnread, reading } from './fact.ts';
import { hasRemoteAt } from './has-remote.ts';
import { checkHarnesses } from './harness/check-harnesses.ts';
import { readHarnessFacts } from './harness/read-harness-facts.ts';
import { checkHooks } from './hooks/check-hooks.ts';
import { readHookFacts } from './hooks/read-hook-facts.ts';
import { checkKeys } from './keys/check-keys.ts';
import { readKeyFacts } from './keys/read-key-facts.ts';
import { checkUpOf } from './levels.ts';
import { checkLock } from './lock/check-lock.ts';
import { lockOf, readLockFacts, readTrusted } from './lock/read-lock-facts.ts';
import { checkNotify } from './notify/check-notify.ts';
import { readNotifyFacts } from './notify/read-notify-facts.ts';
import type { Place } from './place.ts';
import { checkServer } from './server/check-server.ts';
import { readServerFacts } from './server/read-server-facts.ts';
import { checkTests } from './tests/check-tests.ts';
import type { Fetch } from './token/ask-forge.ts';
import { checkToken } from './token/check-token.ts';
import { readTokenFacts, type TokenRequest } from './token/read-token-facts.ts';
import { checkTools } from './tools/check-tools.ts';
import { readToolFacts } from './tools/read-tool-facts.ts';

export interface DoctorRequest extends TokenRequest {
  readonly directory: string | undefined;
  /** The protected branch that is meant, where there are several. */
  readonly target: string | undefined;
  /** What is looked at; everything that the repository has, unless given. */
  readonly only: readonly Group[] | undefined;
  /** Of the Pawl that asks. */
  readonly version: string;
  readonly fetch: Fetch;
}

/** What every group of checks is told of. */
interface Subject {
  readonly place: Place;
  readonly request: DoctorRequest;
  /** Which lock counts, and by whose word. */
  readonly trusted: Fact<Trusted>;
  /** The protected branch. */
  readonly branch: string;
}

/** Looks at a set-up: reads what there is, and lets each check judge it. Nothing is changed, but a lock that is seen is remembered. */
export async function examine(request: DoctorRequest, context: Context): Promise<CheckUp> {
  const place = await openPlace(request, context);
  const trusted = await readTrusted(place);
  const branch = lockOf(trusted)?.lock.target ?? request.target ?? (await place.repository.branch()) ?? 'main';
  const groups = groupsOf(place).filter((group) => request.only?.includes(group) ?? true);
  const found = await Promise.all(groups.map((group) => examineGroup(group, { place, request, trusted, branch })));
  return checkUpOf(found.flat());
}

async function openPlace({ directory, target, version }: DoctorRequest, context: Context): Promise<Place> {
  const repository = await repositoryOf(context, directory);
  const { env, terminal } = context;
  const audience = audienceOf({ env, branch: await repository.branch(), terminal });
  return { repository, context, target, audience, version };
}

/** A bare repository has no commits made in it, and what has a work tree is pushed to by nobody. */
function groupsOf({ repository }: Place): readonly Group[] {
  return repository.topLevel === undefined ? BARE : WORK_TREE;
}

const BARE: readonly Group[] = ['server', 'tools', 'lock', 'keys'];
const WORK_TREE: readonly Group[] = ['hooks', 'tools', 'lock', 'keys', 'tests', 'notify', 'harness', 'ci', 'token'];

/** What keeps a group from being looked at is an answer too, and hides no other group. */
async function examineGroup(group: Group, subject: Subject): Promise<readonly Found[]> {
  const found = await reading(() => EXAMINE[group](subject));
  if (!isUnread(found)) return found.is;
  return [unknown(firstOf(group), `${group}: ${found.unread}`, found.next ?? 'mend that, then npx pawl doctor')];
}

function firstOf(group: Group): CheckId {
  return (Object.keys(CHECKS) as CheckId[]).find((id) => CHECKS[id].group === group) as CheckId;
}

const EXAMINE: Readonly<Record<Group, (subject: Subject) => Promise<readonly Found[]>>> = {
  hooks: async ({ place }) => checkHooks(await readHookFacts(place, topLevelOf(place))),
  tools: async ({ place, trusted }) => checkTools(await readToolFacts(place, lockOf(trusted))),
  lock: async ({ place, trusted }) => checkLock(await readLockFacts(place, trusted)),
  keys: async ({ place, trusted }) => checkKeys(await readKeyFacts(place, trusted)),
  tests: async ({ place: { repository, context }, trusted }) => {
    const lock = lockOf(trusted);
    return checkTests(await reading(() => lock && testCategories(repository, lock, context)));
  },
  notify: async ({ place, trusted }) =>
    lockOf(trusted) === undefined ? [] : checkNotify(await readNotifyFacts(place)),
  harness: async ({ place }) => checkHarnesses(await readHarnessFacts(topLevelOf(place), place.repository.commonDir)),
  ci: async ({ place, branch }) =>
    checkCi({
      files: await reading(() => readPipelines(place.repository)),
      target: branch,
      hasRemote: await hasRemoteAt(topLevelOf(place)),
    }),
  token: async ({ place, request, branch }) => checkToken(await readTokenFacts(place, request, branch, request.fetch)),
  server: async ({ place }) => checkServer(await readServerFacts(place)),
};

function topLevelOf({ repository }: Place): string {
  return repository.topLevel ?? repository.gitDir;
}
