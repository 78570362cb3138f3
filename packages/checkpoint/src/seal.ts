import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { canonicalJson } from '@pawl/baseline';
import type { Config } from '@pawl/config';
import { PawlError } from '@pawl/errors';
import type { Repository } from '@pawl/git';
import { listLoops, walkBack } from '@pawl/ledger';

export class SealedError extends PawlError<'nothing-sealed' | 'identity-unreadable' | 'sealed-unreadable'> {}

/** What is sealed: logs exactly as they were handed in, so that a person recomputes the very verdict with them. */
interface Sealed {
  readonly schema: 'pawl/sealed@1';
  readonly logs: readonly string[];
}

/** A log may grow a thousandfold when it is unpacked, and it was sealed by somebody else. */
const MAX_BYTES = 512 * 1024 * 1024;

/**
 * What belongs beside the checkpoint of a case as `sealed.age`: the logs that were handed in, which nobody can make again.
 * `undefined` where there is none, or where the lock names no reviewers.
 *
 * @param config of the lock, never of what is judged: else who is stopped would choose who reads why (L18).
 */
export async function sealedLogs(
  logs: readonly string[],
  config: Pick<Config, 'reviewers'>,
): Promise<Uint8Array | undefined> {
  if (logs.length === 0 || config.reviewers.length === 0) return undefined;
  const { seal } = await import('@pawl/escalation');
  const sealed: Sealed = { schema: 'pawl/sealed@1', logs };
  return seal(await promisify(gzip)(canonicalJson(sealed)), config.reviewers);
}

/**
 * The logs that were sealed for a case, opened with a reviewer's identity file.
 *
 * @param identityFile from the folder `cwd`
 * @throws SealedError; SealError `not-for-you`, `sealed-damaged`, `identity-invalid`; LedgerError `corrupt-loop`
 */
export async function openSealed(
  repository: Repository,
  caseNumber: string,
  { identityFile, cwd }: { readonly identityFile: string; readonly cwd: string },
): Promise<readonly string[]> {
  const identity = await identityIn(resolve(cwd, identityFile));
  const sealed = await sealedOf(repository, caseNumber);
  if (sealed === undefined)
    throw new SealedError('nothing-sealed', `nothing is sealed for case ${caseNumber} here`, {
      next: `recompute it without: pawl review ${caseNumber}; or fetch the loop that was stopped: pawl sync`,
    });
  const { unseal } = await import('@pawl/escalation');
  return readSealed(await unseal(sealed, identity));
}

/** The newest one: a case that stopped again was sealed with the newest logs. */
async function sealedOf(repository: Repository, caseNumber: string): Promise<Uint8Array | undefined> {
  for (const loop of (await listLoops(repository)).keys())
    for await (const { statement, sealed } of walkBack(repository, loop))
      if (statement.predicate.case === caseNumber && sealed !== undefined) return sealed;
  return undefined;
}

async function identityIn(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new SealedError('identity-unreadable', `the identity file cannot be read: ${why}`, {
      next: 'name the file that age-keygen wrote: --identity FILE',
      cause,
    });
  }
}

/** Whoever knows a recipient can seal: what comes out is as strange as anything else. */
async function readSealed(bytes: Uint8Array): Promise<readonly string[]> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      await promisify(gunzip)(bytes, { maxOutputLength: MAX_BYTES }),
    );
    const value = JSON.parse(text) as Partial<Sealed> | null;
    if (value?.schema !== 'pawl/sealed@1') throw new Error('its schema is not known');
    const { logs } = value;
    if (!Array.isArray(logs) || !logs.every((log) => typeof log === 'string')) throw new Error('it holds no logs');
    return logs;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new SealedError('sealed-unreadable', `what was sealed is not what Pawl seals: ${why}`, {
      next: 'update Pawl to the version that sealed it, or find out who did',
      cause,
    });
  }
}
