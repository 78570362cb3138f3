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

/** What a chain of checkpoints needs on top. */
export interface LoopStore extends LedgerStore {
  /** Folders in the root of another commit can be kept: then only the trees on the way to `files` are written anew. */
  writeCommit(input: {
    readonly files: Readonly<Record<string, Uint8Array | string>>;
    readonly parents: readonly string[];
    readonly message: string;
    readonly at: Date;
    readonly keep?: { readonly of: string; readonly folders: readonly string[] };
  }): Promise<string>;
  /** Whether a commit is the other one or lies in its history; a gap in history is an error. */
  isAncestor(ancestor: string, of: string): Promise<boolean>;
  openObjects(): ObjectSource;
}

/** Objects one by one, each proven to be what its id promises. An object that is missing or damaged is an error. */
export interface ObjectSource {
  /** By id or by another name, like `<id>~3`. */
  commit(rev: string): Promise<{ readonly id: string; readonly tree: string; readonly parents: readonly string[] }>;
  tree(id: string): Promise<ReadonlyMap<string, { readonly mode: string; readonly id: string }>>;
  blob(id: string): Promise<Uint8Array>;
  close(): void;
}

/** What it takes to keep the objects of a case without a ref. */
export interface KeptStore {
  readonly commonDir: string;
  /** Copies what `tree` has and `without` has not into `<prefix>-<name>.pack` and `.idx`, and gives the name. */
  packTree(input: { readonly tree: string; readonly without: string; readonly prefix: string }): Promise<string>;
}
