import { Edit, type Node, type Tree } from 'web-tree-sitter';
import { editBetween } from './edit-between.ts';
import type { LanguageProfile } from './language-profile.ts';
import { unnamedField } from './unnamed-field.ts';
import type { LineRange, Position, SyntaxNode, SyntaxTree } from './syntax-tree.ts';

/** A tree of web-tree-sitter behind our interface. Text is cut from the source: asking the parser for it is slower. */
export class WasmTree implements SyntaxTree {
  readonly profile: LanguageProfile;
  readonly text: string;
  readonly root: SyntaxNode;
  readonly hasErrors: boolean;
  readonly errorLine: number | undefined;
  readonly rawRoot: Node;
  /** Trees share what did not change, and with it what the parser calls it: here nothing of two trees is called the same. */
  readonly serial: number = ++trees * 2 ** 32;
  private readonly tree: Tree;
  private readonly ancestors = new Map<number, WasmNode>();

  constructor(tree: Tree, text: string, profile: LanguageProfile, errorLine: number | undefined) {
    this.tree = tree;
    this.text = text;
    this.profile = profile;
    this.rawRoot = tree.rootNode;
    this.root = new WasmNode(this.rawRoot, this);
    this.hasErrors = errorLine !== undefined;
    this.errorLine = errorLine;
  }

  get nodes(): number {
    return this.rawRoot.descendantCount;
  }

  nodeAt(offset: number): SyntaxNode | undefined {
    if (offset < 0 || offset >= this.text.length) return undefined;
    const node = this.rawRoot.descendantForIndex(offset, offset + 1);
    return node === null ? undefined : new WasmNode(node, this);
  }

  /** One object for all that lies in a node, so that what it knows of itself is found once. */
  ancestor(raw: Node): WasmNode {
    const node = this.ancestors.get(raw.id) ?? new WasmNode(raw, this);
    this.ancestors.set(raw.id, node);
    return node;
  }

  /** A copy that knows where it no longer fits the text, for the parser to go on from. */
  editedTo(text: string): Tree {
    const copy = this.tree.copy();
    copy.edit(new Edit(editBetween(this.text, text)));
    return copy;
  }

  release(): void {
    this.tree.delete();
  }
}

let trees = 0;

class WasmNode implements SyntaxNode {
  readonly tree: WasmTree;
  private readonly raw: Node;
  private childList: readonly SyntaxNode[] | undefined;
  private endIndex: number | undefined;
  private parentNode: WasmNode | undefined;
  private isParentKnown = false;
  private type: string | undefined;

  constructor(raw: Node, tree: WasmTree) {
    this.raw = raw;
    this.tree = tree;
  }

  get id(): number {
    return this.tree.serial + this.raw.id;
  }

  get kind(): string {
    return (this.type ??= this.raw.type);
  }

  get named(): boolean {
    return this.raw.isNamed;
  }

  get text(): string {
    return this.tree.text.slice(this.raw.startIndex, this.endOffset);
  }

  get startOffset(): number {
    return this.raw.startIndex;
  }

  get endOffset(): number {
    return (this.endIndex ??= this.raw.endIndex);
  }

  get start(): Position {
    const { row, column } = this.raw.startPosition;
    return { line: row + 1, column: column + 1, offset: this.raw.startIndex };
  }

  get end(): Position {
    const { row, column } = this.raw.endPosition;
    return { line: row + 1, column: column + 1, offset: this.raw.endIndex };
  }

  /** The parser finds a parent by going down from the root: each node that has children is asked for it once. */
  get parent(): SyntaxNode | undefined {
    if (this.isParentKnown) return this.parentNode;
    const raw = this.raw.parent;
    this.parentNode = raw === null ? undefined : this.tree.ancestor(raw);
    this.isParentKnown = true;
    return this.parentNode;
  }

  get children(): readonly SyntaxNode[] {
    return (this.childList ??= this.wrap(this.raw.children));
  }

  get namedChildren(): readonly SyntaxNode[] {
    return this.wrap(this.raw.namedChildren);
  }

  field(name: string): SyntaxNode | undefined {
    return this.wrapOne(this.raw.childForFieldName(name)) ?? unnamedField(this, name);
  }

  fields(name: string): readonly SyntaxNode[] {
    return this.wrap(this.raw.childrenForFieldName(name));
  }

  find(kinds: readonly string[], within?: LineRange): readonly SyntaxNode[] {
    const types = [...kinds];
    if (within === undefined) return this.wrap(this.raw.descendantsOfType(types));
    const from = { row: within.first - 1, column: 0 };
    return this.wrap(this.raw.descendantsOfType(types, from, { row: within.last, column: 0 }));
  }

  private wrapOne(node: Node | null): SyntaxNode | undefined {
    return node === null ? undefined : new WasmNode(node, this.tree);
  }

  private wrap(nodes: readonly (Node | null)[]): readonly SyntaxNode[] {
    return nodes.flatMap((node) => (node === null ? [] : new WasmNode(node, this.tree)));
  }
}
