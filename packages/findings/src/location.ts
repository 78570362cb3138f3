/**
 * A place in a judged file. `file` is the path from the repository's root, with `/`; lines and columns count from 1;
 * `symbol` is the qualified name of the innermost named function, method or class around it, `''` for module code.
 */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly symbol: string;
}
