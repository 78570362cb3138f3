import { join } from 'node:path';
import type { Setting } from '@pawl/git/porcelain';
import { broken, type Found, ok, unknown } from '../check-up.ts';
import { isUnread } from '../fact.ts';
import { INSTALL, quoted } from '../mend.ts';
import type { HookFacts } from './hook-facts.ts';

/** Who says where git looks for hooks. */
export function checkSetting({ settings, standing, commonDir }: HookFacts): readonly Found[] {
  if (isUnread(settings))
    return [
      unknown(
        'hooks-setting',
        `git does not tell its settings: ${settings.unread}`,
        settings.next ?? 'git config --list --show-origin',
      ),
    ];
  const winner = settings.is.at(-1);
  const fires = !isUnread(standing) && standing.is.every(({ state }) => state === 'installed');
  // That it is not set where it should be is told with the hooks themselves.
  if (winner === undefined)
    return fires ? [ok('hooks-setting', 'core.hooksPath is not set, and the default folder leads to Pawl')] : [];
  return [checkWinner(winner, fires, commonDir)];
}

function checkWinner({ value, scope, origin }: Setting, fires: boolean, commonDir: string): Found {
  const said = `core.hooksPath is ${JSON.stringify(value)}, from ${originText(origin)} (${scope})`;
  const expected = join(commonDir, 'pawl', 'hooks');
  if (fires || value === expected) return ok('hooks-setting', said);
  if (scope === 'local' && /\/pawl\/hooks\/*$/u.test(value))
    return broken('hooks-setting', `${said}; that was its place before the repository was moved or copied`, INSTALL);
  return scope === 'local' && isMain(origin)
    ? broken('hooks-setting', `${said}, and not ${expected}`, INSTALL)
    : broken('hooks-setting', `${said}, which wins over ${expected}`, `${removal(scope, origin)}; then ${INSTALL}`);
}

function isMain(origin: string): boolean {
  return /(?:^|[:/])\.git\/config$|^file:config$/u.test(origin);
}

function removal(scope: string, origin: string): string {
  const file = origin.startsWith('file:') ? origin.slice('file:'.length) : undefined;
  if (scope === 'worktree') return 'git config --worktree --unset-all core.hooksPath';
  if (file !== undefined) return `git config --file ${quoted(file)} --unset-all core.hooksPath`;
  return 'take core.hooksPath out of the configuration that names it: git config --show-origin --get-all core.hooksPath';
}

function originText(origin: string): string {
  return origin.replace(/^file:/u, '');
}
