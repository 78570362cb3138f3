import { PROFILES } from '@pawl/syntax';
import { expect, it } from 'vitest';
import { CODE_ENDINGS, isCode } from './code-files.ts';

it('when a language is added › its files make a project one that has code', () => {
  const endings = Object.values(PROFILES).flatMap(({ extensions }) => extensions);
  expect(CODE_ENDINGS).toEqual([...new Set(endings)].sort());
});

it('when a name is looked at › its ending tells whether it is code', () => {
  const names = ['a.ts', 'A.PY', 'a.spec.tsx', 'ts', '.ts', 'a.md', 'a.ts.md', 'Makefile'];
  expect(names.filter(isCode)).toEqual(['a.ts', 'A.PY', 'a.spec.tsx']);
});
