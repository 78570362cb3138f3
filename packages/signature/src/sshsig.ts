import { createHash } from 'node:crypto';
import { removeArmour } from './armour.ts';
import { parsePublicKey, type PublicKey } from './public-key.ts';
import { refuseSignature, SignatureError } from './signature-error.ts';
import { WireReader, wireString } from './wire.ts';

/** A signature as OpenSSH's PROTOCOL.sshsig lays it out, not yet checked against any text. */
export interface Sshsig {
  readonly key: PublicKey;
  readonly namespace: string;
  readonly hash: 'sha256' | 'sha512';
  /** What the key made, in the encoding of its type. */
  readonly inner: Uint8Array;
}

const MAGIC = Buffer.from('SSHSIG');

/** @throws SignatureError `signature-malformed`, `unsupported-key`, `unsupported-algorithm` */
export function parseSshsig(text: string): Sshsig {
  const reader = new WireReader(removeArmour(text), refuseSignature);
  if (!reader.take(MAGIC.length).equals(MAGIC)) throw refuseSignature('it is not an SSHSIG');
  if (reader.uint32() !== 1) throw refuseSignature('its version is not 1');
  const key = parsePublicKey(reader.string(), refuseSignature);
  const namespace = reader.name();
  if (namespace === '') throw refuseSignature('it names no namespace');
  if (reader.string().length > 0) throw refuseSignature('it says something that only a later version could read');
  const hash = reader.name();
  if (hash !== 'sha256' && hash !== 'sha512') {
    throw new SignatureError('unsupported-algorithm', 'the signature is made with another hash than sha256 and sha512');
  }
  const inner = reader.string();
  reader.end();
  return { key, namespace, hash, inner };
}

/** The bytes that the key signs: never the text itself, so that nothing that was signed elsewhere can be one of them. */
export function signedBytes(
  text: string | Uint8Array,
  { namespace, hash }: Pick<Sshsig, 'namespace' | 'hash'>,
): Buffer {
  const digest = createHash(hash).update(text).digest();
  return Buffer.concat([MAGIC, ...[namespace, '', hash, digest].map((part) => wireString(part))]);
}
