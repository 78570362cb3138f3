import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** `$XDG_STATE_HOME/pawl`, or its default: https://specifications.freedesktop.org/basedir-spec/latest/ */
export function stateFolder(env: Environment): string {
  return folderOf(env, 'XDG_STATE_HOME', '.local', 'state');
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
