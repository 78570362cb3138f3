import { check, type Checked, type Context, verifiedElsewhere } from '@pawl/checkpoint';
import { openAudit, openAuditTrust } from '@pawl/ledger';
import { ActionError } from './action-error.ts';
import type { Inputs } from './inputs.ts';
import type { Law } from './law.ts';
import type { Place } from './open-place.ts';
import type { PrivateFolder } from './private-folder.ts';
import { isOfPeople, type Subject } from './subject.ts';

export interface Judging {
  readonly place: Place;
  readonly inputs: Inputs;
  readonly subject: Subject;
  readonly law: Law;
  readonly tier: Inputs['tier'];
  readonly folder: PrivateFolder;
  readonly context: Context;
}

/** Judges the commit here, and records that in the repository where there is a lock. */
export async function judge({ place, inputs, subject, law, tier, folder, context }: Judging): Promise<Checked> {
  const { signingKey, identity, people } = inputs;
  return check(
    {
      directory: place.dir,
      base: law.base,
      head: subject.head,
      target: law.lock?.lock.target,
      tier,
      only: undefined,
      audience: isOfPeople(subject, people) ? 'human' : 'agent',
      // Below a folder of this job alone: what another job left there would be an answer that nobody found.
      cache: true,
      logs: [],
      baseLogs: [],
      loop: subject.loop,
      identity,
      // A secret that was pasted without its last line break is no key to OpenSSH.
      signAs: signingKey === undefined ? undefined : await folder.write('key', `${signingKey}\n`),
    },
    context,
  );
}

/**
 * Requires that a verifier has judged the commit.
 *
 * @throws ActionError `not-verified`, `anchor-missing`; LedgerError where a record cannot be read
 */
export async function requireVerified({ place, subject, law: { lock }, context }: Judging): Promise<void> {
  const { repository } = place;
  const { trust, signaturesAt } = openAudit(repository, context);
  const audit = await openAuditTrust(trust, signaturesAt, () => Promise.resolve(lock?.lock.repository));
  if (audit.known.found === undefined || lock === undefined)
    throw new ActionError('anchor-missing', 'only an anchor says which verifier counts', {
      next: 'say anchor: ${{ vars.PAWL_ANCHOR }}',
    });
  const commit = await repository.resolveCommit(subject.head);
  if (await verifiedElsewhere({ repository, lock, commit, loop: subject.loop }, audit)) return;
  throw new ActionError('not-verified', `no verifier has found ${commit} good by the present lock`, {
    next: 'let the job that has the key judge it first, with ledger: push and signing-key:',
  });
}
