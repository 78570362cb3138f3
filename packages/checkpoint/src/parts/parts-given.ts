import type { ProjectFiles } from './project-files.ts';

/** The parts that were made elsewhere, of every project that should have one. */
export interface PartsGiven {
  /** The text is `undefined` where there is none. */
  readonly parts: readonly (ProjectFiles & { readonly text: string | undefined })[];
  /** The key of this run, with which its parts are signed. */
  readonly runKey: string | undefined;
  /** Whether only parts are believed that the key of this run signed. */
  readonly verifier: boolean;
}

/** What became of a part. `recomputed`: it was not believed, and what it is about was found out again. */
export interface PartReport {
  readonly project: string;
  readonly state: 'used' | 'recomputed' | 'missing';
  readonly why: string | undefined;
}

/** What is signed binds others, so whoever signs believes no more than a verifier does. */
export function believedBy(given: PartsGiven, signs: boolean): PartsGiven {
  return signs ? { ...given, verifier: true } : given;
}
