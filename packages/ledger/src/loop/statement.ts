/** What was judged by what: the same question gets the same answer wherever it is asked. */
export interface LoopQuestion {
  /** The commit that holds the lock. */
  readonly lock: string;
  readonly lockSequence: number;
  readonly base: string;
  readonly tree: string;
  /** The commit that was judged, or that the judged tree was to follow; `null` where there is none yet. */
  readonly head: string | null;
  readonly tier: 'fast' | 'full';
  /** The SHA-256 of the resolved tools and of the engine's versions. */
  readonly tools: string;
}

/** One judgement. It says no more than an agent may know: a regression and an escalated reason are both `stopped`. */
export interface Checkpoint {
  readonly loop: string;
  /** Counts up from one. */
  readonly sequence: number;
  /** The SHA-256 of the statement before it, `null` for the first. */
  readonly previous: string | null;
  /** The id in the lock. */
  readonly repository: string;
  readonly audience: 'agent' | 'human';
  /** Who asked, as a server authenticated it. */
  readonly identity: string | null;
  readonly question: LoopQuestion;
  readonly outcome: 'clean' | 'stopped' | 'inconclusive';
  /** The case that this judgement opened. */
  readonly case: string | null;
  /**
   * Every stop that is open as of this entry, oldest first: the SHA-256 of its question, as `caseDigest` gives it. Older
   * versions wrote the number of the case.
   */
  readonly latch: readonly string[];
  readonly assurance: 'unsigned' | 'advisory' | 'locked';
  /** An ISO 8601 instant in UTC, to the millisecond. The order of the chain counts, not this. */
  readonly at: string;
}

/** A checkpoint before it has a place in a chain. */
export type CheckpointDraft = Omit<Checkpoint, 'sequence' | 'previous' | 'latch'>;

/** A checkpoint as an in-toto Statement v1: https://github.com/in-toto/attestation/tree/main/spec/v1 */
export interface Statement {
  readonly _type: typeof STATEMENT_TYPE;
  readonly subject: readonly [{ readonly name: string; readonly digest: { readonly gitTree: string } }];
  readonly predicateType: typeof CHECKPOINT_TYPE;
  readonly predicate: Checkpoint;
}

export const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';
export const CHECKPOINT_TYPE = 'https://pawl.dev/checkpoint/v1';

export function statementOf(checkpoint: Checkpoint): Statement {
  return {
    _type: STATEMENT_TYPE,
    subject: [{ name: checkpoint.loop, digest: { gitTree: checkpoint.question.tree } }],
    predicateType: CHECKPOINT_TYPE,
    predicate: checkpoint,
  };
}
