import { createHash } from 'node:crypto';
import { GRAMMAR_VERSIONS } from '@pawl/syntax';
import { describe, expect, it } from 'vitest';
import { REACH_DIGEST, REACH_VERSION } from './index.ts';
import { javascript } from './profiles/javascript.ts';
import { python } from './profiles/python.ts';
import { COUNTS, SINK_KINDS } from './sink-kind.ts';

describe('when a table of the engine changes', () => {
  it('changes the identity that summaries are cached under and a lock pins', () => {
    const tables = [REACH_VERSION, GRAMMAR_VERSIONS, javascript, python, SINK_KINDS, COUNTS];
    const text = JSON.stringify(tables, (_key, value: unknown) => (value instanceof RegExp ? String(value) : value));
    expect(REACH_DIGEST).toBe(createHash('sha256').update(text).digest('hex'));
  });
});
