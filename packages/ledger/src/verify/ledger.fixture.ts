import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Decision, digest, type Lock, type Release, type Waiver, writeLock } from '@pawl/baseline';
import { openRepository, type Repository } from '@pawl/git';
import { onTestFinished } from 'vitest';
import type { Anchor } from '../anchor.ts';
import type { Sign } from '../append-lock.ts';
import { caseDigest, caseId } from '../cases.ts';
import { releasedIn } from '../loop/latch-of-tip.ts';
import { loadLockAt } from '../load-lock.ts';
import { draftOf as draftOfLock, INVENTORY } from '../lock-store.fixture.ts';
import { appendCheckpoint, type AppendOptions } from '../loop/append-checkpoint.ts';
import type { CheckpointDraft, LoopQuestion } from '../loop/statement.ts';
import { openSignatures } from '../open-signatures.ts';
import { type LockDraft, nextPlace, storeLock, storeSuccessor } from '../store-lock.ts';
import { openTrust, type Trust } from '../trust.ts';
import type { TrustedLock } from '../trusted-lock.ts';
import { type LoopMarks, openLoopMarks } from './loop-marks.ts';
import { type LedgerAudit, verifyLedger } from './verify-ledger.ts';

export const NOW = new Date('2026-03-04T05:06:07.000Z');

/** A real repository with a ledger, a machine that knows it, and the words in which the specs speak of them. */
export interface LedgerScratch {
  readonly root: string;
  readonly dir: string;
  readonly env: Record<string, string>;
  readonly repository: Repository;
  readonly trust: Trust;
  readonly marks: LoopMarks;
  git(...args: string[]): string;
  lock(over?: Partial<LockDraft> & { readonly sign?: Sign }): Promise<TrustedLock>;
  /** A successor of the newest lock. */
  decide(
    decision: Exclude<Decision, { readonly kind: 'lock' }>,
    over?: { readonly waivers?: readonly Waiver[]; readonly releases?: readonly Release[]; readonly sign?: Sign },
  ): Promise<TrustedLock>;
  release(number: string): Promise<TrustedLock>;
  /** A checkpoint of the tree of a name, judged by the newest lock, and remembered on this machine. */
  append(name: string, over?: Over, options?: Partial<AppendOptions>): Promise<string>;
  /** Sets what `PAWL_ANCHOR` says. */
  anchor(over: Partial<Anchor>): void;
  /** A commit as somebody else than Pawl could write it; files that are not named are those of the commit before. */
  forge(forged: Forged): string;
  /** The chain of locks written anew, each linked to the one before it, and the ref moved there. */
  forgeLocks(change: (lock: Lock, at: number, before: Lock | undefined) => Lock): Promise<void>;
  /** The chain of the loop written anew out of the trees of these commits. */
  reorder(ref: string, commits: readonly string[]): void;
  /** The commits under a ref, oldest first. */
  commits(ref: string): readonly string[];
  /** As seen from this machine; `elsewhere` from one that has seen nothing. */
  audit(options?: { readonly elsewhere?: boolean }): Promise<LedgerAudit>;
}

export interface Forged {
  readonly of: string;
  readonly parents?: readonly string[];
  /** Contents by path; `null` takes one away. A mode other than that of a file stands before a colon. */
  readonly files?: Readonly<Record<string, string | null>>;
  readonly author?: string;
  /** Whole header lines. */
  readonly header?: string;
}

type Over = Partial<Omit<CheckpointDraft, 'question'>> & { readonly question?: Partial<LoopQuestion> };

export async function ledgerScratch(): Promise<LedgerScratch> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'pawl-verify-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true, maxRetries: 5 }));
  const [dir, home] = ['repo', 'home'].map((name) => join(root, name)) as [string, string];
  for (const folder of [dir, home]) mkdirSync(folder);
  const date = { GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z', GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z' };
  const env: Record<string, string> = {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    GIT_CONFIG_NOSYSTEM: '1',
    ...date,
  };
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: dir, env, stdio: 'pipe' }).toString().replace(/\n$/u, '');
  git('init', '--quiet', '--initial-branch=main');
  for (const [key, value] of SETTINGS) git('config', key, value);
  git('commit', '--quiet', '--allow-empty', '-m', 'Begin');
  const repository = await openRepository(dir, { env });
  const trust = openTrust(repository, { env, now: () => NOW });
  const marks = openLoopMarks(repository.commonDir, env);
  let newest: TrustedLock | undefined;
  const head = git('rev-parse', 'HEAD');
  /** The whole digest of every question that was asked, by its number. */
  const questions = new Map<string, string>();
  const scratch: LedgerScratch = {
    ...{ root, dir, env, repository, trust, marks, git },
    lock: async ({ sign, ...over } = {}) => {
      const draft = { ...draftOfLock('main'), commit: head, tree: git('rev-parse', 'HEAD^{tree}'), ...over };
      const place = await nextPlace(repository, trust, draft.target);
      return (newest = await storeLock(repository, draft, INVENTORY, place, { sign, trust }));
    },
    decide: async (decision, { waivers, releases, sign } = {}) => {
      const after = newest as TrustedLock;
      const { lock } = after;
      const next = { waivers: waivers ?? lock.waivers, releases: releases ?? lock.releases };
      return (newest = await storeSuccessor(
        repository,
        { after, decision, ...next, at: new Date('2026-02-01T00:00:00Z') },
        { sign, trust },
      ));
    },
    release: (number) => {
      const question = questions.get(number);
      const release = { case: number, ...(question && { question }), reason: 'seen', at: '2026-02-01T00:00:00.000Z' };
      const releases = [...(newest as TrustedLock).lock.releases, release];
      return scratch.decide({ kind: 'release', case: number }, { releases });
    },
    append: async (name, over = {}, options = {}) => {
      const draft = draftOf(git, name, newest as TrustedLock, over);
      questions.set(caseId(draft.question), caseDigest(draft.question));
      const released = releasedIn((newest as TrustedLock).lock);
      const { commit, statement } = await appendCheckpoint(repository, draft, { released, ...options });
      await marks.remember({ loop: draft.loop, sequence: statement.predicate.sequence, commit });
      return commit;
    },
    anchor: (over) => {
      const named = { schema: 'pawl/anchor@1', repository: newest?.lock.repository, assurance: 'unsigned' };
      env['PAWL_ANCHOR'] = JSON.stringify({ ...named, locks: {}, signers: [], verifiers: [], ...over });
    },
    ...forging(git, repository),
    audit: ({ elsewhere = false } = {}) => {
      const there = elsewhere ? { ...env, XDG_STATE_HOME: join(root, 'elsewhere') } : env;
      return verifyLedger({
        store: repository,
        trust: openTrust(repository, { env: there, now: () => NOW }),
        signaturesAt: async (at) => openSignatures(there, () => at),
        marks: openLoopMarks(repository.commonDir, there),
      });
    },
  };
  return scratch;
}

const PAWL = 'Pawl <pawl@localhost> 1770000000 +0000';

function forging(
  git: LedgerScratch['git'],
  repository: Repository,
): Pick<LedgerScratch, 'forge' | 'forgeLocks' | 'reorder' | 'commits'> {
  const { commonDir } = repository;
  const pipe = (input: string, ...args: string[]): string =>
    execFileSync('git', ['--git-dir', commonDir, ...args], { input, stdio: 'pipe', env: FORGER })
      .toString()
      .trim();
  const forge: LedgerScratch['forge'] = ({ of, parents, files = {}, author = PAWL, header = '' }) => {
    const env = { ...FORGER, GIT_INDEX_FILE: join(commonDir, 'forged-index') };
    const index = (...args: string[]) => execFileSync('git', ['--git-dir', commonDir, ...args], { env, stdio: 'pipe' });
    rmSync(env.GIT_INDEX_FILE, { force: true });
    index('read-tree', of);
    for (const [path, content] of Object.entries(files)) {
      const [, mode = '100644', text = ''] = /^(?:(1\d{5}):)?(.*)$/su.exec(content ?? '') ?? [];
      if (content === null) index('rm', '-r', '--cached', '--quiet', '--', path);
      else
        index('update-index', '--add', '--cacheinfo', `${mode},${pipe(text, 'hash-object', '-w', '--stdin')},${path}`);
    }
    const tree = index('write-tree').toString().trim();
    const after = (parents ?? git('rev-parse', `${of}^@`).split('\n')).filter(Boolean).map((id) => `parent ${id}\n`);
    const text = `tree ${tree}\n${after.join('')}author ${author}\ncommitter ${author}\n${header}\nForged\n`;
    return pipe(text, 'hash-object', '-t', 'commit', '-w', '--literally', '--stdin');
  };
  const commits: LedgerScratch['commits'] = (ref) => git('rev-list', '--reverse', ref).split('\n');
  const move = (ref: string, chain: readonly ((parent: readonly string[]) => string)[]): void => {
    let tip: string | undefined;
    for (const link of chain) tip = link(tip === undefined ? [] : [tip]);
    git('update-ref', ref, tip ?? '');
  };
  return {
    forge,
    commits,
    reorder: (ref, order) =>
      move(
        ref,
        order.map((of) => (parents) => forge({ of, parents })),
      ),
    forgeLocks: async (change) => {
      const chain = commits('refs/pawl/lock/main');
      const locks = await Promise.all(chain.map((commit) => loadLockAt(repository, 'main', commit)));
      let before: { readonly lock: Lock; readonly text: string } | undefined;
      const texts = locks.map(({ lock: written }, at) => {
        const previous = before === undefined ? null : digest(before.text);
        const lock = change({ ...written, previous }, at, before?.lock);
        const text = writeLock(lock);
        before = { lock, text };
        return text;
      });
      move(
        'refs/pawl/lock/main',
        chain.map((of, at) => (parents) => forge({ of, parents, files: { 'lock.json': texts[at] ?? '' } })),
      );
    },
  };
}

const FORGER = { PATH: process.env['PATH'], GIT_CONFIG_NOSYSTEM: '1', HOME: '/nonexistent' };

const SETTINGS = [
  ['user.name', 'Test'],
  ['user.email', 'test@localhost'],
  ['gc.auto', '0'],
] as const;

/** Three locks and four checkpoints, one of them stopped and released. Gives the number of its case. */
export async function smallLedger(here: LedgerScratch): Promise<string> {
  await here.lock();
  await here.append('a');
  await here.append('b', { outcome: 'stopped' });
  const number = await newestCase(here);
  await here.release(number);
  await here.append('c');
  await here.lock();
  await here.append('d');
  return number;
}

/** The case that the newest checkpoint opened. */
export async function newestCase(here: LedgerScratch): Promise<string> {
  const [loop] = (await here.audit()).loops;
  const number = loop?.entries.at(-1)?.statement.predicate.case;
  if (typeof number !== 'string') throw new Error('the newest checkpoint opened no case');
  return number;
}

/** The same stop as a latch names it. */
export async function newestStop(here: LedgerScratch): Promise<string> {
  const [loop] = (await here.audit()).loops;
  const stop = loop?.entries.at(-1)?.statement.predicate.latch.at(-1);
  if (stop === undefined) throw new Error('the newest checkpoint stopped nothing');
  return stop;
}

function draftOf(
  git: LedgerScratch['git'],
  name: string,
  { lock, commit }: TrustedLock,
  { question: asked, ...over }: Over,
): CheckpointDraft {
  const question: LoopQuestion = {
    lock: commit,
    lockSequence: lock.sequence,
    base: lock.commit,
    tree: git('rev-parse', 'HEAD^{tree}'),
    head: null,
    tier: 'full',
    tools: name.charCodeAt(0).toString(16).padStart(64, '0'),
    ...asked,
  };
  const isStopped = over.outcome === 'stopped';
  return {
    loop: 'agent/x',
    repository: lock.repository,
    audience: 'agent',
    identity: null,
    question,
    outcome: 'clean',
    case: isStopped ? caseId(question) : null,
    assurance: 'unsigned',
    at: '2026-02-02T03:04:05.678Z',
    ...over,
  };
}
