import { resolve } from 'node:path';
import type { Signing } from './append-lock.ts';
import type { Environment } from './find-anchor.ts';
import { demandOf } from './judge-signature.ts';
import { LedgerError } from './ledger-error.ts';
import { LOCK_NAMESPACE } from './signatures.ts';
import { recallAll, type Trust } from './trust.ts';

/** Which key signs, and whether somebody is there to unlock it. */
export interface SigningOptions {
  /** A key file, from the folder; else what PAWL_SIGNING_KEY names. */
  readonly keyFile: string | undefined;
  readonly cwd: string;
  readonly env: Environment;
  /** Whether a person at a terminal can be asked for a passphrase, a PIN or a touch. */
  readonly isInteractive: boolean;
}

/**
 * How the next lock is signed. To be asked before anything that takes a person's time: where a signature is wanted and
 * there is no key, it says so now.
 *
 * @throws LedgerError `signature-missing`; signing itself throws SignatureErrors.
 */
export async function openSigning(trust: Trust, options: SigningOptions): Promise<Signing> {
  const { cwd, env, isInteractive } = options;
  const named = options.keyFile ?? env['PAWL_SIGNING_KEY'];
  if (named === undefined || named === '') {
    await refuseUnsigned(trust);
    return { sign: undefined, trust };
  }
  const keyFile = resolve(cwd, named);
  const sign = async (text: string): Promise<string> => {
    const { signText } = await import('@pawl/signature');
    const signature = await signText(text, { keyFile, namespace: LOCK_NAMESPACE, env, isInteractive });
    // A key that can be used here can be used by an agent here, so it is looked for in this place from now on.
    await trust.memory.rememberKeyFile(keyFile);
    return signature;
  };
  return { sign, trust };
}

async function refuseUnsigned(trust: Trust): Promise<void> {
  const known = await recallAll(trust);
  const demanded = demandOf(known);
  if (demanded === 'unsigned') return;
  const who =
    known.found === undefined ? 'the locks seen here so far are' : `the anchor in ${known.found.from} wants locks`;
  throw new LedgerError('signature-missing', `${who} ${demanded}, and there is no key to sign with`, {
    next: 'name your key: --sign-with ~/.ssh/id_ed25519, or in PAWL_SIGNING_KEY',
  });
}
