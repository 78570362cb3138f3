import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { Lock } from '@pawl/baseline';

type Environment = Readonly<Record<string, string | undefined>>;

/** `$XDG_STATE_HOME/pawl`, or its default: https://specifications.freedesktop.org/basedir-spec/latest/ */
export function stateFolder(env: Environment): string {
  return folderOf(env, 'XDG_STATE_HOME', '.local', 'state');
}

/**
 * Where is kept what people were not told yet. One for each protected branch of each repository: the settings that it is
 * told by are those of one lock.
 */
export function outboxFolder(env: Environment, { repository, target }: Pick<Lock, 'repository' | 'target'>): string {
  const branch = createHash('sha256').update(target).digest('hex').slice(0, 16);
  return join(stateFolder(env), 'outbox', `${repository}.${branch}`);
}

/** `$XDG_CONFIG_HOME/pawl`, or its default. */
export function configFolder(env: Environment): string {
  return folderOf(env, 'XDG_CONFIG_HOME', '.config');
}

export function homeFolder(env: Environment): string {
  return env['HOME'] || homedir();
}

/** The standard says that a relative path counts for nothing. */
function folderOf(env: Environment, name: string, ...usual: readonly string[]): string {
  const named = env[name];
  return join(named !== undefined && isAbsolute(named) ? named : join(homeFolder(env), ...usual), 'pawl');
}
