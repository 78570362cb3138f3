import { describe, expect, it } from 'vitest';
import { enclosingSymbol, type LanguageId, openSyntax, type SyntaxTree } from '../index.ts';
import { installedGrammars } from '../testing/installed-grammars.ts';

const syntax = openSyntax(installedGrammars);

async function read(text: string, language: LanguageId): Promise<SyntaxTree> {
  await syntax.load(language);
  const result = syntax.parse(text, language);
  if (result.kind !== 'tree') throw new Error(result.why);
  return result.tree;
}

describe('when code leans on the preprocessor', () => {
  it.each<[LanguageId, string]>([
    ['c', '__attribute_cold__\nstatic char *f(int a) { return 0; }'],
    ['c', 'static int __init f(void) { return 0; }'],
    ['c', 'CURL_EXTERN int f(struct a *b, const char *c) WARN_UNUSED_RESULT;'],
    ['c', 'static DWORD WINAPI f(LPVOID a) { return 0; }'],
    ['c', 'int f(int a) {\n#ifdef B\n  if (a)\n#else\n  if (!a)\n#endif\n    return 1;\n  return 0;\n}'],
    [
      'c',
      'int f(int a) {\n#if defined(A) && \\\n  defined(B)\n  if (a)\n#endif\n    g();\n  return (\n#if A\n    a\n#endif\n  );\n}',
    ],
    ['c', 'void f(va_list a) { char *b = va_arg(a, char *); }'],
    ['cpp', 'class LEVELDB_EXPORT A final : public B {\n  int c GUARDED_BY(mu_);\n  int d() LOCKS_EXCLUDED(mu_);\n};'],
    ['cpp', 'void f() { printf("%" PRIu64\n  , a); }'],
  ])('reads %s: %s', async (language, text) => {
    const tree = await read(text, language);
    expect(tree.errorLine).toBeUndefined();
    expect(tree.text).toBe(text);
    tree.release();
  });

  it('finds a check in either way of a conditional', async () => {
    const whole = await read(
      'int f(int a) {\n  int b =\n#if A\n    1;\n  if (a) return b;\n#else\n    2;\n  if (!a) return b;\n#endif\n}',
      'c',
    );
    expect(whole.root.find(['if_statement'])).toHaveLength(2);
    whole.release();
  });
});

describe('when a function of C or C++ is named', () => {
  it.each<[LanguageId, string, number, string]>([
    ['c', 'static struct a *find(const char *key)\n{\n  return 0;\n}', 3, 'find'],
    ['c', 'int (*handler(int a))(int)\n{\n  return 0;\n}', 3, 'handler'],
    ['cpp', 'namespace n {\nclass A {\n  bool b(int c) const {\n    return c;\n  }\n};\n}', 4, 'n.A.b'],
    ['cpp', 'bool A::b(int c) const\n{\n  return c;\n}', 3, 'A::b'],
    ['cpp', 'A::~A()\n{\n  c();\n}', 3, 'A::~A'],
    ['cpp', 'auto f = [](int c) {\n  return c;\n};', 2, 'f'],
  ])('%s: %s', async (language, text, line, expected) => {
    const tree = await read(text, language);
    expect(enclosingSymbol(tree, { line })).toBe(expected);
    tree.release();
  });
});
