import { createHash } from 'node:crypto';
import { GRAMMAR_VERSIONS } from '@pawl/syntax';
import { describe, expect, it } from 'vitest';
import { GO_TABLE } from './floor/go/assertions.ts';
import { MATCHER_TABLE } from './floor/javascript/matchers.ts';
import { PYTHON_TABLE } from './floor/python/matchers.ts';
import { SECURITY_TEST_RULES, SECURITY_TESTS_DIGEST, SECURITY_TESTS_VERSION } from './index.ts';
import { CATEGORY_TABLE } from './which/category.ts';
import { CONVENTIONS } from './which/is-security-test.ts';

describe('when a table of the engine changes', () => {
  it('changes the identity that floors are cached under and a lock pins', () => {
    const tables = [
      SECURITY_TESTS_VERSION,
      GRAMMAR_VERSIONS,
      SECURITY_TEST_RULES,
      MATCHER_TABLE,
      PYTHON_TABLE,
      GO_TABLE,
      CATEGORY_TABLE,
      CONVENTIONS,
    ];
    const text = JSON.stringify(tables, (_key, value: unknown) => (value instanceof RegExp ? String(value) : value));
    expect(SECURITY_TESTS_DIGEST).toBe(createHash('sha256').update(text).digest('hex'));
  });
});
