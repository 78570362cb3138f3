/** One version of one file. Its text comes from a git object, never from the working tree. */
export interface SourceText {
  /** Path from the repository's root, with `/`. */
  readonly file: string;
  /** The git object id of the content. */
  readonly blob: string;
  readonly text: string;
}

/** A file before and after a change. A renamed pair has two paths; an added file has no base, a deleted one no head. */
export interface FilePair {
  readonly base?: SourceText;
  readonly head?: SourceText;
}
