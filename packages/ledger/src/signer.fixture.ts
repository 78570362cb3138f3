import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import type { Sign } from './append-lock.ts';

/** A key made here and now, which signs as ssh-keygen does (OpenSSH's PROTOCOL.sshsig), and a token as well as any. */
export interface TestKey {
  /** The line of an anchor by which it may sign. */
  line(options?: { readonly principal?: string; readonly options?: string }): string;
  readonly fingerprint: string;
  /** What stands in a `.pub` file. */
  readonly publicLine: string;
  readonly sign: Sign;
  signAs(lies: { readonly namespace?: string; readonly touched?: boolean }): Sign;
}

export function testKey(kind: 'file' | 'token' = 'file'): TestKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const type = kind === 'token' ? 'sk-ssh-ed25519@openssh.com' : 'ssh-ed25519';
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
  const blob = fields(type, raw, ...(kind === 'token' ? ['ssh:'] : []));
  const publicLine = `${type} ${blob.toString('base64')}`;
  const signAs: TestKey['signAs'] =
    ({ namespace = 'pawl-lock@v1', touched = true }) =>
    async (text) => {
      const message = Buffer.concat([MAGIC, fields(namespace, '', 'sha512', digest('sha512', text))]);
      const flags = Buffer.of(touched ? 1 : 0, 0, 0, 0, 1);
      const signed = Buffer.concat([digest('sha256', 'ssh:'), flags, digest('sha256', message)]);
      const inner =
        kind === 'token'
          ? Buffer.concat([fields(type, sign(null, signed, privateKey)), flags])
          : fields(type, sign(null, message, privateKey));
      return armoured(Buffer.concat([MAGIC, Buffer.of(0, 0, 0, 1), fields(blob, namespace, '', 'sha512', inner)]));
    };
  return {
    line: ({ principal = 'alice@example.com', options = 'namespaces="pawl-lock@v1"' } = {}) =>
      [principal, options, publicLine].filter((part) => part !== '').join(' '),
    fingerprint: `SHA256:${digest('sha256', blob).toString('base64').replaceAll('=', '')}`,
    publicLine,
    sign: signAs({}),
    signAs,
  };
}

const MAGIC = Buffer.from('SSHSIG');

function fields(...parts: readonly (string | Uint8Array)[]): Buffer {
  return Buffer.concat(
    parts.flatMap((part) => {
      const bytes = Buffer.from(part as Uint8Array);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      return [length, bytes];
    }),
  );
}

function digest(algorithm: string, content: string | Uint8Array): Buffer {
  return createHash(algorithm).update(content).digest();
}

function armoured(blob: Buffer): string {
  const lines = blob.toString('base64').match(/.{1,70}/gu) ?? [];
  return `-----BEGIN SSH SIGNATURE-----\n${lines.join('\n')}\n-----END SSH SIGNATURE-----\n`;
}
