import { createHash } from 'node:crypto';
import { canonicalJson } from '@pawl/baseline';
import { appendCheckpoint, type CheckpointDraft, keepTree, openLoopMarks, releasedIn } from '@pawl/ledger';
import { opensCase, type Verdict } from '@pawl/verdict';
import type { Asked, LockedLoop } from './ask.ts';
import type { CheckRequest } from './check-request.ts';
import type { Context } from './context.ts';
import { ENGINE_VERSION } from './engine-version.ts';
import { isGated } from './gated.ts';

/** A judgement that is to be recorded. */
export interface Judgement extends Pick<Asked, 'repository' | 'audience' | 'question'> {
  readonly locked: LockedLoop;
  readonly verdict: Verdict;
  readonly tree: string;
  /** The number of the case that the verdict opens. */
  readonly opened: string | undefined;
  /** What keeps the loop stopped already, in its own chain or from another one. */
  readonly latch: readonly string[];
}

/** Appends the judgement to the chain of its loop, and keeps the tree of a case. */
export async function record(
  judgement: Judgement,
  { identity, signAs }: Pick<CheckRequest, 'identity' | 'signAs'>,
  context: Context,
): Promise<void> {
  const { repository, locked, opened, tree, question, latch } = judgement;
  // First what a person will need, then what points at it: a case whose tree is gone could not be read.
  if (opened !== undefined) await keepTree(repository, { case: opened, tree, base: question.base });
  const sealed = opened === undefined ? undefined : await sealedOf(question);
  const { statement, commit } = await appendCheckpoint(
    repository,
    await draftOf(judgement, identity ?? null, context.now()),
    {
      released: releasedIn(locked.stored.lock),
      inherited: latch,
      latches: isGated(judgement),
      ...(sealed === undefined ? {} : { sealed }),
      ...(signAs === undefined ? {} : { sign: await signer(signAs, context) }),
    },
  );
  const { loop, sequence } = statement.predicate;
  await openLoopMarks(repository.commonDir, context.env).remember({ loop, sequence, commit });
}

async function draftOf(
  { locked: { stored, loop, parents }, audience, question, verdict, tree, opened }: Judgement,
  identity: string | null,
  now: Date,
): Promise<CheckpointDraft> {
  const [head = null] = await parents();
  return {
    loop,
    repository: stored.lock.repository,
    audience,
    identity,
    question: {
      lock: stored.commit,
      lockSequence: stored.lock.sequence,
      base: question.base,
      tree,
      head,
      tier: question.tier,
      tools: toolsDigest(stored),
    },
    outcome: opensCase(verdict.reasons) ? 'stopped' : verdict.outcome === 'clean' ? 'clean' : 'inconclusive',
    case: opened ?? null,
    assurance: verdict.assurance,
    at: now.toISOString(),
  };
}

/** Who judged: the tools of the lock, and this version of Pawl. */
export function toolsDigest({ lock }: LockedLoop['stored']): string {
  const judges = { engine: ENGINE_VERSION, tools: lock.tools };
  return createHash('sha256').update(canonicalJson(judges)).digest('hex');
}

/** What a person could not recompute: logs that somebody's tools made elsewhere. */
async function sealedOf({ logs, config }: Judgement['question']): Promise<Uint8Array | undefined> {
  if (logs.head.length === 0) return undefined;
  const { sealedLogs } = await import('./seal.ts');
  return sealedLogs(logs.head, config);
}

async function signer(keyFile: string, { env, terminal }: Context): Promise<(text: string) => Promise<string>> {
  const { signText } = await import('@pawl/signature');
  return (text) => signText(text, { keyFile, namespace: 'pawl-checkpoint@v1', env, isInteractive: terminal });
}
