/** What the ledger needs of git; `@pawl/git`'s repository has it. Each method throws a coded error when git does not answer. */
export interface LedgerStore {
  /** The git folder that all worktrees share: it tells one repository from another on this machine. */
  readonly commonDir: string;
  /** `undefined` only when the ref does not exist. */
  readRef(ref: string): Promise<string | undefined>;
  listRefs(prefix: string): Promise<ReadonlyMap<string, string>>;
  /** `undefined` only when the commit has no such file. */
  readCommitFile(commit: string, path: string): Promise<Uint8Array | undefined>;
  writeCommit(input: {
    readonly files: Readonly<Record<string, string>>;
    readonly parents: readonly string[];
    readonly message: string;
    readonly at: Date;
  }): Promise<string>;
  /** Compare-and-swap: fails when the ref is not at `from`. */
  updateRef(ref: string, to: string, from: string | undefined): Promise<void>;
}
