import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ElementKind, Idiom } from './idiom.ts';
import { idiomsIn } from './idioms-in.ts';
import type { LanguageProfile } from './language-profile.ts';
import { PROFILES } from './profile-of.ts';

const LANGUAGES = ['javascript', 'python'] as const;

describe.each(LANGUAGES)('when an element of %s is looked up', (id) => {
  const profile = PROFILES[id];
  const all = profile.idioms ?? [];

  it('has the idioms that asking each pattern finds, for texts that patterns match', () => {
    const missed: string[] = [];
    let matched = 0;
    for (const { match, on } of all) {
      for (const text of textsFor(match)) {
        const kind = on?.[0] ?? 'call';
        if (plainly(kind, text, all).length > 0) matched++;
        if (!isSame(kind, text, profile)) missed.push(`${text} for ${String(match)}`);
      }
    }
    expect(missed).toEqual([]);
    expect(matched).toBeGreaterThan(2 * all.length);
  });

  it('has the idioms that asking each pattern finds, for texts of all sorts', () => {
    const words = (profile.idiomWords?.() ?? []).flatMap((row) => row.split(' ')).filter((word) => word !== '');
    const piece = fc.oneof(
      fc.constantFrom(...words),
      fc.constantFrom(...words).map((word) => word.toUpperCase().replaceAll('S', 'ſ').replaceAll('K', '\u212a')),
      fc.constantFrom('"', '=', ':', '(', ')', '.', ',', ' ', '/', '[', ']', '{', 'true', 'False', '0'),
      fc.string({ maxLength: 3 }),
    );
    const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, fc.constantFrom(...KINDS), (each, kind) => isSame(kind, each, profile)),
      { numRuns: 3_000 },
    );
  });

  it('has the idioms that asking each pattern finds, for lines of real code', () => {
    const folder = new URL('./profiles/', import.meta.url);
    const lines = readdirSync(folder).flatMap((file) => readFileSync(new URL(file, folder), 'utf8').split('\n'));
    const missed = lines.flatMap((line, at) => {
      const kind = KINDS[at % KINDS.length] ?? 'call';
      return isSame(kind, line.trim().slice(0, 300), profile) ? [] : [line];
    });
    expect(missed).toEqual([]);
  });
});

describe('when the words of idioms are unknown', () => {
  it('asks each pattern', () => {
    const idiom: Idiom = { class: 'exec', side: 'careless', match: /^eval\(/u, strength: 3 };
    const profile: LanguageProfile = { ...PROFILES.go, idioms: [idiom] };
    expect(idiomsIn('call', 'eval(x)', profile)).toEqual([idiom]);
  });
});

describe('when a language has no idioms', () => {
  it('finds none', () => {
    expect(idiomsIn('call', 'eval(x)', PROFILES.go)).toEqual([]);
  });
});

const KINDS: readonly ElementKind[] = [
  'call',
  'option',
  'assignment',
  'comparison',
  'import',
  'decorator',
  'string',
  'regex',
  'guard',
  'return',
  'subscript',
  'heritage',
  'throw',
  'number',
];

function plainly(kind: ElementKind, text: string, idioms: readonly Idiom[]): readonly Idiom[] {
  return idioms.filter(({ on, match }) => (on === undefined || on.includes(kind)) && match.test(text));
}

function isSame(kind: ElementKind, text: string, profile: LanguageProfile): boolean {
  const [found, plain] = [idiomsIn(kind, text, profile), plainly(kind, text, profile.idioms ?? [])];
  return found.length === plain.length && found.every((idiom, at) => idiom === plain[at]);
}

/** What the maker of texts cannot read. */
const ESCAPES: Readonly<Record<string, string>> = { '\\b': '', '\\B': '', '\\0': '\\x00' };
const LOOK_AROUND = /\(\?<?[=!](?:\\.|\[(?:\\.|[^\]])*\]|\((?:\\.|[^)])*\)|[^()])*\)/gu;

/** Texts made to match a pattern, as far as they can be made: without what it says of its surroundings. */
function textsFor({ source, flags }: RegExp): readonly string[] {
  const simple = source.replaceAll(LOOK_AROUND, '').replaceAll(/\\./gsu, (escape) => ESCAPES[escape] ?? escape);
  const texts = fc.sample(fc.stringMatching(new RegExp(simple, 'u'), { maxLength: 200 }), { numRuns: 4, seed: 1 });
  return flags.includes('i') ? texts.flatMap((text) => [text, text.toUpperCase()]) : texts;
}
