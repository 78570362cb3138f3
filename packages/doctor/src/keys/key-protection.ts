import type { KeyProtection } from './key-facts.ts';

/** What keeps a private key from whoever can read its file, told from the text alone. What we do not know counts as plain. */
export function keyProtection(text: string): KeyProtection {
  const openssh = /^-----BEGIN OPENSSH PRIVATE KEY-----$([^-]+)^-----END OPENSSH PRIVATE KEY-----$/mu.exec(text)?.[1];
  if (openssh !== undefined) return ofOpenssh(Buffer.from(openssh, 'base64'));
  if (/^PuTTY-User-Key-File-/mu.test(text)) return /^Encryption: none\s*$/mu.test(text) ? 'plain' : 'encrypted';
  if (!/^-{4,5} ?BEGIN [A-Z0-9 ]*PRIVATE KEY ?-{4,5}\r?$/mu.test(text)) return 'none';
  const isEncrypted = /BEGIN ENCRYPTED PRIVATE KEY/u.test(text) || /^Proc-Type: 4,ENCRYPTED\r?$/mu.test(text);
  return isEncrypted ? 'encrypted' : 'plain';
}

const MAGIC = 'openssh-key-v1\0';

/** PROTOCOL.key: magic, cipher, key derivation, its options, number of keys, the public key. */
function ofOpenssh(bytes: Buffer): KeyProtection {
  if (bytes.subarray(0, MAGIC.length).toString('latin1') !== MAGIC) return 'plain';
  const cipher = readString(bytes, MAGIC.length);
  const kdf = cipher && readString(bytes, cipher.end);
  const options = kdf && readString(bytes, kdf.end);
  const key = options && readString(bytes, options.end + 4);
  const type = key && readString(key.value, 0);
  if (type?.value.toString('latin1').startsWith('sk-') === true) return 'handle';
  return cipher === undefined || cipher.value.toString('latin1') === 'none' ? 'plain' : 'encrypted';
}

function readString(bytes: Buffer, at: number): { readonly value: Buffer; readonly end: number } | undefined {
  if (at + 4 > bytes.length) return undefined;
  const end = at + 4 + bytes.readUInt32BE(at);
  return end > bytes.length ? undefined : { value: bytes.subarray(at + 4, end), end };
}
