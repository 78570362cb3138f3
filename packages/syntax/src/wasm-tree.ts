import type { Node, Tree } from 'web-tree-sitter';
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
  private readonly tree: Tree;

  constructor(tree: Tree, text: string, profile: LanguageProfile, errorLine: number | undefined) {
    this.tree = tree;
    this.text = text;
    this.profile = profile;
    this.rawRoot = tree.rootNode;
    this.root = new WasmNode(this.rawRoot, this);
    this.hasErrors = errorLine !== undefined;
    this.errorLine = errorLine;
  }

  nodeAt(offset: number): SyntaxNode | undefined {
    if (offset < 0 || offset >= this.text.length) return undefined;
    const node = this.rawRoot.descendantForIndex(offset, offset + 1);
    return node === null ? undefined : new WasmNode(node, this);
  }

  release(): void {
    this.tree.delete();
  }
}

class WasmNode implements SyntaxNode {
  readonly tree: WasmTree;
  private readonly raw: Node;
  private childList: readonly SyntaxNode[] | undefined;
  private parentNode: WasmNode | undefined;

  constructor(raw: Node, tree: WasmTree) {
    this.raw = raw;
    this.tree = tree;
  }

  get id(): number {
    return this.raw.id;
  }

  get kind(): string {
    return this.raw.type;
  }

  get named(): boolean {
    return this.raw.isNamed;
  }

  get text(): string {
    return this.tree.text.slice(this.raw.startIndex, this.raw.endIndex);
  }

  get startOffset(): number {
    return this.raw.startIndex;
  }

  get endOffset(): number {
    return this.raw.endIndex;
  }

  get start(): Position {
    const { row, column } = this.raw.startPosition;
    return { line: row + 1, column: column + 1, offset: this.raw.startIndex };
  }

  get end(): Position {
    const { row, column } = this.raw.endPosition;
    return { line: row + 1, column: column + 1, offset: this.raw.endIndex };
  }

  /**
   * The parser finds a parent by going down from the root, so that climbing step by step would take time in the square of
   * the depth. One way down finds all ancestors at once.
   */
  get parent(): SyntaxNode | undefined {
    if (this.parentNode !== undefined || this.raw.id === this.tree.rawRoot.id) return this.parentNode;
    let above: WasmNode = new WasmNode(this.tree.rawRoot, this.tree);
    for (;;) {
      const next = above.raw.childWithDescendant(this.raw);
      if (next === null || next.id === this.raw.id) break;
      const below = new WasmNode(next, this.tree);
      below.parentNode = above;
      above = below;
    }
    this.parentNode = above;
    return above;
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
