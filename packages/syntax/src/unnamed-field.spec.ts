import { describe, expect, it } from 'vitest';
import { type LanguageId, openSyntax, type SyntaxNode } from './index.ts';
import { installedGrammars } from './testing/installed-grammars.ts';

const syntax = openSyntax(installedGrammars);

async function first(kind: string, text: string, language: LanguageId): Promise<SyntaxNode | undefined> {
  await syntax.load(language);
  const result = syntax.parse(text, language);
  if (result.kind !== 'tree') throw new Error(result.why);
  return result.tree.root.find([kind])[0];
}

describe('when a profile adds a field that the grammar does not name', () => {
  it('the child after a token is it', async () => {
    const branch = await first('if_expression', 'fun f() {\n  if (a) /* why */ b() else c()\n}\n', 'kotlin');
    expect(branch?.field('condition')?.text).toBe('a');
    expect(branch?.field('consequence')?.text).toBe('b()');
    expect(branch?.field('alternative')?.text).toBe('c()');
  });

  it('is absent where the token is', async () => {
    const sum = await first('binary_expression', 'val x = a + b\n', 'kotlin');
    expect(sum?.field('fallback')).toBeUndefined();
    const elvis = await first('binary_expression', 'val x = a ?: b\n', 'kotlin');
    expect(elvis?.field('fallback')?.text).toBe('b');
  });

  it('a path goes down by kind and by field', async () => {
    const clause = await first('catch_clause', 'try { a(); } catch (System.IO.IOException e) { }', 'csharp');
    expect(clause?.field('type')?.text).toBe('System.IO.IOException');
    expect((await first('catch_clause', 'try { a(); } catch { }', 'csharp'))?.field('type')).toBeUndefined();
  });

  it('a path ends where a text does not suit', async () => {
    const text = (name: string): string => `package a\n\nfunc f() {\n\terr := s.${name}(a)\n}\n`;
    expect((await first('short_var_declaration', text('Verify'), 'go'))?.field('asserted')?.text).toBe('s.Verify(a)');
    expect((await first('short_var_declaration', text('Write'), 'go'))?.field('asserted')).toBeUndefined();
  });

  it('no name of a prototype is taken for one', async () => {
    const call = await first('call_expression', 'val x = a(b)\n', 'kotlin');
    expect(call?.field('constructor')).toBeUndefined();
    expect(call?.field('toString')).toBeUndefined();
  });
});
