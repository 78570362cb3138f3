import { resolve } from 'node:path';
import { publicKeyOfFile } from './public-key-of-file.ts';
import { SignatureError } from './signature-error.ts';
import { runSshKeygen } from './ssh-keygen.ts';
import { verifySignature } from './verify-signature.ts';

/**
 * With which key and for which purpose. `namespace` is part of what is signed, so that no signature serves another
 * purpose.
 */
export interface SignOptions {
  /** A private key, or the `.pub` file of a key that the ssh-agent or a token holds. */
  readonly keyFile: string;
  readonly namespace: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /**
   * Whether there is a person at a terminal, who may be asked there for a passphrase, a PIN or a touch. Otherwise a key
   * that needs one fails at once.
   */
  readonly isInteractive: boolean;
}

/**
 * Signs a text with ssh-keygen, and verifies the result before it is given back: armoured, as `verifySignature` takes it.
 *
 * @throws SignatureError `key-unusable`, `unsupported-key`, `signing-failed`, `presence-missing` (a key that wants no touch)
 */
export async function signText(text: string | Uint8Array, options: SignOptions): Promise<string> {
  const keyFile = resolve(options.keyFile);
  const key = await publicKeyOfFile(keyFile);
  const { namespace, env, isInteractive } = options;
  const signature = await runSshKeygen(['-q', '-Y', 'sign', '-n', namespace, '-f', keyFile], {
    input: text,
    env,
    isInteractive,
  });
  try {
    const signers = [{ principal: keyFile, namespaces: [namespace], key }];
    verifySignature({ text, signature, namespace, signers, at: new Date() });
  } catch (error) {
    if (error instanceof SignatureError && error.code === 'presence-missing') throw error;
    const message = 'what ssh-keygen wrote does not verify with the key that was named';
    throw new SignatureError('signing-failed', message, { next: 'look at the version: ssh -V', cause: error });
  }
  return signature;
}
