import type { Notified } from '../notify-by-hand.ts';
import { describeDocument } from '../testing/documents.ts';
import { HOSTILE, HOSTILE_TEXT } from '../testing/hostile.ts';
import { describeOutput } from '../testing/shows.ts';
import { notifyJson } from './notify-json.ts';
import { notifyText } from './notify-text.ts';

const number = '7a494716';

const OWED = {
  empty: { what: 'nobody' },
  typical: {
    what: 'owed',
    deliveries: [
      { kind: 'sent', channel: 'chat', case: number },
      { kind: 'sent', channel: 'post', case: number },
    ],
    damaged: [],
    fault: undefined,
  },
  failing: {
    what: 'owed',
    deliveries: [
      { kind: 'sent', channel: 'chat', case: number },
      { kind: 'skipped', channel: 'tracker', case: number, why: 'it was told less than a minute ago' },
      {
        kind: 'failed',
        channel: 'post',
        case: number,
        why: 'its server does not take the password in the environment variable PAWL_SMTP_PASSWORD',
        next: 'set PAWL_SMTP_PASSWORD where the gate runs',
      },
    ],
    damaged: ['/home/ada/.local/state/pawl/outbox/damaged/3f2a91c0.json'],
    fault: { why: 'the outbox cannot be read or written', next: 'look at its folder and its owner' },
  },
  hostile: {
    what: 'owed',
    deliveries: [{ kind: 'failed', channel: HOSTILE.ansi, case: number, why: HOSTILE_TEXT, next: HOSTILE.github }],
    damaged: [HOSTILE.longPath],
    fault: { why: HOSTILE.azure, next: HOSTILE.githubLine },
  },
} as const satisfies Record<string, Notified>;

const TEST = {
  empty: { what: 'test', deliveries: [] },
  typical: { what: 'test', deliveries: OWED.typical.deliveries },
  failing: { what: 'test', deliveries: OWED.failing.deliveries },
  hostile: { what: 'test', deliveries: OWED.hostile.deliveries },
} as const satisfies Record<string, Notified>;

const nothingOwed: Notified = { what: 'owed', deliveries: [], damaged: [], fault: undefined };

describeOutput<Notified>('notify', { ...OWED, empty: nothingOwed }, notifyText);
describeOutput<Notified>('notify-test', TEST, notifyText);
describeDocument<Notified>('notify', { ...OWED, nothingOwed, ...prefixed(TEST) }, notifyJson);

function prefixed(states: Readonly<Record<string, Notified>>): Record<string, Notified> {
  return Object.fromEntries(Object.entries(states).map(([name, state]) => [`test ${name}`, state]));
}
