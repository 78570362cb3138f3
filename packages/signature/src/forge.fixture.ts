import { armour } from './armour.ts';
import type { SoftwareKey } from './software-key.fixture.ts';
import { signedBytes } from './sshsig.ts';
import { wireString } from './wire.ts';

export const NAMESPACE = 'pawl-lock@v1';
export const TEXT = '{"schema":"pawl/lock@2"}\n';

/** What a signature says of itself, each part to be replaced by a lie. */
export interface Parts {
  readonly magic: string;
  readonly version: number;
  readonly key: Uint8Array;
  readonly namespace: string;
  readonly reserved: string;
  readonly hash: string;
  readonly inner: Uint8Array;
  readonly after: string;
}

/** The parts of a good signature of the text. `flags` are those of a token. */
export function partsOf(key: SoftwareKey, { namespace = NAMESPACE, flags = 1 } = {}): Parts {
  const inner = key.sign(signedBytes(TEXT, { namespace, hash: 'sha512' }), flags);
  return {
    magic: 'SSHSIG',
    version: 1,
    key: key.publicKey.blob,
    namespace,
    reserved: '',
    hash: 'sha512',
    inner,
    after: '',
  };
}

/** Joins the parts as they are, however wrong. */
export function blobOf({ magic, version, key, namespace, reserved, hash, inner, after }: Parts): Buffer {
  const head = Buffer.from(`${magic}\0\0\0${String.fromCharCode(version)}`, 'latin1');
  return Buffer.concat([
    head,
    ...[key, namespace, reserved, hash, inner].map(wireString),
    Buffer.from(after, 'latin1'),
  ]);
}

export function forge(key: SoftwareKey, lies: Partial<Parts> = {}): string {
  return armour(blobOf({ ...partsOf(key), ...lies }));
}
