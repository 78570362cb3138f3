import { check, type Checked, type CheckRequest, type Context, verifiedElsewhere } from '@pawl/checkpoint';
import { readResolvedConfig } from '@pawl/config';
import type { TrustedLock } from '@pawl/ledger';
import type { GatedUpdate } from './gated-updates.ts';
import type { Pusher } from './pusher.ts';
import { ReceiveError } from './receive-error.ts';
import { lockFor, type Server } from './server.ts';
import type { ReceiveSettings } from './settings.ts';

export interface JudgedPush {
  readonly server: Server;
  readonly settings: ReceiveSettings;
  readonly pusher: Pusher;
  readonly context: Context;
  /** The branches that have a lock of their own. */
  readonly targets: ReadonlySet<string>;
}

/**
 * Judges what one ref would name against the lock: never what is new of it, since commits can be laundered through another
 * ref first (R01). A protected branch must not become worse than it is either, or a mended hole could be opened again.
 *
 * @param judged is told each verdict at once: a stop counts, whatever cannot be told after it.
 * @throws ReceiveError `not-verified`, `unsafe-tests`, `no-lock`; and what a check throws where it cannot tell.
 */
export async function judgeUpdate(
  update: GatedUpdate,
  push: JudgedPush,
  judged: (checked: Checked) => void,
): Promise<void> {
  const { settings, server, context } = push;
  const target = protectedBranch(update.ref, push.targets);
  const lock = await lockFor(target, server);
  if (settings.mode === 'verify') return requireVerified(update, lock, server);
  const tier = update.isFull && settings.full === 'run' ? 'full' : 'fast';
  if (tier === 'full') refuseTests(lock, settings);
  for (const loop of loopsOf(update, target, lock)) judged(await check(question(update, loop, tier, push), context));
  if (update.isFull && settings.full === 'require') await requireVerified(update, lock, server);
}

/** A name of a branch cannot end like this: it is the same branch, compared with what it was. */
function loopsOf({ ref, from }: GatedUpdate, target: string | undefined, { lock }: TrustedLock): readonly string[] {
  return target === undefined || from === undefined || from === lock.commit ? [ref] : [ref, `${ref}^`];
}

export function protectedBranch(ref: string, targets: ReadonlySet<string>): string | undefined {
  const branch = ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : undefined;
  return branch !== undefined && targets.has(branch) ? branch : undefined;
}

function question(
  { ref, commit }: GatedUpdate,
  loop: string,
  tier: CheckRequest['tier'],
  { settings, pusher, targets }: JudgedPush,
): CheckRequest {
  return {
    directory: undefined,
    base: undefined,
    head: commit,
    target: protectedBranch(ref, targets),
    tier,
    only: undefined,
    audience: pusher.isPerson ? 'human' : 'agent',
    cache: true,
    logs: [],
    baseLogs: [],
    loop,
    identity: pusher.identity,
    signAs: settings.signAs,
  };
}

async function requireVerified(
  { ref, commit }: GatedUpdate,
  lock: TrustedLock,
  { repository, audit }: Server,
): Promise<void> {
  if (await verifiedElsewhere({ repository, lock, commit, loop: ref }, audit)) return;
  throw new ReceiveError('not-verified', `no verifier has found ${commit} good by the present lock`, {
    next: `let CI judge it, sign and push the record: pawl check --head ${commit} --sign-as KEYFILE, pawl sync`,
  });
}

/** The security tests of a project run its code, and code that was pushed a moment ago is nobody's to trust (C12). */
function refuseTests({ lock }: TrustedLock, { runTests }: ReceiveSettings): void {
  if (runTests || readResolvedConfig(lock.configuration).securityTests.suites.length === 0) return;
  throw new ReceiveError('unsafe-tests', 'the lock has security tests, and this server runs no code that is pushed', {
    next: 'whoever runs it sets "full" to "require", or "runTests" to true on a machine that has nothing to lose',
  });
}
