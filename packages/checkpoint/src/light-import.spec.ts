import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** What a module loads at once, itself left out; types and lazy imports are none. */
function loads(file: string, seen = new Set<string>()): ReadonlySet<string> {
  const source = readFileSync(new URL(file, import.meta.url), 'utf8');
  for (const [, name = ''] of source.matchAll(/^(?:import|export)(?! type)[^;]*? from '([^']+)'/gmu)) {
    if (seen.has(name)) continue;
    seen.add(name);
    if (name.startsWith('./')) loads(name, seen);
  }
  return seen;
}

it('no scanner is loaded before it is used, and neither is what keeps their results', () => {
  const loaded = [...loads('./index.ts')];
  expect(loaded).toContain('./scanners.ts');
  expect(loaded.filter((name) => /^@pawl\/(?:scanner-|cache|sarif)/u.test(name))).toEqual([]);
});

it('a commit loads no engine before git is asked', () => {
  const loaded = loads('./pre-commit.ts');
  expect(loaded).toContain('./ask.ts');
  for (const name of ['./judge.ts', './open-workshop.ts', '@pawl/process']) expect(loaded).not.toContain(name);
});
