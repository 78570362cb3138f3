import { resolve } from 'node:path';
import { isPawlError } from '@pawl/errors';
import {
  fingerprintOf,
  formatSigner,
  isOnThisMachine,
  keyOfSignature,
  parseSigners,
  type SignatureErrorCode,
  verifySignature,
} from '@pawl/signature';
import { LedgerError, type LedgerErrorCode } from './ledger-error.ts';
import type { Signatures } from './signatures.ts';
import type { Environment } from './find-anchor.ts';
import { homeFolder } from './user-folders.ts';

/** The principal of a key for which nobody but the memory vouches. */
const FIRST_SEEN = 'first-seen';

export function openSignatures(env: Environment, now: () => Date): Signatures {
  const signingKey = env['PAWL_SIGNING_KEY'];
  return {
    checkLines: (lines) => void asLedger(() => parseSigners(lines), ANCHOR_CODES),
    verify: (text, signature, namespace, lines) =>
      asLedger(() => {
        const question = { text, signature, namespace, signers: parseSigners(lines), at: now() };
        const { principal, key, isHardware } = verifySignature(question);
        return { principal, fingerprint: fingerprintOf(key), isHardware };
      }),
    lineOf: (signature, namespace) =>
      asLedger(() => formatSigner({ principal: FIRST_SEEN, namespaces: [namespace], key: keyOfSignature(signature) })),
    isOnThisMachine: async (fingerprint, lines, keyFiles) => {
      const signer = parseSigners(lines).find(({ key }) => fingerprintOf(key) === fingerprint);
      if (signer === undefined) return 'unknown';
      const signingKeys = [...keyFiles, ...(signingKey ? [resolve(signingKey)] : [])];
      return isOnThisMachine(signer.key, { env, home: homeFolder(env), signingKeys });
    },
  };
}

const CODES: Readonly<Record<SignatureErrorCode, LedgerErrorCode>> = {
  'signers-malformed': 'anchor-unusable',
  'signer-wildcard': 'signer-wildcard',
  'signature-malformed': 'signature-malformed',
  'unsupported-key': 'signature-malformed',
  'unsupported-algorithm': 'signature-malformed',
  'signature-wrong': 'signature-wrong',
  'presence-missing': 'presence-missing',
  'namespace-wrong': 'namespace-wrong',
  'signer-unknown': 'signer-unknown',
  'signer-not-allowed-namespace': 'signer-not-allowed-namespace',
  'signer-expired': 'signer-expired',
  'signer-not-yet-valid': 'signer-not-yet-valid',
  'key-unusable': 'signature-malformed',
  'signing-failed': 'signature-malformed',
};

/** A key that is not accepted is a mistake of who named it, and not of who signed. */
const ANCHOR_CODES: typeof CODES = { ...CODES, 'unsupported-key': 'anchor-unusable' };

function isKnown(code: string): code is SignatureErrorCode {
  return Object.hasOwn(CODES, code);
}

function asLedger<T>(work: () => T, codes: typeof CODES = CODES): T {
  try {
    return work();
  } catch (cause) {
    if (!isPawlError(cause) || !isKnown(cause.code)) throw cause;
    throw new LedgerError(codes[cause.code], cause.message, { ...(cause.next && { next: cause.next }), cause });
  }
}
