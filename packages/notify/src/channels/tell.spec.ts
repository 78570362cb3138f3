import { describe, expect, it } from 'vitest';
import type { Channel } from '../settings/settings.ts';
import { NOTICE, turnOf, world } from '../world.fixture.ts';
import { tell } from './tell.ts';

const OFFICE: Channel = { kind: 'teams', name: 'office', url: { env: 'PAWL_URL' }, private: false };
const MAIL: Channel = { kind: 'mail', name: 'mail', from: 'pawl@acme.example', to: ['alice@acme.example'] };

describe('when an address comes from the environment', () => {
  it.each([
    ['without TLS', 'http://T0KEN.example/x'],
    ['with a user', 'https://T0KEN:x@hooks.example/x'],
    ['of this machine', 'https://127.0.0.1/T0KEN'],
    ['of a file', 'file:///T0KEN'],
    ['that is none', 'T0KEN'],
  ])('one %s is refused as it would be in the settings, and not repeated', async (_, address) => {
    const { means, sent } = world({ means: { env: { PAWL_URL: address } } });
    const attempt = await tell(OFFICE, NOTICE, turnOf(means));
    expect(attempt).toMatchObject({ kind: 'failed', again: false });
    expect(JSON.stringify(attempt)).not.toContain('T0KEN');
    expect(sent).toEqual([]);
  });
});

describe('when a mail is sent', () => {
  it('the usual places of sendmail are tried, and the recipients are arguments', async () => {
    const { means, ran } = world({
      end: ({ program }) => (program === '/usr/lib/sendmail' ? { kind: 'ended', status: 0 } : { kind: 'missing' }),
    });
    expect(await tell(MAIL, NOTICE, turnOf(means))).toEqual({ kind: 'sent' });
    expect(ran.map(({ program, args }) => [program, ...args])).toEqual(
      ['/usr/sbin/sendmail', '/usr/lib/sendmail'].map((program) => [
        program,
        '-i',
        '-f',
        'pawl@acme.example',
        'alice@acme.example',
      ]),
    );
  });

  it('without a sendmail it is a failure: somebody waits for that mail', async () => {
    const { means } = world({ end: () => ({ kind: 'missing' }) });
    expect(await tell(MAIL, NOTICE, turnOf(means))).toMatchObject({ kind: 'failed' });
  });

  it('a program in the repository is not run', async () => {
    const { means, ran } = world({ means: { workTree: import.meta.dirname } });
    const channel = { ...MAIL, program: import.meta.filename };
    expect(await tell(channel, NOTICE, turnOf(means))).toMatchObject({ why: 'its program lies in the repository' });
    expect(ran).toEqual([]);
  });
});

describe('when something is wrong that nobody thought of', () => {
  it('it is a failure like others', async () => {
    const { means, ran } = world();
    const channel = { ...MAIL, from: 'pawl@acme.example\nBcc: all@evil.example' };
    expect(await tell(channel, NOTICE, turnOf(means))).toMatchObject({ kind: 'failed', next: 'pawl doctor' });
    expect(ran).toEqual([]);
  });
});
