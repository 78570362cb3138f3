import { describe, expect, it } from 'vitest';
import { judgeFloor } from './index.ts';
import { floorsOf } from './testing/floors-of.ts';
import { JAVASCRIPT } from './testing/javascript-variants.ts';
import { GO, PYTHON } from './testing/other-variants.ts';

async function rulesFor(file: string, before: string, after: string): Promise<string> {
  const { findings } = judgeFloor(await floorsOf({ [file]: before }), await floorsOf({ [file]: after }));
  return [...new Set(findings.map(({ rule }) => rule))].join();
}

describe.each([
  ['JavaScript', 'test/security/guard.test.ts', JAVASCRIPT],
  ['Python', 'tests/security/test_guard.py', PYTHON],
  ['Go', 'guard/security/guard_test.go', GO],
] as const)('in %s', (_language, file, variants) => {
  it.each(variants)('%s', async (_title, before, after, rule) => {
    expect(await rulesFor(file, before, after)).toBe(rule);
  });
});
