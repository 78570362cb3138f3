import { findRepository } from './find-repository.ts';
import { GitError } from './git-error.ts';
import { checkObjectId } from './object-id.ts';
import { parsePush, type PushOutcome } from './parse-push.ts';
import { printable } from './printable.ts';
import { failedGit, runGit, type Place } from './run-git.ts';

export type { PushOutcome, RefusedRef } from './parse-push.ts';

/** The refs that are shared, and no others: what keeps a case from garbage collection, or a cache, is nobody else's. */
const SHARED = ['lock', 'loop'] as const;

/** Moves the ledger's refs between this repository and a remote one. Nothing else of ours may use a transport. */
export interface SharedRefs {
  /** Whether every fetch from the remote brings the ledger's refs along. */
  isSetUp(remote: string): Promise<boolean>;
  /** Has every fetch bring them along, each to its place under `refs/pawl/remote/`. Once more changes nothing. */
  setUp(remote: string): Promise<void>;
  /** Fetches them. Ours stay where they are. */
  fetch(remote: string): Promise<void>;
  /**
   * Pushes commits to the refs of the same name; only forward, so that what somebody else pushed meanwhile stays.
   *
   * @throws GitError `git-failed` where the remote gives no answer at all.
   */
  push(remote: string, commits: ReadonlyMap<string, string>): Promise<PushOutcome>;
}

/**
 * The one door for fetch and push, apart from the hardened one, which knows no transport. No hook of ours or of an agent
 * runs, nothing but these refs moves, and every object that comes is checked.
 *
 * @throws GitError as `openRepository` does.
 */
export async function openSharedRefs(
  dir: string,
  { env = process.env, terminal = false }: { readonly env?: NodeJS.ProcessEnv; readonly terminal?: boolean } = {},
): Promise<SharedRefs> {
  const place = await findRepository(dir, { env });
  const travelling: Place = { cwd: place.cwd, env: travelEnvironment(place.env, env, terminal) };
  return {
    isSetUp: async (remote) => {
      const known = await fetchSpecs(travelling, remote);
      return refspecsOf(remote).every((spec) => known.includes(spec));
    },
    setUp: async (remote) => {
      const known = await fetchSpecs(travelling, remote);
      for (const spec of refspecsOf(remote).filter((one) => !known.includes(one)))
        await runGit(travelling, ['config', '--local', '--add', `remote.${remote}.fetch`, spec]);
    },
    fetch: async (remote) => void (await runGit(travelling, [...FETCH, checkRemote(remote), ...refspecsOf(remote)])),
    push: (remote, commits) => push(travelling, checkRemote(remote), commits),
  };
}

/** Where a ref of the remote is kept here: never over our own, which only move forward. */
export function trackingRef(remote: string, ref: string): string {
  return ref.replace(/^refs\/pawl\//u, `refs/pawl/remote/${checkRemote(remote)}/`);
}

/** What a fetch brings along: forced, because what the remote has is what it has, and it is only looked at there. */
export function refspecsOf(remote: string): readonly string[] {
  return SHARED.map((kind) => `+refs/pawl/${kind}/*:${trackingRef(remote, `refs/pawl/${kind}/*`)}`);
}

/**
 * No garbage collection, no hook, no submodule, no tag and no second place for what was fetched. The program on the other
 * side is git's own, whatever the configuration names.
 */
const FETCH: readonly string[] = [
  ...['-c', 'fetch.fsckObjects=true', '-c', 'fetch.writeCommitGraph=false', '-c', 'gc.auto=0'],
  ...['fetch', '--quiet', '--no-tags', '--no-prune', '--no-write-fetch-head', '--no-auto-maintenance', '--no-filter'],
  ...['--no-recurse-submodules', '--refmap=', '--upload-pack=git-upload-pack'],
];

const PUSH: readonly string[] = [
  ...['-c', 'push.negotiate=false', 'push', '--porcelain', '--no-verify', '--no-signed', '--no-follow-tags'],
  ...['--recurse-submodules=no', '--receive-pack=git-receive-pack'],
];

/** So many that the command line stays short enough everywhere. */
const AT_ONCE = 200;

async function push(place: Place, remote: string, commits: ReadonlyMap<string, string>): Promise<PushOutcome> {
  const specs = [...commits].map(([ref, commit]) => `${checkObjectId(commit)}:${checkShared(ref)}`);
  const outcomes: PushOutcome[] = [];
  for (let start = 0; start < specs.length; start += AT_ONCE) {
    const args = [...PUSH, remote, ...specs.slice(start, start + AT_ONCE)];
    const { status, stdout, stderr } = await runGit(place, args, { okStatus: [0, 1, 128] });
    // git says with 1 that a ref was refused, and which; anything else says that nothing is known.
    if (status === 128) throw failedGit(['push'], status, stderr);
    outcomes.push(parsePush(stdout.toString('utf8')));
  }
  return {
    accepted: outcomes.flatMap(({ accepted }) => accepted),
    raced: outcomes.flatMap(({ raced }) => raced),
    refused: outcomes.flatMap(({ refused }) => refused),
  };
}

async function fetchSpecs(place: Place, remote: string): Promise<readonly string[]> {
  const args = ['config', '--local', '-z', '--get-all', `remote.${checkRemote(remote)}.fetch`];
  // 1: there is no such setting.
  const { stdout } = await runGit(place, args, { okStatus: [0, 1] });
  return stdout.toString('utf8').split('\0').filter(Boolean);
}

/** How a person gets through to a remote: an agent for keys, a program that asks, a proxy, certificates. */
const ON_THE_WAY = [
  ...['SSH_AUTH_SOCK', 'SSH_ASKPASS', 'DISPLAY', 'GIT_ASKPASS', 'GIT_SSH', 'GIT_SSH_COMMAND'],
  ...['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'ALL_PROXY', 'http_proxy', 'https_proxy', 'no_proxy', 'all_proxy'],
  ...['GIT_SSL_CAINFO', 'GIT_SSL_CAPATH', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'GIT_CONFIG_NOSYSTEM'],
];

/** The environment in which git may talk to a remote. */
export function travelEnvironment(
  hardened: NodeJS.ProcessEnv,
  env: NodeJS.ProcessEnv,
  terminal: boolean,
): NodeJS.ProcessEnv {
  const travelling = { ...hardened };
  // Where credentials are kept is often said for the whole system; nothing is judged by what is read here.
  delete travelling['GIT_CONFIG_NOSYSTEM'];
  for (const name of ON_THE_WAY) if (env[name] !== undefined) travelling[name] = env[name];
  return {
    ...travelling,
    // `ext::` would run any program that a URL names.
    GIT_ALLOW_PROTOCOL: 'file:http:https:ssh',
    GIT_TERMINAL_PROMPT: terminal ? '1' : '0',
  };
}

/** A name, and never a URL: what is fetched from, and what is remembered of it, belong together. */
export function checkRemote(remote: string): string {
  if (/^\w[\w.-]*(?:\/\w[\w.-]*)*$/u.test(remote) && !remote.includes('..') && !/\.(?:lock)?$/u.test(remote))
    return remote;
  throw new GitError('invalid-argument', `${printable(remote)} is not the name of a remote`, {
    next: 'Name one of those that git remote lists.',
  });
}

function checkShared(ref: string): string {
  if (/^refs\/pawl\/(?:lock|loop)\/[\w%-]+$/u.test(ref)) return ref;
  throw new GitError('invalid-argument', `${printable(ref)} is none of the refs that are shared`);
}
