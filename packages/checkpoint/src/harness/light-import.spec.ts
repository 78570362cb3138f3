import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { expect, it } from 'vitest';

/** What a module loads at once, itself left out; types and lazy imports are none. */
function loads(file: string, seen = new Set<string>()): ReadonlySet<string> {
  const source = readFileSync(new URL(file, import.meta.url), 'utf8');
  for (const [, written = ''] of source.matchAll(/^(?:import|export)(?! type)[^;]*? from '([^']+)'/gmu)) {
    const name = /^\.{1,2}\//u.test(written) ? `./${join(dirname(file), written)}` : written;
    if (seen.has(name)) continue;
    seen.add(name);
    if (name.startsWith('./')) loads(name, seen);
  }
  return seen;
}

it('a look at the latch loads git and the ledger, and nothing that judges', () => {
  const packages = [...loads('./harness-latch.ts')].filter((name) => name.startsWith('@pawl/'));
  expect(packages.sort()).toEqual(['@pawl/errors', '@pawl/git', '@pawl/ledger']);
});
