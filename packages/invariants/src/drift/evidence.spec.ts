import type { ElementKind, Idiom } from '@pawl/syntax';
import { PROFILES } from '@pawl/syntax';
import { expect, it } from 'vitest';
import { idiomsOf } from './evidence.ts';

const parsed: Idiom = { class: 'code', side: 'careless', on: ['call'], match: /^parse\(/u, strength: 2 };
const named: Idiom = { class: 'code', side: 'careful', match: /\bsafe\b/u, strength: 1 };
const [profile] = Object.values(PROFILES);
if (profile === undefined) throw new Error('There is a profile');

it.each<[ElementKind, string, readonly Idiom[]]>([
  ['call', 'parse(x)', [parsed]],
  ['string', 'parse(x)', []],
  ['call', 'parse(safe)', [parsed, named]],
  ['string', 'safe', [named]],
  ['call', 'load(x)', []],
])('when a %s says %s › it speaks %j', (kind, text, idioms) => {
  expect(idiomsOf(kind, text, { ...profile, idioms: [parsed, named] })).toEqual(idioms);
});
