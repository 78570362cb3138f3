import { join } from 'node:path';
import type { ReceiveSettings } from './settings.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where programs and temporary files are, which repository git means, and what the operator says. */
const KEPT: ReadonlySet<string> = new Set([
  ...['PATH', 'HOME', 'TMPDIR', 'XDG_STATE_HOME', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME', 'PAWL_ANCHOR'],
  ...['GIT_DIR', 'GIT_COMMON_DIR', 'GIT_QUARANTINE_PATH', 'GIT_OBJECT_DIRECTORY', 'GIT_ALTERNATE_OBJECT_DIRECTORIES'],
]);

/** A host's own settings of git come like this. */
const HOSTS_SETTINGS = /^GIT_CONFIG_(?:PARAMETERS|COUNT|(?:KEY|VALUE)_\d+)$/u;

/**
 * The environment that a judgement sees: a list of what is allowed, since over a path or through a careless `AcceptEnv` the
 * rest is the pusher's (H14). What counts for a developer's own machine, such as the signs of an agent, counts for nothing.
 */
export function serverEnvironment(
  env: Environment,
  { identity, state }: Pick<ReceiveSettings, 'identity' | 'state'>,
): Environment {
  const kept = Object.entries(env).filter(
    ([name]) => KEPT.has(name) || HOSTS_SETTINGS.test(name) || identity.includes(name),
  );
  const own = state === undefined ? {} : { XDG_STATE_HOME: state, XDG_CACHE_HOME: join(state, 'cache') };
  return { ...Object.fromEntries(kept), ...own };
}
