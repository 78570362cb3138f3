import { digest } from '@pawl/baseline';
import { GRAMMAR_VERSIONS, PROFILES } from '@pawl/syntax';
import { describe, expect, it } from 'vitest';
import { THRESHOLDS } from './drift/thresholds.ts';
import { IDLE_WORDS, VOCABULARY } from './drift/vocabulary.ts';
import { MODEL } from './drift/weights.ts';
import { INVARIANTS_DIGEST, INVARIANTS_VERSION } from './index.ts';
import { ANNOTATION_MARK, ANNOTATIONS } from './suppression/annotations.ts';
import { DIRECTIVE_MARK, DIRECTIVES } from './suppression/directives.ts';
import { RISKS } from './suppression/risky-code.ts';
import { BUILT, BUILT_FILE, SIDELINE, VENDORED } from './suppression/settings/out-of-sight.ts';
import { SETTINGS_FILES } from './suppression/settings/rows.ts';

describe('when a table of the engine changes', () => {
  it('changes the identity that a lock pins', () => {
    const tables = [
      INVARIANTS_VERSION,
      GRAMMAR_VERSIONS,
      PROFILES,
      DIRECTIVES,
      DIRECTIVE_MARK,
      ANNOTATIONS,
      ANNOTATION_MARK,
      RISKS,
      SETTINGS_FILES,
      [BUILT, BUILT_FILE, VENDORED, SIDELINE],
      VOCABULARY,
      IDLE_WORDS,
      MODEL,
      THRESHOLDS,
    ];
    const text = JSON.stringify(tables, (_key, value: unknown) => (value instanceof RegExp ? String(value) : value));
    expect(INVARIANTS_DIGEST).toBe(digest(text));
  });
});
