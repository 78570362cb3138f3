import { parsePublicKey, type PublicKey } from './public-key.ts';
import type { Refuse } from './signature-error.ts';

/** A key as it stands in a `.pub` file: type, base64, and perhaps a comment, which says nothing that is believed. */
export function parseKeyLine(line: string, refuse: Refuse): PublicKey {
  const [type, base64 = ''] = line.split(/[ \t]+/u, 2);
  const blob = Buffer.from(base64, 'base64');
  if (blob.toString('base64') !== base64) throw refuse('the key is not whole base64');
  const key = parsePublicKey(blob, refuse);
  if (key.type !== type) throw refuse('the key is of another type than the line says');
  return key;
}

export function formatKeyLine(key: PublicKey): string {
  return `${key.type} ${Buffer.from(key.blob).toString('base64')}`;
}
