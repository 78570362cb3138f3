import { describe, expect, it } from 'vitest';
import { comments, commentText, enclosingSymbol, openSyntax, type LanguageId, type SyntaxTree } from './index.ts';
import { installedGrammars } from './testing/installed-grammars.ts';

const syntax = openSyntax(installedGrammars);

async function treeOf(text: string, language: LanguageId): Promise<SyntaxTree> {
  await syntax.load(language);
  const result = syntax.parse(text, language);
  if (result.kind !== 'tree') throw new Error(result.why);
  return result.tree;
}

/** The symbol at the mark `@@`, which is taken out first. */
async function symbolAtMark(marked: string, language: LanguageId): Promise<string> {
  const before = marked.slice(0, marked.indexOf('@@'));
  const line = before.split('\n').length;
  const column = before.length - before.lastIndexOf('\n');
  return enclosingSymbol(await treeOf(marked.replace('@@', ''), language), { line, column });
}

describe('when code is inside a symbol', () => {
  it.each<[LanguageId, string, string]>([
    ['javascript', '@@a();', ''],
    ['javascript', 'function f() { @@a(); }', 'f'],
    ['javascript', 'class A { m() { @@a(); } }', 'A.m'],
    ['javascript', 'class A { #m() { @@a(); } }', 'A.#m'],
    ['javascript', 'class A { static { @@a(); } }', 'A'],
    ['javascript', 'function outer() { function inner() { @@a(); } }', 'outer.inner'],
    ['javascript', 'const f = async () => { @@a(); };', 'f'],
    ['javascript', 'const f = (function () { @@a(); });', 'f'],
    ['javascript', 'exports.f = function () { @@a(); };', 'f'],
    ['javascript', 'module.exports = { save() { @@a(); } };', 'save'],
    ['javascript', 'const api = { save: () => { @@a(); } };', 'api.save'],
    ['javascript', 'const api = { v1: { save() { @@a(); } } };', 'api.v1.save'],
    ['javascript', 'A.prototype.m = function () { @@a(); };', 'A.m'],
    ['javascript', 'app.get("/", (req) => { @@a(); });', ''],
    ['javascript', 'class A { m = () => { @@a(); } }', 'A.m'],
    ['typescript', 'class A { m = () => { @@a(); } }', 'A.m'],
    ['typescript', 'abstract class A { m(): void { @@a(); } }', 'A.m'],
    ['typescript', 'namespace N { export function f() { @@a(); } }', 'N.f'],
    ['typescript', 'const f = ((a: A) => { @@a(); }) as F;', 'f'],
    ['tsx', 'const V = () => <p onClick={() => { @@a(); }} />;', 'V'],
    ['python', 'class A:\n    def m(self):\n        @@a()\n', 'A.m'],
    ['python', 'class A:\n    @@x = 1\n', 'A'],
    ['python', 'f = lambda: @@a()\n', 'f'],
    ['python', '@dec@@orated\ndef f():\n    pass\n', 'f'],
    ['python', 'def f():\n    def g():\n        @@a()\n    return g\n', 'f.g'],
    ['go', 'package a\nfunc (s *Store) Open() {\n\t@@a()\n}\n', 'Store.Open'],
    ['go', 'package a\nfunc (s Store) Open() {\n\tf := func() { @@a() }\n}\n', 'Store.Open.f'],
    ['java', 'class A { class B { B() { @@a(); } } }', 'A.B.B'],
    ['java', 'class A { Runnable r = () -> { @@a(); }; }', 'A.r'],
    ['csharp', 'namespace N; class A { int P { get { return @@a(); } } }', 'A.P.get'],
    ['csharp', 'class A { void M() { int F() { return @@a(); } } }', 'A.M.F'],
    ['kotlin', 'class A {\n  companion object {\n    fun m() {\n      @@a()\n    }\n  }\n}\n', 'A.m'],
    ['kotlin', 'val f: (Int) -> Unit = { @@a() }\n', 'f'],
    ['rust', 'impl A { fn m(&self) { @@a(); } }', 'A.m'],
    ['rust', 'mod b { impl<T> C for A<T> { fn m(&self) { let f = |x| @@a(x); } } }', 'b.A<T>.m.f'],
  ])('%s: %s is %s', async (language, marked, symbol) => {
    expect(await symbolAtMark(marked, language)).toBe(symbol);
  });

  it('takes the first code of a line where no column is given', async () => {
    const tree = await treeOf('function f() {\n    a();\n}\n', 'javascript');
    expect(enclosingSymbol(tree, { line: 2 })).toBe('f');
    expect(enclosingSymbol(tree, { line: 90 })).toBe('');
  });
});

describe('when comments are asked for', () => {
  it('finds those of JSX and blocks, and none in strings or JSX text', async () => {
    const tree = await treeOf(
      '// one\nconst v = <p>{/* two */} // no</p>; "// no"; `/* no */`; /** three */\n',
      'javascript',
    );
    expect(comments(tree).map(commentText)).toEqual(['one', 'two', 'three']);
  });

  it('finds none in Python strings', async () => {
    const tree = await treeOf('a = "# no"  #one\n"""\n# no\n"""\n', 'python');
    expect(comments(tree).map(commentText)).toEqual(['one']);
  });
});
