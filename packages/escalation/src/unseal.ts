import { Decrypter, type Identity } from 'age-encryption';
import { unpad } from './padding.ts';
import { SealError } from './seal-error.ts';

/**
 * What was sealed.
 *
 * @param identity The text of an identity file as `age-keygen` writes it: one `AGE-SECRET-KEY-1…` a line, comments with `#`.
 * @throws SealError `identity-invalid`, `not-for-you`, `sealed-damaged`
 */
export async function unseal(sealed: Uint8Array, identity: string): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  for (const line of identitiesIn(identity)) add(decrypter, line);
  // Asked last: it only notes that no identity before it could open anything.
  const last = nobody();
  decrypter.addIdentity(last);
  const padded = await decrypter.decrypt(sealed).catch((cause: unknown) => {
    throw last.wasAsked() ? notForYou() : damaged(cause);
  });
  const plain = unpad(padded);
  if (plain === undefined) throw damaged(undefined);
  return plain;
}

function identitiesIn(text: string): readonly string[] {
  const lines = text.split(/\r?\n/u).map((line) => line.trim());
  const identities = lines.filter((line) => line !== '' && !line.startsWith('#'));
  if (identities.length === 0) throw invalid();
  return identities;
}

function add(decrypter: Decrypter, line: string): void {
  if (!line.startsWith('AGE-SECRET-KEY-1')) throw invalid();
  try {
    decrypter.addIdentity(line);
  } catch (cause) {
    throw invalid(cause);
  }
}

function nobody(): Identity & { readonly wasAsked: () => boolean } {
  let asked = false;
  return {
    unwrapFileKey() {
      asked = true;
      return null;
    },
    wasAsked: () => asked,
  };
}

/** The line itself is a secret and is not repeated. */
function invalid(cause?: unknown): SealError {
  return new SealError('identity-invalid', 'there is no usable age identity (AGE-SECRET-KEY-1…) in the file', {
    next: 'name the file that age-keygen wrote: --identity FILE',
    cause,
  });
}

function notForYou(): SealError {
  return new SealError('not-for-you', 'it was not sealed for this identity', {
    next: 'ask a reviewer whom the lock names, or use the identity that belongs to it: --identity FILE',
  });
}

function damaged(cause: unknown): SealError {
  return new SealError('sealed-damaged', 'what is sealed was changed, cut or never sealed', {
    next: 'fetch it again from where it was written: pawl sync',
    cause,
  });
}
