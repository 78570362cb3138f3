import { describe, expect, it } from 'vitest';
import { GrammarError, type LanguageId, openSyntax } from './index.ts';
import { installedGrammars as grammars } from './testing/installed-grammars.ts';

/** Code that a grammar might stumble over; every language has a sample of its own in `profile-of.spec.ts`. */
const valid: Partial<Record<LanguageId, string>> = {
  javascript: 'export const view = () => <p>{a ?? b}</p>;\n',
  typescript: 'const a = <string>b satisfies string;\n',
  tsx: 'const a = <T,>(b: T) => <p>{b as string}</p>;\n',
  python: 'match a:\n    case {"b": c}:\n        print(f"{c!r}")\n',
};

describe('when a text is parsed', () => {
  for (const [language, text] of Object.entries(valid) as [LanguageId, string][]) {
    it(`reads ${language}`, async () => {
      const syntax = openSyntax(grammars);
      await syntax.load(language);
      expect(syntax.parse(text, language)).toMatchObject({ kind: 'tree', tree: { hasErrors: false } });
    });
  }

  it('says on which line it stopped making sense', async () => {
    const syntax = openSyntax(grammars);
    await syntax.load('python');
    const result = syntax.parse('a = 1\nb = 2\ndef (:\n    pass\n', 'python');
    expect(result).toMatchObject({ kind: 'not-parsed', code: 'syntax-error', line: 3 });
  });

  it('calls a closing brace that is missing an error', async () => {
    const syntax = openSyntax(grammars);
    await syntax.load('javascript');
    expect(syntax.parse('function f() {\n  if (a) {\n', 'javascript')).toMatchObject({ code: 'syntax-error' });
  });

  it('returns what parses, where errors are tolerated, and says so', async () => {
    const syntax = openSyntax(grammars);
    await syntax.load('javascript');
    const result = syntax.parse('f();\n)(;\ng();\n', 'javascript', { tolerateErrors: true });
    expect(result).toMatchObject({ kind: 'tree', tree: { hasErrors: true, errorLine: 2 } });
  });

  it('reads what is newer than the grammar, and keeps the text as it is', async () => {
    const syntax = openSyntax(grammars);
    await syntax.load('typescript');
    const text = "export type * from './a';\nexport const b = 1;\n";
    const result = syntax.parse(text, 'typescript');
    expect(result).toMatchObject({ kind: 'tree', tree: { hasErrors: false, text } });
    expect(syntax.parse(`${text})`, 'typescript')).toMatchObject({ code: 'syntax-error', line: 3 });
  });

  it('counts lines and columns from 1, and columns in UTF-16 units', async () => {
    const syntax = openSyntax(grammars);
    await syntax.load('javascript');
    const result = syntax.parse('a;\nx = "é😀"; eval(b);\n', 'javascript');
    if (result.kind !== 'tree') throw new Error(result.why);
    const call = result.tree.root.find(['call_expression'])[0];
    expect(call?.start).toEqual({ line: 2, column: 12, offset: 14 });
    expect(call?.text).toBe('eval(b)');
  });

  it('finds only what touches the lines that are asked for', async () => {
    const syntax = openSyntax(grammars);
    await syntax.load('javascript');
    const result = syntax.parse('a();\nb();\nc(\n  d(),\n);\ne();\n', 'javascript');
    if (result.kind !== 'tree') throw new Error(result.why);
    const calls = result.tree.root.find(['call_expression'], { first: 2, last: 4 });
    expect(calls.map(({ start }) => start.line)).toEqual([2, 3, 4]);
  });
});

describe('when a text is hostile', () => {
  it('refuses one byte over the limit, counted as UTF-8', async () => {
    const syntax = openSyntax(grammars);
    await syntax.load('javascript');
    expect(syntax.parse('"ééé";', 'javascript', { maxBytes: 8 })).toMatchObject({ code: 'too-large' });
    expect(syntax.parse('"ééé";', 'javascript', { maxBytes: 9 })).toMatchObject({ kind: 'tree' });
  });

  for (const [what, text] of Object.entries({
    brackets: `${'['.repeat(3_000)}${']'.repeat(3_000)}`,
    operators: `${'a+'.repeat(3_000)}a`,
    negations: `${'!'.repeat(3_000)}a`,
    calls: `a${'()'.repeat(3_000)}`,
    'else-ifs': `${'if (a) b(); else '.repeat(3_000)}c();`,
  })) {
    it(`refuses ${what} that nest too deep`, async () => {
      const syntax = openSyntax(grammars);
      await syntax.load('javascript');
      expect(syntax.parse(text, 'javascript')).toMatchObject({ kind: 'not-parsed', code: 'too-deep' });
    });
  }

  it('refuses the first level over the limit and no level below', async () => {
    const syntax = openSyntax(grammars);
    await syntax.load('javascript');
    // program, expression_statement, unary_expression, unary_expression, identifier
    expect(syntax.parse('!!a', 'javascript', { maxDepth: 5 })).toMatchObject({ kind: 'tree' });
    expect(syntax.parse('!!a', 'javascript', { maxDepth: 4 })).toMatchObject({ code: 'too-deep' });
  });

  it('stops after so many steps, and reads the next text from its beginning', async () => {
    const syntax = openSyntax(grammars);
    await syntax.load('javascript');
    const long = 'f(a, b, c);\n'.repeat(5_000);
    expect(syntax.parse(long, 'javascript', { maxSteps: 50 })).toMatchObject({ code: 'timed-out' });
    const next = syntax.parse('g();', 'javascript');
    expect(next.kind === 'tree' && next.tree.root.text).toBe('g();');
  });

  it('stops when the caller says that time is up', async () => {
    const syntax = openSyntax(grammars);
    await syntax.load('javascript');
    const long = 'f(a, b, c);\n'.repeat(5_000);
    expect(syntax.parse(long, 'javascript', { giveUp: () => true })).toMatchObject({ code: 'timed-out' });
  });
});

describe('when a grammar is needed', () => {
  it('reads only those of the languages that are asked for', async () => {
    const read: string[] = [];
    const syntax = openSyntax((file) => {
      read.push(file);
      return grammars(file);
    });
    await Promise.all([syntax.load('python'), syntax.load('python')]);
    expect(read.filter((file) => file !== 'web-tree-sitter.wasm')).toEqual(['tree-sitter-python.wasm']);
  });

  it('refuses to parse before it is loaded', () => {
    const syntax = openSyntax(grammars);
    expect(() => syntax.parse('a', 'javascript')).toThrow(GrammarError);
    expect(() => syntax.parse('a', 'javascript')).toThrow(expect.objectContaining({ code: 'grammar-not-loaded' }));
  });

  it('fails with a code where the file is not a grammar', async () => {
    const syntax = openSyntax(async (file) => (file.startsWith('web') ? grammars(file) : new Uint8Array([1, 2, 3])));
    await expect(syntax.load('python')).rejects.toMatchObject({ code: 'grammar-unreadable' });
  });
});
