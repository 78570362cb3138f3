import { setTimeout as delay } from 'node:timers/promises';
import { isPawlError } from '@pawl/errors';
import { withChainLock } from '../chain-lock.ts';
import { LedgerError } from '../ledger-error.ts';
import type { LoopStore } from '../ports.ts';
import { loopRef } from './loop-ref.ts';
import { type Latching, nextCheckpoint } from './next-checkpoint.ts';
import { INDEX, indexPath } from './question-index.ts';
import type { StoredEntry } from './read-entry.ts';
import { readLastLink } from './read-tip.ts';
import { findStanding, type Marks } from './find-standing.ts';
import { type Checkpoint, type CheckpointDraft, type Statement, statementOf } from './statement.ts';
import { questionDigest, writeStatement } from './statement-text.ts';
import { withObjects } from './with-objects.ts';

/** How an entry is written: what it is signed and sealed with, and which stops people released. */
export interface AppendOptions extends Marks, Latching {}

/** The entry that holds the judgement, whether it is new or was there before. */
export interface Appended {
  readonly statement: Statement;
  readonly commit: string;
  /** Whether there was no such entry yet. */
  readonly written: boolean;
}

/** How long others are let go first, in seconds. */
const PATIENCE = 60;

/**
 * Appends a judgement to the chain of its loop. A question that was asked before and got the same answer, in a loop that is
 * latched by the same cases, is the entry that is there. Whatever happens on the way, the chain is the old one or the new
 * one, and the same call again gives the same entry.
 *
 * @throws LedgerError `corrupt-loop`, `wrong-repository`, `chain-busy`, `store-unusable`, and what the store throws.
 */
export async function appendCheckpoint(
  store: LoopStore,
  draft: CheckpointDraft,
  options: AppendOptions,
): Promise<Appended> {
  const ref = loopRef(draft.loop);
  const started = process.uptime();
  for (;;) {
    const appended = await withChainLock(store.commonDir, ref, () => tryToAppend(store, ref, draft, options));
    if (appended !== undefined) return appended;
    if (process.uptime() - started > PATIENCE) throw busy(ref);
    await delay(10 + Math.random() * 40);
  }
}

/** `undefined` when somebody else, who does not know our lock, moved the ref: what was planned follows no tip any more. */
async function tryToAppend(
  store: LoopStore,
  ref: string,
  draft: CheckpointDraft,
  options: AppendOptions,
): Promise<Appended | undefined> {
  const { tip, next, standing } = await withObjects(store, async (objects) => {
    const tip = await readLastLink(store, objects, draft.loop);
    const next = nextCheckpoint(draft, tip, options);
    return { tip, next, standing: tip && (await findStanding(objects, tip, next, options)) };
  });
  if (standing !== undefined) return { statement: standing.statement, commit: standing.commit, written: false };
  const commit = await writeEntry(store, tip, next, options);
  const isMoved = await moveRef(store, ref, commit, tip?.commit);
  // git has lost an entry whose update it had confirmed, while another process packed the refs.
  if (!isMoved || !(await isInChain(store, ref, commit))) return undefined;
  return { statement: statementOf(next), commit, written: true };
}

async function writeEntry(
  store: LoopStore,
  tip: StoredEntry | undefined,
  next: Checkpoint,
  { sign, sealed }: AppendOptions,
): Promise<string> {
  const text = writeStatement(next);
  const signature = await sign?.(text);
  return store.writeCommit({
    files: {
      'statement.json': text,
      [indexPath(questionDigest(next.question))]: text,
      ...(signature === undefined ? {} : { 'statement.json.sig': signature }),
      ...(sealed === undefined ? {} : { 'sealed.age': sealed }),
    },
    parents: tip === undefined ? [] : [tip.commit],
    message: `Checkpoint ${next.sequence} of ${next.loop}: ${next.outcome}\n`,
    at: new Date(next.at),
    ...(tip === undefined ? {} : { keep: { of: tip.commit, folders: [INDEX] } }),
  });
}

async function moveRef(store: LoopStore, ref: string, to: string, from: string | undefined): Promise<boolean> {
  try {
    await store.updateRef(ref, to, from);
    return true;
  } catch (error) {
    if (isPawlError(error) && (error.code === 'ref-moved' || isLockedByGit(error))) return false;
    throw error;
  }
}

/** `git pack-refs` holds the lock of a ref for a moment, and a git that was killed until our own lock mends it. */
function isLockedByGit({ code, cause }: Error & { readonly code: string }): boolean {
  return code === 'git-failed' && cause instanceof Error && cause.message.includes(".lock': File exists");
}

async function isInChain(store: LoopStore, ref: string, commit: string): Promise<boolean> {
  const tip = await store.readRef(ref);
  return tip !== undefined && (tip === commit || (await store.isAncestor(commit, tip)));
}

function busy(ref: string): LedgerError {
  return new LedgerError('chain-busy', `somebody has been moving ${ref} for a minute`, {
    next: `look at who writes there: git for-each-ref ${ref}`,
  });
}
