import { join } from 'node:path';
import { isInFolder, isInGivenFile } from './is-in-files.ts';
import { isAmong, type OnThisMachine, worst } from './on-this-machine.ts';
import type { PublicKey } from './public-key.ts';
import { keysOfAgent } from './ssh-agent.ts';

/** Where keys are looked for. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The user's home folder. */
  readonly home: string;
  /** Key files that are configured for signing, wherever they lie: absolute paths. */
  readonly signingKeys?: readonly string[];
}

/**
 * Whether whoever works on this machine as this user can sign with the key: it is in the ssh-agent, in a file under
 * `~/.ssh`, or in one of the files given.
 *
 * It finds keys that lie where keys lie; it cannot prove that there is none elsewhere. Of a token's key it finds the handle,
 * which is of no use without a touch.
 */
export async function isOnThisMachine(
  key: PublicKey,
  { env, home, signingKeys = [] }: Machine,
): Promise<OnThisMachine> {
  const answers = await Promise.all([
    isInAgent(key, env['SSH_AUTH_SOCK']),
    isInFolder(key, join(home, '.ssh')),
    ...signingKeys.map((path) => isInGivenFile(key, path)),
  ]);
  return worst(answers);
}

async function isInAgent(key: PublicKey, socketPath: string | undefined): Promise<OnThisMachine> {
  if (socketPath === undefined || socketPath === '') return 'no';
  try {
    return isAmong(key, await keysOfAgent(socketPath));
  } catch {
    // Nobody listening today says nothing of what it held when the lock was signed.
    return 'unknown';
  }
}
