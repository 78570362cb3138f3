import { describe, expect, it } from 'vitest';
import { readInputs } from './inputs.ts';

const given = (inputs: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));

describe('when inputs are read', () => {
  it('an empty one is one that nobody gave', () => {
    expect(readInputs(given({ anchor: '  ', tier: '', people: '' }))).toMatchObject({
      anchor: undefined,
      assurance: 'advisory',
      tier: 'full',
      mode: 'recompute',
      fetch: 'auto',
      ledger: 'read',
      securityTests: 'refuse',
      commands: 'refuse',
      details: 'none',
      annotations: false,
    });
  });

  it('logins are told apart by no letter case', () => {
    expect([...readInputs(given({ people: 'Ann, bob\n  CARL' })).people]).toEqual(['ann', 'bob', 'carl']);
  });

  it.each([
    ['a tier that there is not', { tier: 'Full' }, 'tier must be one of full, fast'],
    ['a yes that is none', { annotations: 'yes' }, 'annotations must be one of false, true'],
    ['a base that wants a verifier', { base: 'event', mode: 'require', assurance: 'unsigned' }, 'exclude each other'],
    ['a base with a lock', { base: 'event' }, 'say assurance: unsigned'],
    ['a base that is to be recorded', { base: 'main', assurance: 'unsigned', ledger: 'push' }, 'nothing is recorded'],
    ['a verifier in the fast tier', { mode: 'require', tier: 'fast' }, 'wants the full tier'],
  ])('%s is a mistake', (_, inputs, why) => {
    expect(() => readInputs(given(inputs))).toThrow(
      expect.objectContaining({ code: 'malformed-input', message: expect.stringContaining(why) }),
    );
  });
});
