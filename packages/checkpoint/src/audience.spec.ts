import { describe, expect, it } from 'vitest';
import { AGENT_VARIABLES, audienceOf, isKnownAgent } from './audience.ts';

const person = { env: {}, branch: 'main', terminal: true };

describe('audienceOf', () => {
  it('is a human at a terminal on an ordinary branch', () => {
    expect(audienceOf(person)).toBe('human');
  });

  it.each(AGENT_VARIABLES)('is an agent where %s is set', (name) => {
    expect(audienceOf({ ...person, env: { [name]: '1' } })).toBe('agent');
  });

  it('is an agent on a branch under agent/', () => {
    expect(audienceOf({ ...person, branch: 'agent/fix-login' })).toBe('agent');
  });

  it('is an agent where there is no terminal', () => {
    expect(audienceOf({ ...person, terminal: false })).toBe('agent');
  });

  it.each(['', '0', 'false'])('is a human where an agent variable is switched off with %j', (value) => {
    expect(audienceOf({ ...person, env: { CLAUDECODE: value } })).toBe('human');
  });

  it('is a human on a branch that only begins with the letters of agent', () => {
    expect(audienceOf({ ...person, branch: 'agents-page' })).toBe('human');
  });
});

describe('isKnownAgent', () => {
  it('does not take a missing terminal for an agent', () => {
    expect(isKnownAgent({ env: {}, branch: undefined })).toBe(false);
  });
});
