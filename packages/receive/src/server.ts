import { openRepository, type Repository } from '@pawl/git';
import { type AuditTrust, openAudit, openAuditTrust, type Trust, trustedLock, type TrustedLock } from '@pawl/ledger';
import type { Context } from '@pawl/checkpoint';
import { ReceiveError } from './receive-error.ts';
import type { ReceiveSettings } from './settings.ts';

/** The bare repository that is pushed to, with the objects of the push, and what it is held against. */
export interface Server {
  readonly repository: Repository;
  readonly trust: Trust;
  readonly audit: AuditTrust;
}

/**
 * @throws ReceiveError `unsafe-server` where history is cut, or where objects would come in unchecked; GitError;
 *   LedgerError `anchor-unusable`
 */
export async function openServer(settings: ReceiveSettings, { cwd, env, now }: Context): Promise<Server> {
  const repository = await openRepository(cwd, { env, inheritGitEnvironment: true, cwd });
  const [fault] = await serverFaults(repository, settings);
  if (fault !== undefined) throw fault;
  const { trust, signaturesAt } = openAudit(repository, { env, now });
  const audit = await openAuditTrust(trust, signaturesAt, () => Promise.resolve(undefined));
  if (audit.known.found === undefined)
    throw new ReceiveError('unsafe-server', 'this server has no anchor, so no lock can be believed here', {
      next: 'whoever runs it writes one, pawl trust --print-anchor, and installs the hook again',
    });
  return { repository, trust, audit };
}

/** What would let through what cannot be judged. Told in plain words: it is nobody's code. */
export async function serverFaults(
  repository: Pick<Repository, 'isShallow' | 'receiveSettings'>,
  { hostChecksObjects }: Pick<ReceiveSettings, 'hostChecksObjects'>,
): Promise<readonly ReceiveError[]> {
  const [isShallow, git] = await Promise.all([repository.isShallow(), repository.receiveSettings()]);
  const isOn = (key: string): boolean => /^(?:true|yes|on|[1-9]\d*)$/iu.test(git.get(key) ?? '');
  const faults: ReceiveError[] = [];
  if (isShallow)
    faults.push(
      unsafe('the history of this repository is cut', 'whoever runs it fetches the rest: git fetch --unshallow'),
    );
  if (isOn('receive.shallowupdate'))
    faults.push(unsafe('a push may cut the history here', 'whoever runs it: git config --unset receive.shallowUpdate'));
  const checksObjects = git.has('receive.fsckobjects') ? isOn('receive.fsckobjects') : isOn('transfer.fsckobjects');
  if (!checksObjects && !hostChecksObjects)
    faults.push(unsafe('objects come in unchecked here', 'whoever runs it: git config receive.fsckObjects true'));
  return faults;
}

/** The lock by which a ref is judged: that of the branch itself where it has one. */
export async function lockFor(target: string | undefined, { repository, trust }: Server): Promise<TrustedLock> {
  const lock = await trustedLock({ store: repository, trust, target, branch: repository.branch() });
  if (lock !== undefined) return lock;
  throw new ReceiveError('no-lock', 'there is no lock here to judge by', {
    next: 'a person locks and pushes the lock first: pawl lock, pawl sync --share',
  });
}

function unsafe(what: string, next: string): ReceiveError {
  return new ReceiveError('unsafe-server', `${what}, so nothing that is pushed can be judged`, { next });
}
