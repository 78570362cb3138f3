import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { type FailedAttempt, failed } from './attempt.ts';
import type { Means } from './means.ts';
import { isInside } from './outside.ts';
import type { SecretSource } from './settings/settings.ts';

const LARGEST = 4096;
/** What a header and an address can hold. Whatever else was read is not what was meant. */
const USABLE = /^[\x21-\x7e]{1,2048}$/u;

/** A secret, or why there is none; of the secret itself nothing is ever said. */
export async function readSecret(source: SecretSource, means: Means): Promise<string | FailedAttempt> {
  const text = 'env' in source ? fromEnvironment(source.env, means) : await fromFile(source.file, means);
  if (typeof text !== 'string') return text;
  const secret = text.trim();
  if (USABLE.test(secret)) return secret;
  const where = 'env' in source ? `the variable ${source.env}` : 'the file of the secret';
  return failed(`${where} holds more than one word, or characters that no secret has`, `put the secret alone into it`);
}

function fromEnvironment(name: string, { env }: Means): string | FailedAttempt {
  const value = Object.hasOwn(env, name) ? env[name] : undefined;
  if (value !== undefined && value.trim() !== '') return value;
  return failed(`the environment variable ${name} is not set`, `set ${name} where the gate runs`);
}

async function fromFile(file: string, { workTree, platform }: Means): Promise<string | FailedAttempt> {
  try {
    if (workTree !== undefined && (await isInside(workTree, file)))
      return failed(
        'the file of the secret lies in the repository',
        'move it out of the repository, and renew the secret',
      );
    return await contentOf(file, platform);
  } catch {
    return failed('the file of the secret cannot be read', 'look whether it is there and who may read it');
  }
}

/** A pipe would block whoever opens it. */
async function contentOf(file: string, platform: string): Promise<string | FailedAttempt> {
  const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const { mode, size } = await handle.stat().then((stat) => (stat.isFile() ? stat : { mode: 0, size: Infinity }));
    if (size > LARGEST)
      return failed('the file of the secret is no small ordinary file', 'put the secret alone into it');
    if (platform !== 'win32' && (mode & 0o077) !== 0)
      return failed('the file of the secret can be opened by others', 'chmod 600 the file');
    return await handle.readFile('utf8');
  } finally {
    await handle.close();
  }
}
