import { join } from 'node:path';
import { MARK } from './dispatch-script.ts';
import type { StandingHook } from './hook-facts.ts';
import { hookFiles } from './hook-files.ts';
import { PAWL_HOOKS } from './hook-names.ts';
import { readFileState } from './read-file-state.ts';

/** How hook managers call a hook that they have put aside: pre-commit goes on running it, lefthook does not. */
export const ASIDE = ['.legacy', '.old'] as const;

/** What stands in git's default folder under the names of our hooks, by file name. */
export async function readDefaultHooks(commonDir: string): Promise<ReadonlyMap<string, StandingHook>> {
  const { folder } = hookFiles(commonDir, 'beside');
  const names = PAWL_HOOKS.flatMap((hook) => [hook, ...ASIDE.map((aside) => `${hook}${aside}`)]);
  const standing = new Map<string, StandingHook>();
  for (const name of names) {
    const file = await readFileState(join(folder, name));
    if (file !== undefined) standing.set(name, { file, isOurs: file.bytes.toString('latin1').split('\n')[1] === MARK });
  }
  return standing;
}
