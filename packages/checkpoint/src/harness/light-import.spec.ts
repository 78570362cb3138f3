import { expect, it } from 'vitest';
import { loadsAtOnce } from '../loads-at-once.fixture.ts';

const loads = (file: string): ReadonlySet<string> => loadsAtOnce(import.meta.url, file);

it('a look at the latch loads git and the ledger, and nothing that judges', () => {
  const packages = [...loads('./harness-latch.ts')].filter((name) => name.startsWith('@pawl/'));
  expect(packages.sort()).toEqual(['@pawl/errors', '@pawl/git', '@pawl/ledger']);
});
