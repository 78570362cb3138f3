/** One file of a tree as git holds it. */
export interface TreeFile {
  /** From the root of the repository, with `/`. */
  readonly file: string;
  readonly content: string | Uint8Array;
}
