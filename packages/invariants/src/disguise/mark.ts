import type { Severity } from '@pawl/findings';
import type { LineRange, SyntaxTree } from '@pawl/syntax';
import type { SourceText } from '../source-text.ts';

/** One version of a file, read as far as it can be: what is disguised need not parse. */
export interface ReadText {
  readonly source: SourceText;
  readonly tree: SyntaxTree | undefined;
}

/** A place where a version of a file reads otherwise than it runs. */
export interface Mark {
  readonly rule: string;
  readonly severity: Severity;
  readonly cwe: string;
  readonly message: string;
  /** In UTF-16 units from the start of the text. */
  readonly offset: number;
  readonly snippet: string;
  /** What makes it the same mark elsewhere: one that was there before, in any file of the change, is not new. */
  readonly key: string;
  /** Marks of one file that are told as one, with their number; else those of one key. */
  readonly together?: string;
}

/** One way to disguise code: what one version of a file has of it. */
export interface Disguise {
  /** Rule → what it means, for documentation. */
  readonly rules: Readonly<Record<string, string>>;
  /** Marks of a version, which depend on nothing else; `against` is for what only a change shows, and to look no further than it. */
  marks(read: ReadText, against: Against): readonly Mark[];
}

/** What a version is compared with. */
export interface Against {
  /** The locked version of the same file. */
  readonly base: ReadText | undefined;
  /** The lines of this version that differ: a mark that depends on the text of its node alone cancels out elsewhere. */
  readonly lines: () => readonly LineRange[];
}
