import type { SyntaxNode } from '@pawl/syntax';
import type { At, Expr } from './code.ts';

/** Code that people write nests a tenth of this; a reader calls itself at every level. */
const MOST_LEVELS = 300;

/** What a reader keeps in mind while it reads one file. */
export class Reading {
  tooDeep: boolean = false;
  private level = 0;

  /** Reads something that may hold more of its kind. */
  within(node: SyntaxNode, read: () => Expr): Expr {
    if (this.level >= MOST_LEVELS) {
      this.tooDeep = true;
      return constant(node);
    }
    this.level++;
    const expr = read();
    this.level--;
    return expr;
  }
}

export function at(node: SyntaxNode): At {
  return { from: node.startOffset, to: node.endOffset, line: node.start.line };
}

export function constant(node: SyntaxNode, text?: string): Expr {
  return { e: 'const', at: at(node), text };
}

export function nameOf(node: SyntaxNode): Expr {
  return { e: 'name', at: at(node), name: node.text };
}

/** What a generator hands out is what it returns, again and again: it reads as a call of `@yield`. */
export function yielded(node: SyntaxNode, value: Expr): Expr {
  const callee: Expr = { e: 'name', at: at(node), name: '@yield' };
  return { e: 'call', at: at(node), callee, args: [{ value }] };
}

/** The code children of a node: no comments, no punctuation. */
export function parts(node: SyntaxNode): readonly SyntaxNode[] {
  return node.namedChildren.filter(({ kind }) => kind !== 'comment');
}
