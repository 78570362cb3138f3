import { readKeyFile } from './key-file.ts';
import { parseKeyLine } from './key-line.ts';
import { parsePublicKey, type PublicKey } from './public-key.ts';
import { SignatureError } from './signature-error.ts';
import { readStart } from './small-file.ts';

/**
 * The public key of a key file: of a `.pub` file, or of a private key, whose `.pub` beside it is asked where the
 * file itself is sealed.
 *
 * @throws SignatureError `key-unusable`, `unsupported-key`
 */
export async function publicKeyOfFile(path: string): Promise<PublicKey> {
  const refuse = (why: string, cause?: unknown): SignatureError =>
    new SignatureError('key-unusable', `${JSON.stringify(path)} cannot be used as a key: ${why}`, {
      next: 'name a key file, such as ~/.ssh/id_ed25519',
      cause,
    });
  const text = await readStart(path).catch((cause: unknown) => {
    throw refuse(cause instanceof Error ? cause.message : String(cause), cause);
  });
  const file = readKeyFile(text);
  switch (file.kind) {
    case 'private':
      return parsePublicKey(file.blob, refuse);
    case 'sealed':
      if (path.endsWith('.pub')) throw refuse('it is a private key that cannot be read');
      return publicKeyOfFile(`${path}.pub`);
    case 'none':
      return parseKeyLine(text.split(/\r?\n/u, 1).join(''), refuse);
  }
}
