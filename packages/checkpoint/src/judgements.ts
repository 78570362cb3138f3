import { createHash } from 'node:crypto';
import type { Cache, Key } from '@pawl/cache';
import type { StoredLock } from '@pawl/ledger';
import type { Evidence } from '@pawl/verdict';
import { ENGINE_VERSION } from './engine-version.ts';
import { ENGINES } from './engines.ts';
import { readEvidence, writeEvidence } from './evidence-data.ts';
import type { Question } from './question.ts';

/** A question of a lock, about a tree that nobody can change. Without a lock the answer depends on what is installed today, too. */
export interface LastingQuestion {
  readonly question: Question;
  readonly lock: Pick<StoredLock, 'lock' | 'commit'>;
  /** The tree that is judged. */
  readonly tree: string;
}

/** What a question was answered with before. Without it the verdict is the same and comes later. */
export interface KeptJudgement {
  recall(): Promise<Evidence | undefined>;
  /** Only what would come out the same another time may be kept. */
  keep(evidence: Evidence): Promise<void>;
}

export function keptJudgement(cache: Cache, asked: LastingQuestion): KeptJudgement {
  const key = keyOf(asked);
  return {
    recall: async () => {
      const known = readEvidence(await cache.get(key));
      // The whole question is about the gate's own files, too.
      return known && (asked.question.only !== undefined || known.gateChanges) ? known : undefined;
    },
    keep: (evidence) => cache.put(key, writeEvidence(evidence)),
  };
}

/**
 * The whole question, and who answers it. Evidence is kept and no verdict, so that what becomes of it is decided anew. Nothing
 * that is found depends on the clock; what is decided may, as by a waiver that expires, and is decided after.
 */
function keyOf({ question, lock: { lock, commit }, tree }: LastingQuestion): Key {
  const { base, baseTree, head, tier, only, config, locked, logs } = question;
  const given = [...logs.head, ...(logs.base.kind === 'given' ? logs.base.logs : [])];
  return [
    'judgement',
    ENGINE_VERSION,
    digestOf(ENGINES),
    commit,
    digestOf(lock),
    digestOf(config),
    digestOf(locked),
    base,
    baseTree,
    tree,
    tier,
    only ?? '',
    // A log may say which commit it is about; nothing else asks for more than the tree.
    ...(given.length === 0 ? [] : [String(head), digestOf([logs.head, given])]),
  ];
}

function digestOf(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(value) ?? '')
    .digest('hex');
}
