import { Encrypter } from 'age-encryption';
import { pad } from './padding.ts';
import { SealError } from './seal-error.ts';

/** An X25519 recipient; the library would also take tokens and post-quantum keys, whose stanzas differ in size. */
const X25519 = /^age1[02-9ac-hj-np-z]{58}$/u;

/**
 * Encrypts for the reviewers (age v1, X25519), padded so that the size tells nothing. Whoever is named twice is named once.
 *
 * The recipients come from the lock, never from what is judged: else who is stopped would choose who reads why (L18).
 *
 * @throws SealError `no-recipient`, `recipient-invalid`, `too-large`
 */
export async function seal(plain: Uint8Array, recipients: readonly string[]): Promise<Uint8Array> {
  const all = [...new Set(recipients)];
  if (all.length === 0)
    throw new SealError('no-recipient', 'nobody is named who could read what is sealed', {
      next: 'name reviewers by their age recipients: "reviewers" in pawl.config.jsonc, then pawl lock',
    });
  const encrypter = new Encrypter();
  for (const recipient of all) add(encrypter, recipient);
  const padded = pad(plain);
  try {
    return await encrypter.encrypt(padded);
  } catch (cause) {
    // A point that shares no secret with anybody is a recipient that nobody holds.
    throw invalid(all.join(', '), cause);
  }
}

function add(encrypter: Encrypter, recipient: string): void {
  if (!X25519.test(recipient)) throw invalid(recipient);
  try {
    encrypter.addRecipient(recipient);
  } catch (cause) {
    throw invalid(recipient, cause);
  }
}

function invalid(recipient: string, cause?: unknown): SealError {
  return new SealError('recipient-invalid', `${JSON.stringify(recipient)} is no age recipient (X25519)`, {
    next: 'copy it again: age-keygen -y KEY prints it',
    cause,
  });
}
