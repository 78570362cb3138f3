import { broken, type Found, note, ok } from '../check-up.ts';
import type { HookFacts } from './hook-facts.ts';

/** Variables by which a shell gives git settings that no file shows (H05). */
export function checkEnvironment({ env }: Pick<HookFacts, 'env'>): Found {
  const by = hooksPathIn(env);
  if (by !== undefined)
    return broken(
      'hooks-environment',
      `${by} sets core.hooksPath in this shell: no hook of the repository fires`,
      `unset ${by}`,
    );
  const moved = MOVED.find((name) => isSet(env[name]));
  if (moved !== undefined)
    return note(
      'hooks-environment',
      `${moved} is set in this shell: git reads its settings from elsewhere than told here`,
      `unset ${moved}`,
    );
  if (env['HUSKY'] === '0')
    return note('hooks-environment', 'HUSKY=0: the other commands of husky do not run; Pawl does');
  return ok('hooks-environment', 'no variable of this shell takes the hooks away');
}

/** They name other configuration files, or another repository, than the ones that were looked at. */
const MOVED = ['GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM', 'GIT_DIR', 'GIT_COMMON_DIR'] as const;

function hooksPathIn(env: HookFacts['env']): string | undefined {
  const isHooksPath = (name: string): boolean => /^GIT_CONFIG_KEY_\d+$/u.test(name) && isKey(env[name]);
  if (isSet(env['GIT_CONFIG_COUNT']) && Object.keys(env).some(isHooksPath)) return 'GIT_CONFIG_COUNT';
  // What `git -c` hands down to what it starts; quoted as a shell would.
  return /core\.hookspath/iu.test(env['GIT_CONFIG_PARAMETERS'] ?? '') ? 'GIT_CONFIG_PARAMETERS' : undefined;
}

/** Git minds the case of neither the section nor the variable. An included file may say it too. */
function isKey(key: string | undefined): boolean {
  return /^(?:core\.hookspath|include\.path|includeif\..+\.path)$/iu.test(key ?? '');
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}
