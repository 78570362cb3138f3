import { broken, type Found, note, ok, unknown } from '../check-up.ts';
import { isUnread } from '../fact.ts';
import { counted } from '../plural.ts';
import type { NotifyFacts } from './notify-facts.ts';

const CONFIGURE = 'write "notify" in pawl.config.jsonc, then npx pawl lock';

/** Whether a person would hear of a stop. */
export function checkNotify({ channels, owed }: NotifyFacts): readonly Found[] {
  if (isUnread(channels))
    return [unknown('notify-channels', `who is told cannot be read: ${channels.unread}`, channels.next ?? CONFIGURE)];
  if (channels.is === undefined || channels.is.length === 0)
    return [note('notify-channels', 'nobody is told when a loop stops, but by the answer itself', CONFIGURE)];
  const names = channels.is.map(({ name, kind }) => (name === kind ? name : `${name} (${kind})`)).join(', ');
  const faults = channels.is.flatMap(({ name, fault }) =>
    fault === undefined ? [] : [broken('notify-secrets', `${name}: ${fault.why}`, fault.next)],
  );
  return [
    ok('notify-channels', names),
    ...(faults.length > 0 ? faults : [ok('notify-secrets', 'what each channel needs to know can be read here')]),
    isUnread(owed)
      ? unknown('notify-owed', `what waits to be sent cannot be read: ${owed.unread}`, 'npx pawl notify')
      : owed.is > 0
        ? broken('notify-owed', `${counted(owed.is, 'message')} about a stop could not be sent yet`, 'npx pawl notify')
        : ok('notify-owed', 'every message was sent'),
  ];
}
