import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** The files that a module loads at once, itself included; types and lazy imports are none. */
function loads(file: string, seen = new Set<string>()): ReadonlySet<string> {
  const source = readFileSync(new URL(file, import.meta.url), 'utf8');
  for (const [, name = ''] of source.matchAll(/^(?:import|export)(?! type)[^;]*? from '([^']+)'/gmu)) {
    if (seen.has(name)) continue;
    seen.add(name);
    if (name.startsWith('./')) loads(name, seen);
  }
  return seen;
}

it('the hot path does not load the JSONC parser', () => {
  expect(loads('./index.ts')).toContain('./read-resolved-config.ts');
  expect(loads('./index.ts')).not.toContain('jsonc-parser');
});
