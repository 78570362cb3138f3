import { describe, expect, it } from 'vitest';
import { openSyntax } from './open-syntax.ts';
import type { SyntaxNode } from './syntax-tree.ts';
import { installedGrammars } from './testing/installed-grammars.ts';

const syntax = openSyntax(installedGrammars);

const CODE = `class A {
  async read(file, { user = await who() }) {
    if (!file) return \`no \${file} of \${user.name}\`;
    for (const x of [1, , 2]) { /* nothing */ }
    return { ...file, save() { return x => x?.y(); } };
  }
}
f(
`;

async function rootOf(text: string): Promise<SyntaxNode> {
  await syntax.load('javascript');
  const parsed = syntax.parse(text, 'javascript', { tolerateErrors: true });
  if (parsed.kind !== 'tree') throw new Error(parsed.why);
  return parsed.tree.root;
}

function under(node: SyntaxNode): readonly SyntaxNode[] {
  return [node, ...node.children.flatMap(under)];
}

describe('when a node is asked for its parent', () => {
  it('gives the node that lists it among its children', async () => {
    const all = under(await rootOf(CODE));
    const wrong = all.flatMap((node) => node.children.filter(({ parent }) => parent?.id !== node.id));
    expect(wrong.map(({ kind }) => kind)).toEqual([]);
    expect(all.length).toBeGreaterThan(100);
  });

  it('gives none of the root', async () => {
    expect((await rootOf(CODE)).parent).toBeUndefined();
  });

  it('gives the same object to all that lie in it', async () => {
    const [a, b] = (await rootOf('f(a, b);')).find(['identifier']).slice(1);
    expect(a?.parent?.kind).toBe('arguments');
    expect(a?.parent).toBe(b?.parent);
  });
});

describe('when a tree is asked for its size', () => {
  it('counts every node', async () => {
    const root = await rootOf(CODE);
    expect(root.tree.nodes).toBe(under(root).length);
  });
});
