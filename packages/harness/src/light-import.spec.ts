import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** The modules that one loads at once, itself included; types and lazy imports are none. */
function loads(file: URL, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file.href)) return seen;
  seen.add(file.href);
  const source = readFileSync(file, 'utf8');
  for (const [, name = ''] of source.matchAll(/^(?:import|export)(?! type)[^;]*? from '([^']+)'/gmu)) {
    if (name.startsWith('.')) loads(new URL(name, file), seen);
    else seen.add(name);
  }
  return seen;
}

it('a hook that reads an event and answers it waits for no parser of settings', () => {
  const loaded = loads(new URL('./index.ts', import.meta.url));
  expect([...loaded].some((name) => name.endsWith('/install-harness.ts'))).toBe(true);
  expect(loaded).not.toContain('jsonc-parser');
  expect(loaded).not.toContain('smol-toml');
});
