import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GRAMMAR_FILES, GRAMMAR_VERSIONS, type LanguageId, openSyntax, PROFILES } from './index.ts';
import { installedGrammars } from './testing/installed-grammars.ts';

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
};

describe('when grammars are pinned', () => {
  it('names the versions that are installed', () => {
    const { dependencies, devDependencies } = manifest;
    expect(GRAMMAR_VERSIONS).toEqual({ 'web-tree-sitter': dependencies['web-tree-sitter'], ...devDependencies });
  });
});

/** Code that has every shape a profile speaks of, so that a kind that no grammar knows is noticed. */
const everything: Record<LanguageId, string> = {
  javascript: 'if (a) return1(); else b();',
  typescript: 'if (a) return1(); else b();',
  tsx: 'if (a) return1(); else b();',
  python: 'if a:\n    b()\nelse:\n    c()\n',
};

describe.each(Object.keys(PROFILES) as LanguageId[])('when the profile of %s is used', (id) => {
  const profile = PROFILES[id];

  it('has a grammar', () => {
    expect(profile.id).toBe(id);
    expect(GRAMMAR_FILES[id]).toMatch(/\.wasm$/u);
  });

  it('finds the two ways of a branch', async () => {
    const syntax = openSyntax(installedGrammars);
    await syntax.load(id);
    const result = syntax.parse(everything[id], id);
    if (result.kind !== 'tree') throw new Error(result.why);
    const shape = profile.branches.find(({ kind }) => kind === 'if_statement');
    const branch = result.tree.root.find(['if_statement'])[0];
    expect(branch?.field(String(shape?.condition))?.text).toMatch(/a/u);
    expect(branch?.field(String(shape?.consequence))?.text).toMatch(/\w\(\)/u);
    expect(branch?.field(String(shape?.alternative))?.text).toMatch(/^else/u);
  });

  it('has no pattern that remembers where it stopped', () => {
    const patterns = [
      profile.assertCall,
      profile.logCall,
      profile.requestData,
      profile.exits.exitCall,
      profile.exits.refusal,
    ];
    const sinks = profile.sinks.flatMap(({ callee, when, unless, inFilesWith }) => [callee, when, unless, inFilesWith]);
    for (const pattern of [...patterns, ...sinks]) expect(pattern?.flags ?? 'u').not.toMatch(/[gy]/u);
  });
});
