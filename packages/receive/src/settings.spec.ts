import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, readReceiveSettings } from './settings.ts';

const read = (value: unknown) =>
  readReceiveSettings(JSON.stringify({ schema: 'pawl/receive@1', ...(value as object) }), 'x.json');

describe('when settings are read', () => {
  it('what is not said stays as it usually is', () => {
    expect(read({ full: 'require', people: ['ann'] })).toEqual({
      ...DEFAULT_SETTINGS,
      full: 'require',
      people: ['ann'],
    });
  });

  it('who only verifies answers within five seconds, unless it is said otherwise', () => {
    expect(read({ mode: 'verify' }).seconds).toBe(5);
    expect(read({ mode: 'verify', seconds: 9 }).seconds).toBe(9);
  });
});

describe('when settings cannot be used', () => {
  it.each<[string, object, string]>([
    ['a key that nobody knows', { ref: ['refs/heads/*'] }, 'did you mean "refs"?'],
    ['an empty list of gated refs', { refs: [] }, 'must name at least one'],
    ['a pattern that git would not take', { refs: ['refs/heads/[ab]'] }, 'the name of refs'],
    ['a mode that there is not', { mode: 'off' }, 'must be "judge" or "verify"'],
    ['no time at all', { seconds: 0 }, 'from 1 to 3600'],
    ['a text where a flag belongs', { runTests: 'yes' }, 'true or false'],
    ['a relative path', { state: 'state' }, 'an absolute path'],
    ['another schema', { schema: 'pawl/receive@2' }, 'schema'],
    ['no variable', { identity: ['A B'] }, 'the name of a variable'],
  ])('%s is told', (_, value, message) => {
    expect(() => read(value)).toThrow(
      expect.objectContaining({ code: 'invalid-settings', message: expect.stringContaining(message) }),
    );
  });

  it('all mistakes are told at once', () => {
    expect(() => read({ full: 'maybe', seconds: -1 })).toThrow(/full: [^]*seconds: /u);
  });

  it.each(['', '[]', 'null', '{}', '{"schema": "pawl/receive@1",}'])('%j is none', (text) => {
    expect(() => readReceiveSettings(text, 'x.json')).toThrow(expect.objectContaining({ code: 'invalid-settings' }));
  });
});
