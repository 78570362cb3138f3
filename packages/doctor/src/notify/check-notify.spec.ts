import { describe, expect, it } from 'vitest';
import { only, told } from '../told.fixture.ts';
import { checkNotify } from './check-notify.ts';

const CHAT = { name: 'chat', kind: 'slack', fault: undefined };
const UNREAD = { unread: 'no', next: undefined };

describe('when it is looked at who is told', () => {
  it('all is well with a channel that can be used', () => {
    expect(told(checkNotify({ channels: { is: [CHAT] }, owed: { is: 0 } }))).toEqual([
      'notify-channels ok',
      'notify-secrets ok',
      'notify-owed ok',
    ]);
  });

  it.each([undefined, []])('nobody is worth knowing: %j', (channels) => {
    expect(told(checkNotify({ channels: { is: channels }, owed: { is: 0 } }))).toEqual(['notify-channels note']);
  });

  it('a secret that cannot be read is broken, with what the channel says of it', () => {
    const fault = { why: 'the environment variable HOOK is not set', next: 'set HOOK where the gate runs' };
    const found = checkNotify({ channels: { is: [CHAT, { ...CHAT, name: 'mail', fault }] }, owed: { is: 0 } });
    expect(only(found, 'notify-secrets')).toEqual({
      check: 'notify-secrets',
      level: 'broken',
      said: 'mail: the environment variable HOOK is not set',
      next: 'set HOOK where the gate runs',
    });
  });

  it('messages that wait are broken', () => {
    const found = checkNotify({ channels: { is: [CHAT] }, owed: { is: 2 } });
    expect(only(found, 'notify-owed')).toMatchObject({ level: 'broken', next: 'npx pawl notify' });
  });

  it('what cannot be read is not called well', () => {
    expect(told(checkNotify({ channels: UNREAD, owed: UNREAD }))).toEqual(['notify-channels unknown']);
    expect(only(checkNotify({ channels: { is: [CHAT] }, owed: UNREAD }), 'notify-owed').level).toBe('unknown');
  });
});
