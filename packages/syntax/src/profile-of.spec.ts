import { readFileSync } from 'node:fs';
import { Language, Parser } from 'web-tree-sitter';
import { describe, expect, it } from 'vitest';
import {
  GRAMMAR_VERSIONS,
  type LanguageId,
  languageOf,
  openSyntax,
  type Part,
  partOf,
  PROFILES,
  type SyntaxNode,
  unsupportedCode,
} from './index.ts';
import { installedGrammars } from './testing/installed-grammars.ts';
import { kindsIn } from './testing/kinds-in.ts';

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
};

describe('when grammars are pinned', () => {
  it('names the versions that are installed', () => {
    expect({ ...manifest.dependencies, ...manifest.devDependencies }).toMatchObject(GRAMMAR_VERSIONS);
  });
});

describe('when languages are told apart', () => {
  it('no two claim one extension', () => {
    const all = Object.values(PROFILES).flatMap(({ extensions }) => extensions);
    expect(all.filter((extension, index) => all.indexOf(extension) !== index)).toEqual([]);
  });
});

describe.each(Object.keys(PROFILES) as LanguageId[])('when the profile of %s is used', (id) => {
  const profile = PROFILES[id];

  it('its files are its own', () => {
    expect(profile.id).toBe(id);
    expect(profile.extensions.length).toBeGreaterThan(0);
    for (const extension of profile.extensions) {
      expect(languageOf(`a/b.${extension}`)).toBe(id);
      expect(unsupportedCode(`a/b.${extension}`)).toBeUndefined();
    }
  });

  it('its grammar knows every kind and every field that it names', async () => {
    const { kinds, fields } = kindsIn(profile);
    const grammar = await grammarOf(id);
    const known = grammar.types.filter((_, kind) => grammar.nodeTypeIsNamed(kind));
    expect(kinds.filter((kind) => !known.includes(kind))).toEqual([]);
    expect(fields.filter((field) => !grammar.fields.includes(field))).toEqual([]);
  });

  it('its sample has every shape, with the parts where the profile says that they are', async () => {
    const root = await sampleOf(id);
    const lacking = shapesOf(id).filter(({ kind, parts }) => !hasShape(root, kind, parts));
    expect(lacking).toEqual([]);
  });

  it('finds the two ways of a branch', async () => {
    const root = await sampleOf(id);
    const ways = profile.branches.flatMap(({ kind, condition, consequence, alternative }) =>
      root.find([kind]).map((node) => [condition, consequence, alternative].map((part) => partOf(node, part)?.text)),
    );
    expect(ways).toContainEqual([
      expect.stringMatching(/is_?bad/iu),
      expect.stringMatching(/first\(/iu),
      expect.stringMatching(/second\(|elif/iu),
    ]);
  });

  it('has no pattern that remembers where it stopped', () => {
    const patterns = [
      profile.interpreter,
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

interface Shape {
  readonly kind: string;
  readonly parts: readonly Part[];
}

/** Every shape of a profile with the parts that its node has, one entry for each part that some nodes lack. */
function shapesOf(id: LanguageId): readonly Shape[] {
  const { bindings, decorated, calls, branches, assertions, values, tries, handlers, finalizers, ...rest } =
    PROFILES[id];
  const shapes = [...bindings, ...decorated, ...calls, ...branches, ...assertions, ...values, ...tries, ...handlers];
  const { binary, comparison, negation, suppressing } = rest;
  const operations = [binary, comparison, { kinds: negation.kinds, operand: negation.operand }].flatMap(
    ({ kinds, ...parts }) => kinds.map((kind) => ({ kind, ...parts })),
  );
  return [...shapes, ...finalizers, ...operations, ...(suppressing ? [suppressing] : [])].flatMap((shape) => {
    const { kind, ...parts } = shape;
    return Object.values(parts)
      .filter((part): part is Part => typeof part === 'string' || typeof part === 'number')
      .map((part) => ({ kind, parts: [part] }));
  });
}

function hasShape(root: SyntaxNode, kind: string, parts: readonly Part[]): boolean {
  return root.find([kind]).some((node) => parts.every((part) => partOf(node, part) !== undefined));
}

async function sampleOf(id: LanguageId): Promise<SyntaxNode> {
  const syntax = openSyntax(installedGrammars);
  await syntax.load(id);
  const text = readFileSync(new URL(`testing/samples/${id}.txt`, import.meta.url), 'utf8');
  const result = syntax.parse(text, id);
  if (result.kind !== 'tree') throw new Error(result.why);
  return result.tree.root;
}

async function grammarOf(id: LanguageId): Promise<Language> {
  await Parser.init({ wasmBinary: new Uint8Array(await installedGrammars('web-tree-sitter.wasm')) });
  return Language.load(new Uint8Array(await installedGrammars(PROFILES[id].grammar.file)));
}
