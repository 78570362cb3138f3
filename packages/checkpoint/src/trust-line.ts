import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isPawlError } from '@pawl/errors';
import { TrustError } from './trust-error.ts';

export interface NewSigner {
  /** A key file, a line of a `.pub` file, or a whole line of OpenSSH's allowed_signers. */
  readonly given: string;
  /** Whose key it is; else what the comment of the key says. */
  readonly name: string | undefined;
  readonly namespace: string;
}

const KEY_TYPE = /^(?:sk-)?(?:ssh|ecdsa)-\S+$/u;

/** The line of an anchor for a key. A whole line is taken as it is: it may say until when a key counts. */
export async function signerLine({ given, name, namespace }: NewSigner, cwd: string): Promise<string> {
  const { parseSigners } = await import('@pawl/signature');
  const words = given.trim().split(/[ \t]+/u);
  const isLine = words.length > 2 && !KEY_TYPE.test(words[0] ?? '');
  const line = isLine ? given.trim() : await lineOfKey({ given: given.trim(), name, namespace }, cwd);
  const [signer, ...more] = parseSigners([line]);
  if (signer === undefined || more.length > 0) throw noKey(given);
  if (signer.namespaces.includes(namespace)) return line;
  throw new TrustError('no-key', `the line of ${signer.principal} does not allow ${namespace}`, {
    next: `write it with namespaces="${namespace}"`,
  });
}

async function lineOfKey({ given, name, namespace }: NewSigner, cwd: string): Promise<string> {
  const { type, base64, comment } = KEY_TYPE.test(given.split(/[ \t]/u, 1)[0] ?? '')
    ? partsOf(given)
    : await keyInFile(resolve(cwd, given));
  const principal = name ?? comment;
  if (principal !== undefined && principal !== '') return `${principal} namespaces="${namespace}" ${type} ${base64}`;
  throw new TrustError('name-missing', 'the key does not say whose it is', {
    next: 'say it: --as alice@example.com',
  });
}

interface Key {
  readonly type: string;
  readonly base64: string;
  readonly comment: string | undefined;
}

function partsOf(line: string): Key {
  const [type = '', base64 = '', comment] = line.trim().split(/[ \t]+/u);
  return { type, base64, comment };
}

/** A private key is told by its public half; a `.pub` file has a comment besides. */
async function keyInFile(path: string): Promise<Key> {
  const { publicKeyOfFile } = await import('@pawl/signature');
  try {
    const { type, blob } = await publicKeyOfFile(path);
    const text = await readFile(path, 'utf8');
    const comment = KEY_TYPE.test(text.split(/\s/u, 1)[0] ?? '')
      ? partsOf(text.split('\n', 1)[0] ?? '').comment
      : undefined;
    return { type, base64: Buffer.from(blob).toString('base64'), comment };
  } catch (cause) {
    if (isPawlError(cause) && cause.code === 'unsupported-key') throw cause;
    throw noKey(path, cause);
  }
}

function noKey(given: string, cause?: unknown): TrustError {
  const why = cause instanceof Error ? `: ${cause.message}` : '';
  return new TrustError('no-key', `${JSON.stringify(given)} is neither a key nor the line of a signer${why}`, {
    next: 'name a .pub file: pawl trust add-signer ~/.ssh/id_ed25519.pub --as alice@example.com',
    cause,
  });
}
