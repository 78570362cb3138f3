import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LanguageId, openSyntax, type SyntaxNode, type SyntaxTree } from './index.ts';
import { installedGrammars } from './testing/installed-grammars.ts';

const syntax = openSyntax(installedGrammars);

const LINES: Partial<Record<LanguageId, readonly string[]>> = {
  javascript: [
    'if (!a) { throw new Error(`no ${b}`); }',
    'f(x, /a[/]b/u);',
    'const g = (y) => y / 2;',
    '// 😀 note',
    'var t = "é";',
  ],
  python: [
    'if not a:\n    raise ValueError(f"no {b}")',
    'x = [i for i in y]',
    'def g(z):\n    return z',
    '# note',
    't = """a\nb"""',
  ],
};

async function parse(text: string, language: LanguageId, since?: SyntaxTree): Promise<SyntaxTree> {
  await syntax.load(language);
  const parsed = syntax.parse(text, language, { tolerateErrors: true, ...(since && { since }) });
  if (parsed.kind !== 'tree') throw new Error(parsed.why);
  return parsed.tree;
}

function outline(node: SyntaxNode): unknown {
  return [node.kind, node.startOffset, node.endOffset, node.start, node.text, node.children.map(outline)];
}

describe('when a text is parsed that was another before', () => {
  it.each(Object.entries(LINES) as [LanguageId, readonly string[]][])(
    '%s: the tree is the one that it has by itself',
    async (language, lines) => {
      const text = fc.array(fc.constantFrom(...lines), { maxLength: 12 }).map((all) => `${all.join('\n')}\n`);
      await fc.assert(
        fc.asyncProperty(text, text, async (before, after) => {
          const earlier = await parse(before, language);
          const since = await parse(after, language, earlier);
          const alone = await parse(after, language);
          expect(outline(since.root)).toEqual(outline(alone.root));
          for (const tree of [earlier, since, alone]) tree.release();
        }),
        { numRuns: 60 },
      );
    },
  );

  it.each([
    ['before', 'f(;\ng();\n', 'f();\ng();\n'],
    ['after', 'f();\ng();\n', 'f();\ng(;\n'],
    ['in between', 'a = `x`;\nf();\n', 'a = `x;\nf();\n'],
  ])('and did not parse %s, the tree is the one that it has by itself', async (_when, before, after) => {
    const since = await parse(after, 'javascript', await parse(before, 'javascript'));
    const alone = await parse(after, 'javascript');
    expect(outline(since.root)).toEqual(outline(alone.root));
    expect(since.errorLine).toBe(alone.errorLine);
  });

  it('no node of one version is called as one of the other, though they share their memory', async () => {
    const earlier = await parse('f();\ng();\n', 'javascript');
    const since = await parse('f();\nh();\n', 'javascript', earlier);
    const ids = [earlier, since].flatMap(({ root }) => root.find(['call_expression']).map(({ id }) => id));
    expect(new Set(ids).size).toBe(4);
  });

  it('in another language, nothing is taken over', async () => {
    const earlier = await parse('x = 1\n', 'python');
    expect(outline((await parse('x = 1\n', 'javascript', earlier)).root)).toEqual(
      outline((await parse('x = 1\n', 'javascript')).root),
    );
  });
});
