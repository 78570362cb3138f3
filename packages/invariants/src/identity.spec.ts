import { digest } from '@pawl/baseline';
import { GRAMMAR_VERSIONS, PROFILES } from '@pawl/syntax';
import { describe, expect, it } from 'vitest';
import { THRESHOLDS } from './drift/thresholds.ts';
import { IDLE_WORDS, VOCABULARY } from './drift/vocabulary.ts';
import { MODEL } from './drift/weights.ts';
import { INVARIANTS_DIGEST, INVARIANTS_VERSION } from './index.ts';
import { DIRECTIVE_MARK, DIRECTIVES } from './suppression/directives.ts';

describe('when a table of the engine changes', () => {
  it('changes the identity that a lock pins', () => {
    const tables = [
      INVARIANTS_VERSION,
      GRAMMAR_VERSIONS,
      PROFILES,
      DIRECTIVES,
      DIRECTIVE_MARK,
      VOCABULARY,
      IDLE_WORDS,
      MODEL,
      THRESHOLDS,
    ];
    const text = JSON.stringify(tables, (_key, value: unknown) => (value instanceof RegExp ? String(value) : value));
    expect(INVARIANTS_DIGEST).toBe(digest(text));
  });
});
