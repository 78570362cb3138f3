import type { Trusted } from '@pawl/checkpoint';
import { broken, type Found, note, ok, unknown, weak } from '../check-up.ts';
import { isUnread } from '../fact.ts';
import { RELOCK } from '../mend.ts';
import { counted } from '../plural.ts';
import type { LockFacts } from './lock-facts.ts';

/** Whether there is a lock that counts, how much it is worth, and what waits for a person. */
export function checkLock(facts: LockFacts): readonly Found[] {
  return [
    ...checkPresent(facts),
    ...checkAge(facts),
    ...checkDrift(facts),
    ...checkWaivers(facts),
    ...checkLoops(facts),
    ...checkChains(facts),
  ];
}

function checkPresent({ trusted, hasRemote }: LockFacts): readonly Found[] {
  if (isUnread(trusted)) return [unknown('lock', trusted.unread, trusted.next ?? 'npx pawl trust')];
  const { lock } = trusted.is;
  switch (lock.kind) {
    case 'none':
      return [
        weak(
          'lock',
          'there is no lock, so nothing is judged and every commit goes through',
          hasRemote ? `npx pawl sync, which fetches the one of the remote; where there is none: ${RELOCK}` : RELOCK,
        ),
      ];
    case 'refused':
      return [broken('lock', `the lock does not count: ${lock.why}`, lock.next ?? 'npx pawl trust')];
    case 'counts': {
      const { target, sequence, commit } = lock.stored.lock;
      const said = `${target} is locked at ${commit.slice(0, 12)}, sequence ${sequence}, the newest one seen here`;
      return [ok('lock', said), checkAssurance(trusted.is, lock.stored.assurance)];
    }
  }
}

function checkAssurance({ anchor }: Trusted, assurance: string): Found {
  switch (assurance) {
    case 'locked':
      return ok('lock-assurance', 'locked: signed with a key that the agent cannot use');
    case 'advisory':
      return note(
        'lock-assurance',
        anchor === undefined
          ? 'advisory: signed, and nobody outside the repository vouches for the key'
          : 'advisory: signed with a key that an agent on this machine may be able to use',
        anchor === undefined
          ? 'npx pawl trust add-signer KEY.pub'
          : 'sign with a hardware key: ssh-keygen -t ed25519-sk',
      );
    default:
      return note(
        'lock-assurance',
        'unsigned: enough for one person; an agent with a shell could lock for itself',
        'npx pawl trust add-signer KEY.pub, then npx pawl lock --sign-with KEY',
      );
  }
}

const DAY_MS = 86_400_000;
const SOON_DAYS = 7;
const OLD_DAYS = 183;

function checkAge({ trusted, now }: LockFacts): readonly Found[] {
  if (isUnread(trusted) || trusted.is.lock.kind !== 'counts') return [];
  const { lockedAt, expires } = trusted.is.lock.stored.lock;
  const age = Math.floor((now.getTime() - Date.parse(lockedAt)) / DAY_MS);
  // Written so that an instant which is none counts as one that is wrong.
  if (!(age >= -1))
    return [
      weak('lock-age', `the lock says that it was made at ${lockedAt}, which is yet to come`, 'set the clock: date'),
    ];
  const left = expires === null ? undefined : daysUntil(new Date(expires), now);
  if (left !== undefined && left <= SOON_DAYS)
    return [weak('lock-age', `the lock expires in ${counted(left, 'day')}, and then nothing passes`, RELOCK)];
  const said = `locked ${age <= 0 ? 'today' : `${counted(age, 'day')} ago`}${left === undefined ? '' : `, for ${counted(left, 'more day')}`}`;
  return [
    age > OLD_DAYS
      ? note('lock-age', said, `look whether it still says what you want: ${RELOCK}`)
      : ok('lock-age', said),
  ];
}

function daysUntil(end: Date, now: Date): number {
  return Math.max(0, Math.floor((end.getTime() - now.getTime()) / DAY_MS));
}

function checkDrift({ drift, trusted }: LockFacts): readonly Found[] {
  if (isUnread(drift))
    return [
      unknown(
        'drift',
        `how far the branch has slipped cannot be told: ${drift.unread}`,
        drift.next ?? 'npx pawl status',
      ),
    ];
  return drift.is.map(({ weight, limit, isAtLeast }) => {
    const target =
      isUnread(trusted) || trusted.is.lock.kind !== 'counts' ? 'the branch' : trusted.is.lock.stored.lock.target;
    const said = `${target} has slipped by ${isAtLeast ? 'at least ' : ''}${weight} since the lock (limit ${limit})`;
    if (weight > limit) return weak('drift', said, `npx pawl status shows it; then ${RELOCK}`);
    return weight > 0 ? note('drift', said, 'npx pawl status') : ok('drift', said);
  });
}

function checkWaivers({ waivers: { ends, most }, now }: LockFacts): readonly Found[] {
  if (ends.length === 0) return [];
  const soon = ends.filter((end) => daysUntil(end, now) <= SOON_DAYS).length;
  const said = `${counted(ends.length, 'finding')} waived, of at most ${most}`;
  if (soon > 0)
    return [
      note(
        'waivers',
        `${said}; ${soon} of them within ${SOON_DAYS} days from now no longer`,
        'mend the finding, or npx pawl waive',
      ),
    ];
  if (ends.length >= most) return [note('waivers', `${said}: no more can be waived`, 'mend a finding that is waived')];
  return [ok('waivers', said)];
}

function checkLoops({ loops, isAgent }: LockFacts): readonly Found[] {
  if (isUnread(loops))
    return [unknown('loops', `the loops cannot be read: ${loops.unread}`, loops.next ?? 'npx pawl verify')];
  const stopped = loops.is.filter(({ latch }) => latch.length > 0);
  if (stopped.length === 0)
    return [
      ok(
        'loops',
        loops.is.length === 0 ? 'nothing was judged yet' : `${counted(loops.is.length, 'loop')}, none stopped`,
      ),
    ];
  return stopped.map(({ name, latch }) =>
    note(
      'loops',
      `the loop ${name} is stopped by case ${latch.join(', ')}`,
      isAgent ? 'a person decides' : `npx pawl review ${latch[0] ?? ''}`.trim(),
    ),
  );
}

function checkChains({ damaged, loops }: LockFacts): readonly Found[] {
  if (damaged.length > 0) return damaged.map(({ why, next }) => broken('chains', why, next ?? 'npx pawl verify'));
  return isUnread(loops) || loops.is.length === 0
    ? []
    : [ok('chains', 'the newest entry of every loop is as it was seen')];
}
