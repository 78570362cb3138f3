import type { Config } from './config.ts';
import { ConfigError } from './config-error.ts';
import { resolvedRule } from './config-rules.ts';
import { deepFreeze } from './deep-freeze.ts';

/**
 * Reads the configuration that a lock holds, as strictly as it was written: nothing is filled in, because a default that
 * changes between two versions would change a verdict. Throws a `ConfigError`.
 */
export function readResolvedConfig(json: unknown): Config {
  const mistakes = resolvedRule(json, []);
  if (mistakes.length === 0) return deepFreeze(structuredClone(json) as Config);
  const located = mistakes.map(({ path, message }) => ({ where: `/${path.join('/')}`, message }));
  throw new ConfigError('invalid-locked-config', 'The configuration in the lock', located, 'pawl lock');
}
