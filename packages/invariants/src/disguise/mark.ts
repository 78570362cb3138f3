import type { Severity } from '@pawl/findings';
import type { SyntaxTree } from '@pawl/syntax';
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
  /** Marks of a version, which depend on nothing else; `base` is the locked version of the same file, for what only a change shows. */
  marks(read: ReadText, base: ReadText | undefined): readonly Mark[];
}
