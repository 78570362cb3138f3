/** A tool of the user's own, as the configuration names it. */
export interface SarifSettings {
  /**
   * The tool and its arguments; no shell is involved. `{files}` stands for the folder of the tree, `{own}` for that of
   * `rules`, `{out}` for that of `result`.
   */
  readonly command: readonly string[];
  /** The file in `{out}` that the tool writes; absent where it prints its log. */
  readonly result?: string;
  /** Always the tree: whether a result for one file depends on another is nothing that a stranger's tool can promise. */
  readonly scope?: 'tree';
  /** The command that tells the version. Default: the tool with `--version`. */
  readonly version?: readonly string[];
  /** Files of the locked commit that the tool reads from `{own}`: what lies in the judged tree must not configure its judge. */
  readonly rules?: readonly string[];
  /** Endings of the files that the tool is for, like `.php`. Default: every file. */
  readonly files?: readonly string[];
  /** Exit statuses with which the tool says that it did its work. Default: 0 and 1. */
  readonly okStatus?: readonly number[];
}
