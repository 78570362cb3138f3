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

it('no code for signatures is loaded before there is a signature', () => {
  const loaded = loads('./trusted-lock.ts');
  expect(loaded).toContain('./judge-signature.ts');
  for (const name of ['@pawl/signature', './open-signatures.ts', './store-lock.ts']) expect(loaded).not.toContain(name);
});
