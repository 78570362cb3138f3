import { formatInstant } from './instant.ts';
import { formatKeyLine } from './key-line.ts';
import { parseSigner } from './parse-signer.ts';
import { refuseSigners } from './refuse-signers.ts';
import type { Signer } from './signer.ts';

/**
 * The line of a signer, as `parseSigners` reads it back; instants to the second.
 *
 * @throws SignatureError `signers-malformed`, `signer-wildcard` for a principal or a namespace that no list may hold.
 */
export function formatSigner({ principal, namespaces, key, validAfter, validBefore }: Signer): string {
  const options = [
    `namespaces="${namespaces.join(',')}"`,
    ...(validAfter ? [`valid-after="${formatInstant(validAfter)}"`] : []),
    ...(validBefore ? [`valid-before="${formatInstant(validBefore)}"`] : []),
  ];
  const line = `${principal} ${options.join(',')} ${formatKeyLine(key)}`;
  parseSigner(line, refuseSigners);
  return line;
}
