import {
  type AnchorContent,
  type Assurance,
  changeAnchor,
  CHECKPOINT_NAMESPACE,
  isLess,
  LOCK_NAMESPACE,
} from '@pawl/ledger';
import { isKnownAgent } from './audience.ts';
import type { Context } from './context.ts';
import { knownNow, openRepositoryTrust, presentLock, raisedTo, repositoryId, type TrustRequest } from './trust.ts';
import { TrustError } from './trust-error.ts';
import { signerLine } from './trust-line.ts';

export type Role = 'signer' | 'verifier';

/** What a person wants to be trusted from now on. */
export type TrustChange =
  | { readonly kind: 'add'; readonly role: Role; readonly given: string; readonly name: string | undefined }
  /** By name or by fingerprint. */
  | { readonly kind: 'remove'; readonly role: Role; readonly who: string }
  | { readonly kind: 'require'; readonly assurance: Assurance };

/** Changes the user's own anchor of the repository, and gives the file. */
export async function changeTrust(request: TrustRequest, change: TrustChange, context: Context): Promise<string> {
  const { repository, trust } = await openRepositoryTrust(request, context);
  requirePerson(context, await repository.branch());
  const known = await knownNow(trust, await presentLock(repository, trust, request.target));
  if (known.found?.from === 'PAWL_ANCHOR') throw anchorIsSet();
  const id = repositoryId(known);
  // Before there was an anchor nothing was demanded, and a key that was only seen is not vouched for.
  const empty: AnchorContent = { repository: id, assurance: 'unsigned', locks: {}, signers: [], verifiers: [] };
  const file = await changeAnchor(repository, context.env, id, (now = empty) =>
    changed(raisedTo(known.memory, now), change, context),
  );
  if (change.kind === 'require' && isLess(change.assurance, known.memory.assurance))
    await trust.memory.settleFor(change.assurance);
  return file;
}

async function changed(anchor: AnchorContent, change: TrustChange, { cwd }: Context): Promise<AnchorContent> {
  switch (change.kind) {
    case 'add':
      return add(anchor, change, cwd);
    case 'remove':
      return remove(anchor, change);
    case 'require':
      return requireAssurance(anchor, change.assurance);
  }
}

const LINES = { signer: 'signers', verifier: 'verifiers' } as const;
const NAMESPACES: Readonly<Record<Role, string>> = { signer: LOCK_NAMESPACE, verifier: CHECKPOINT_NAMESPACE };

async function add(
  anchor: AnchorContent,
  { role, given, name }: Extract<TrustChange, { kind: 'add' }>,
  cwd: string,
): Promise<AnchorContent> {
  const line = await signerLine({ given, name, namespace: NAMESPACES[role] }, cwd);
  const { fingerprintOf, parseSigners } = await import('@pawl/signature');
  const lines = anchor[LINES[role]];
  const [added] = parseSigners([line]);
  const same = parseSigners(lines).find(({ key }) => added && fingerprintOf(key) === fingerprintOf(added.key));
  if (same !== undefined)
    throw new TrustError('already-trusted', `the key is there already, as that of ${same.principal}`, {
      next: `to change what it may, remove it first: pawl trust remove-${role} ${same.principal}`,
    });
  return { ...anchor, [LINES[role]]: [...lines, line] };
}

async function remove(
  anchor: AnchorContent,
  { role, who }: Extract<TrustChange, { kind: 'remove' }>,
): Promise<AnchorContent> {
  const { fingerprintOf, parseSigners } = await import('@pawl/signature');
  const lines = anchor[LINES[role]];
  const kept = lines.filter((line) =>
    parseSigners([line]).every(({ principal, key }) => principal !== who && fingerprintOf(key) !== who),
  );
  if (kept.length === lines.length)
    throw new TrustError('not-trusted', `no ${role} has the name or the fingerprint ${JSON.stringify(who)}`, {
      next: 'see who is trusted: pawl trust',
    });
  return requireAssurance({ ...anchor, [LINES[role]]: kept }, anchor.assurance);
}

function requireAssurance(anchor: AnchorContent, assurance: Assurance): AnchorContent {
  if (assurance !== 'unsigned' && anchor.signers.length === 0)
    throw new TrustError('nobody-may-sign', `nobody would be left who may sign, and ${assurance} is demanded`, {
      next: 'name who may: pawl trust add-signer KEY.pub; or demand less: pawl trust require unsigned',
    });
  return { ...anchor, assurance };
}

/** It is no proof that nobody else does: who owns the machine can write the file. It keeps an agent from doing it by mistake. */
function requirePerson({ env, terminal }: Context, branch: string | undefined): void {
  const next = 'a person runs it in a terminal of their own, outside a branch under agent/';
  if (isKnownAgent({ env, branch }))
    throw new TrustError('agent-may-not-trust', 'only a person says whom to trust', { next });
  if (!terminal)
    throw new TrustError('needs-a-terminal', 'whom to trust is said at a terminal, and there is none', { next });
}

function anchorIsSet(): TrustError {
  return new TrustError(
    'anchor-is-set',
    'what is trusted here is what PAWL_ANCHOR says, so a file would change nothing',
    {
      next: 'change it where PAWL_ANCHOR is set; pawl trust --print-anchor writes it out',
    },
  );
}
