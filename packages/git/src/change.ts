/** One path in one tree. */
export interface TreeEntry {
  /** From the root of the repository, with `/`; valid UTF-8 without control characters. */
  readonly path: string;
  /** As git writes it: `100644`, `100755`, `120000` (symbolic link) or `160000` (submodule). */
  readonly mode: string;
  /** The object id of the content; for a submodule the id of its commit. */
  readonly blob: string;
}

/** One side of a change. */
export type Side = TreeEntry;

export type Change =
  | { readonly kind: 'added'; readonly head: Side }
  | { readonly kind: 'deleted'; readonly base: Side }
  | { readonly kind: 'modified' | 'renamed' | 'type-changed'; readonly base: Side; readonly head: Side };

/** Stands for the index as the head of a comparison. */
export const INDEX: unique symbol = Symbol('index');
