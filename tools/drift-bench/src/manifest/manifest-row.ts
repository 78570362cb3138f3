import type { CHANGES, DEFENCE_NAMES, LABELS, LANGS, SETS } from './vocabulary.ts';

/** One public commit, as facts: ids, names and a note in our own words, never code. */
export interface ManifestRow {
  readonly id: string;
  readonly set: (typeof SETS)[number];
  readonly label: (typeof LABELS)[number];
  readonly lang: (typeof LANGS)[number];
  /** `owner/name` on GitHub. */
  readonly repo: string;
  readonly commit: string;
  readonly parent: string;
  /** The source files that the commit changed, tests left out. They are what a regression puts back. */
  readonly files: readonly string[];
  readonly cve: string | null;
  /** Null for ordinary work, as are `cve`, `defence` and `change`. */
  readonly cwe: string | null;
  readonly defence: (typeof DEFENCE_NAMES)[number] | null;
  readonly change: (typeof CHANGES)[number] | null;
  /** What the fix did; empty for ordinary work. */
  readonly note: string;
}
