import type { KeyObject } from 'node:crypto';
import type { Refuse } from './signature-error.ts';
import { wirePositive, wireString } from './wire.ts';

const CURVES: ReadonlyMap<string | undefined, string> = new Map([
  ['P-256', 'nistp256'],
  ['P-384', 'nistp384'],
  ['P-521', 'nistp521'],
]);

/** A software key in SSH's encoding: what `parsePublicKey` reads. */
export function encodePublicKey(key: KeyObject, refuse: Refuse): Buffer {
  const jwk = key.export({ format: 'jwk' });
  const bytesOf = (field: string | undefined): Buffer => Buffer.from(field ?? '', 'base64url');
  if (jwk.kty === 'OKP' && jwk.crv === 'Ed25519') return fields('ssh-ed25519', wireString(bytesOf(jwk.x)));
  if (jwk.kty === 'RSA') return fields('ssh-rsa', wirePositive(bytesOf(jwk.e)), wirePositive(bytesOf(jwk.n)));
  const curve = CURVES.get(jwk.crv);
  if (curve === undefined) throw refuse('SSH has no such keys');
  const point = Buffer.concat([Buffer.of(4), bytesOf(jwk.x), bytesOf(jwk.y)]);
  return fields(`ecdsa-sha2-${curve}`, wireString(curve), wireString(point));
}

function fields(type: string, ...rest: readonly Buffer[]): Buffer {
  return Buffer.concat([wireString(type), ...rest]);
}
