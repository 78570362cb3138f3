import { refuseSignature } from './signature-error.ts';

const BEGIN = '-----BEGIN SSH SIGNATURE-----\n';
const END = '\n-----END SSH SIGNATURE-----\n';

/** An RSA key of 16384 bits makes one of about 6 KB. */
const MAX_LENGTH = 16 * 1024;

/** As ssh-keygen writes it: base64 in lines of 70 characters. */
export function armour(blob: Uint8Array): string {
  const lines =
    Buffer.from(blob)
      .toString('base64')
      .match(/.{1,70}/gu) ?? [];
  return `${BEGIN}${lines.join('\n')}${END}`;
}

/**
 * The bytes within. ssh-keygen reads on past junk, odd line breaks and a second signature; here the armour must be
 * the one that these bytes have.
 *
 * @throws SignatureError `signature-malformed`
 */
export function removeArmour(text: string): Buffer {
  if (text.length > MAX_LENGTH) throw refuseSignature('it is too long');
  const blob = Buffer.from(text.slice(BEGIN.length, -END.length), 'base64');
  if (armour(blob) !== text) throw refuseSignature('it is not armoured as ssh-keygen does it');
  return blob;
}
