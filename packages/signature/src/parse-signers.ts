import { parseSigner } from './parse-signer.ts';
import { isSameKey } from './public-key.ts';
import { refuseSigners } from './refuse-signers.ts';
import type { Signer } from './signer.ts';

/**
 * Reads a list of who may sign, in the format of OpenSSH's allowed_signers, of which only the part is accepted that
 * leaves nothing open: one exact principal, one key, exact namespaces, instants in UTC. Empty lines and lines that start
 * with `#` say nothing.
 *
 *     alice@example.com namespaces="pawl-lock@v1",valid-before="20270101Z" ssh-ed25519 AAAA… a comment
 *
 * One bad line refuses the whole list, before any signature is looked at: ssh-keygen skips a line that it cannot read,
 * takes the principal `*` for anybody, and a line without `namespaces=` for all of them.
 *
 * @throws SignatureError `signers-malformed`, `signer-wildcard`, `unsupported-key`
 */
export function parseSigners(lines: readonly string[] | string): readonly Signer[] {
  const all = typeof lines === 'string' ? lines.split(/\r?\n/u) : lines;
  const signers = all.flatMap((line, index) => {
    const isSilent = line === '' || line.startsWith('#');
    return isSilent ? [] : [parseSigner(line, (why) => refuseSigners(`line ${index + 1}: ${why}`))];
  });
  for (const [index, signer] of signers.entries()) {
    // Whoever had the same key twice could be told to be either, within either's limits.
    if (signers.slice(0, index).some((earlier) => isSameKey(earlier.key, signer.key))) {
      throw refuseSigners(`the key of ${signer.principal} is there twice`);
    }
  }
  return signers;
}
