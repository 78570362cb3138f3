import { describe, expect, it } from 'vitest';
import { callParts, type LanguageId, openSyntax, PROFILES } from './index.ts';
import { installedGrammars } from './testing/installed-grammars.ts';

const syntax = openSyntax(installedGrammars);

async function callsIn(text: string, language: LanguageId): Promise<readonly (readonly [string, string])[]> {
  await syntax.load(language);
  const result = syntax.parse(text, language);
  if (result.kind !== 'tree') throw new Error(result.why);
  const nodes = result.tree.root.find(PROFILES[language].calls.map(({ kind }) => kind));
  return nodes.flatMap((node) => {
    const parts = callParts(node);
    return parts === undefined ? [] : [[parts.callee, parts.list.text] as const];
  });
}

describe('when a call is taken apart', () => {
  it.each<[LanguageId, string, readonly (readonly [string, string])[]]>([
    ['javascript', 'a.b(c);', [['a.b', '(c)']]],
    ['java', 'class A { { a.b(c); } }', [['a.b', '(c)']]],
    ['java', 'class A { { new B(c); } }', [['new B', '(c)']]],
    ['csharp', 'new B(c) { D = e };', [['new B', '(c)']]],
    ['kotlin', 'val x = a.b(c)\n', [['a.b', '(c)']]],
    ['go', 'package a\n\nvar x = a.b(c)\n', [['a.b', '(c)']]],
    ['rust', 'fn a() { b::<C>(d); }', [['b::<C>', '(d)']]],
  ])('%s: %s', async (language, text, parts) => {
    expect(await callsIn(text, language)).toEqual(parts);
  });

  it('a call without a list of arguments has no parts', async () => {
    expect(await callsIn('val x = a.b { c }\n', 'kotlin')).toEqual([]);
    expect(await callsIn('new B { D = e };', 'csharp')).toEqual([]);
  });
});
