import { createPublicKey, type KeyObject } from 'node:crypto';
import { encodePublicKey } from './encode-public-key.ts';
import { SignatureError } from './signature-error.ts';
import { WireReader } from './wire.ts';

/**
 * What a file holds of a key. `sealed`: a private key of which not even the public part can be read without its
 * passphrase, or in a format that we do not know.
 */
export type KeyFile =
  { readonly kind: 'private'; readonly blob: Uint8Array } | { readonly kind: 'sealed' } | { readonly kind: 'none' };

const PRIVATE = /^-{4,5} ?BEGIN [A-Z0-9 ]*PRIVATE KEY ?-{4,5}$|^PuTTY-User-Key-File-/mu;
const OPENSSH = /^-----BEGIN OPENSSH PRIVATE KEY-----$([^-]+)^-----END OPENSSH PRIVATE KEY-----$/mu;

/** What private key a file holds, told from its text and without a passphrase. */
export function readKeyFile(text: string): KeyFile {
  if (!PRIVATE.test(text)) return { kind: 'none' };
  const openssh = OPENSSH.exec(text)?.[1];
  try {
    const blob = openssh === undefined ? publicPartOfPem(text) : publicPartOfOpenssh(Buffer.from(openssh, 'base64'));
    return { kind: 'private', blob };
  } catch {
    return { kind: 'sealed' };
  }
}

const refuse = (why: string): SignatureError => new SignatureError('key-unusable', `the key file is malformed: ${why}`);

/** OpenSSH encrypts only the private part (PROTOCOL.key). */
function publicPartOfOpenssh(bytes: Buffer): Buffer {
  const reader = new WireReader(bytes, refuse);
  const magic = 'openssh-key-v1\0';
  if (reader.take(magic.length).toString('latin1') !== magic) throw refuse('it is of another version');
  // The cipher, how its key is derived and with what: none of it is needed for what is not encrypted.
  for (let skipped = 0; skipped < 3; skipped++) reader.string();
  if (reader.uint32() !== 1) throw refuse('it holds more than one key');
  return reader.string();
}

function publicPartOfPem(text: string): Buffer {
  const key: KeyObject = createPublicKey(text);
  return encodePublicKey(key, refuse);
}
