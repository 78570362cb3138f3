/** The types of keys that are accepted, as OpenSSH calls them; `sk-` are those of hardware tokens. */
export type KeyType =
  | 'ssh-ed25519'
  | 'sk-ssh-ed25519@openssh.com'
  | 'ecdsa-sha2-nistp256'
  | 'ecdsa-sha2-nistp384'
  | 'ecdsa-sha2-nistp521'
  | 'sk-ecdsa-sha2-nistp256@openssh.com'
  | 'ssh-rsa';

/** `hash`: what the signature is over; RSA names it in the signature itself. */
export type KeyKind =
  | { readonly family: 'ed25519'; readonly isHardware: boolean }
  | { readonly family: 'rsa'; readonly isHardware: false }
  | {
      readonly family: 'ecdsa';
      readonly isHardware: boolean;
      readonly curve: string;
      /** The curve as JWK (RFC 7518, section 6.2.1.1) calls it. */
      readonly jwkCurve: string;
      /** Of one coordinate, and of each half of a signature. */
      readonly size: number;
      readonly hash: string;
    };

const P256 = { family: 'ecdsa', curve: 'nistp256', jwkCurve: 'P-256', size: 32, hash: 'sha256' } as const;
const P384 = { family: 'ecdsa', curve: 'nistp384', jwkCurve: 'P-384', size: 48, hash: 'sha384' } as const;
const P521 = { family: 'ecdsa', curve: 'nistp521', jwkCurve: 'P-521', size: 66, hash: 'sha512' } as const;

/** DSA and certificates are not among them. */
const KINDS: Readonly<Record<KeyType, KeyKind>> = {
  'ssh-ed25519': { family: 'ed25519', isHardware: false },
  'sk-ssh-ed25519@openssh.com': { family: 'ed25519', isHardware: true },
  'ecdsa-sha2-nistp256': { ...P256, isHardware: false },
  'ecdsa-sha2-nistp384': { ...P384, isHardware: false },
  'ecdsa-sha2-nistp521': { ...P521, isHardware: false },
  'sk-ecdsa-sha2-nistp256@openssh.com': { ...P256, isHardware: true },
  'ssh-rsa': { family: 'rsa', isHardware: false },
};

export function isKeyType(name: string): name is KeyType {
  return Object.hasOwn(KINDS, name);
}

export function kindOf(type: KeyType): KeyKind {
  return KINDS[type];
}
