import { expect, it } from 'vitest';
import { loadsAtOnce } from './loads-at-once.fixture.ts';

const loads = (file: string): ReadonlySet<string> => loadsAtOnce(import.meta.url, file);

it('no scanner is loaded before it is used, and neither is what keeps their results', () => {
  const loaded = [...loads('./judge.ts')];
  expect(loaded).toContain('./scanners.ts');
  expect(loaded.filter((name) => /^@pawl\/(?:scanner-|cache|sarif)/u.test(name))).toEqual([]);
});

it('a tool is started before the structure has its engine', () => {
  const loaded = loads('./judge.ts');
  expect(loaded).toContain('./scan-both-sides.ts');
  expect(loaded).not.toContain('@pawl/invariants');
});

it.each(['./index.ts', './pre-commit.ts'])('what may have been judged before loads no engine: %s', (file) => {
  const loaded = [...loads(file)];
  expect(loaded).toContain('./ask.ts');
  expect(loaded.filter((name) => /^@pawl\/(?:cache|invariants|process|sarif|scanner|syntax)/u.test(name))).toEqual([]);
});

it('whoever asks for one use case loads no other: only what a check needs is loaded with the package', () => {
  const check = loads('./check.ts');
  const more = [...loads('./index.ts')].filter((name) => !check.has(name) && !/^node:|-error\.ts$/u.test(name));
  expect(more.sort()).toEqual([
    './check.ts',
    './decisions/decision-refused.ts',
    './judged-tree.ts',
    './later.ts',
    './pre-commit.ts',
  ]);
});
