import type { FilePair } from '@pawl/invariants';
import type { ManifestRow } from '../manifest/manifest-row.ts';

/**
 * `regression`: a fix with its files put back. `fix`: the same fix as it was made. `benign`: an ordinary commit.
 * `revert`: that commit undone, the control for a gate that merely dislikes deleted lines.
 */
export const CASE_KINDS = ['regression', 'fix', 'benign', 'revert'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

export interface Revisions {
  /** A bare repository that is thrown away with the case. */
  readonly repo: string;
  readonly base: string;
  readonly head: string;
}

export interface Unread {
  readonly file: string;
  readonly why: string;
}

export interface Case {
  readonly row: ManifestRow;
  readonly kind: CaseKind;
  /** The files with code that differ, as the product would judge them. */
  readonly pairs: readonly FilePair[];
  /** Files with code that are no text. */
  readonly unread: readonly Unread[];
  /** The same question for a command. Ask before the next case is taken. */
  revisions(): Promise<Revisions>;
}

/** A case that could not be read, for instance because a partial clone lacks a blob. */
export interface MissingCase {
  readonly row: ManifestRow;
  readonly kind: CaseKind;
  readonly why: string;
}
