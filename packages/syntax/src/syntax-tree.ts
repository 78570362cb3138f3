import type { LanguageProfile } from './language-profile.ts';

/** Lines and columns count from 1, columns and offsets in UTF-16 code units; `offset` counts from 0. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** Whole lines, both ends included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** One node of a tree. Everything is computed when it is asked for; two objects with one `id` are one node. */
export interface SyntaxNode {
  readonly id: number;
  readonly tree: SyntaxTree;
  readonly kind: string;
  /** False for punctuation, keywords and operators. */
  readonly named: boolean;
  readonly text: string;
  readonly start: Position;
  readonly end: Position;
  readonly startOffset: number;
  readonly endOffset: number;
  readonly parent: SyntaxNode | undefined;
  readonly children: readonly SyntaxNode[];
  readonly namedChildren: readonly SyntaxNode[];
  field(name: string): SyntaxNode | undefined;
  fields(name: string): readonly SyntaxNode[];
  /** This node and all under it that are of these kinds, in document order; only what touches `within`, where given. */
  find(kinds: readonly string[], within?: LineRange): readonly SyntaxNode[];
}

/** A parsed text. It holds memory outside the JavaScript heap: call `release` when done with it and with its nodes. */
export interface SyntaxTree {
  readonly profile: LanguageProfile;
  readonly text: string;
  readonly root: SyntaxNode;
  /** Only ever true where errors were tolerated; `errorLine` is then the line of the first. */
  readonly hasErrors: boolean;
  readonly errorLine: number | undefined;
  /** How many nodes it has. */
  readonly nodes: number;
  /** The smallest node at an offset, undefined outside the text. */
  nodeAt(offset: number): SyntaxNode | undefined;
  release(): void;
}
