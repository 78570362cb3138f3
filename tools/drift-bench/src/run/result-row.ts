import type { CaseKind } from '../dataset/case.ts';
import type { GateReason } from '../gate/gate.ts';
import type { ManifestRow } from '../manifest/manifest-row.ts';

/** What a case is, repeated in its result so that results can be read without the manifest. */
export interface CaseFacts extends Pick<ManifestRow, 'id' | 'set' | 'lang' | 'repo' | 'defence' | 'change'> {
  readonly kind: CaseKind;
}

export interface JudgedRow extends CaseFacts {
  readonly state: 'judged';
  readonly score: number;
  /** Whether the score reached the threshold of the run. */
  readonly stop: boolean;
  readonly ms: number;
  /** Of both versions of all changed files: what has to be parsed. */
  readonly bytes: number;
  /** Added and deleted lines of code files. */
  readonly lines: number;
  readonly notExamined: number;
  /** For a regression with reasons: whether they name a changed file, and a changed symbol where there is one. */
  readonly located: { readonly file: boolean; readonly symbol: boolean | null } | null;
  readonly reasons: readonly GateReason[];
  readonly fault?: string;
}

export interface MissingRow extends CaseFacts {
  readonly state: 'missing';
  readonly why: string;
}

export type ResultRow = JudgedRow | MissingRow;

export function caseFacts({ id, set, lang, repo, defence, change }: ManifestRow, kind: CaseKind): CaseFacts {
  return { id, kind, set, lang, repo, defence, change };
}

export function isJudged(row: ResultRow): row is JudgedRow {
  return row.state === 'judged';
}
