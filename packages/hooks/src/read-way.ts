import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readDefaultHooks } from './default-hooks.ts';
import type { StandingHook } from './hook-facts.ts';
import type { Way } from './hook-files.ts';
import { hookManagersOf } from './hook-managers.ts';
import type { PreviousHooks } from './previous-hooks.ts';
import { readFileState } from './read-file-state.ts';

export interface ChosenWay {
  readonly way: Way;
  readonly managers: readonly string[];
  readonly standing: ReadonlyMap<string, StandingHook>;
}

/**
 * Beside others, where nobody has set `core.hooksPath` and a tool looks after the default folder: it would refuse to work with the
 * setting. Where we stand there already we stay, because hooks that started us from there would be started by us.
 */
export async function readWay(topLevel: string, commonDir: string, previous: PreviousHooks): Promise<ChosenWay> {
  const standing = await readDefaultHooks(commonDir);
  const managers = hookManagersOf({
    namesAtTop: await readdir(topLevel),
    manifest: (await readFileState(join(topLevel, 'package.json')))?.bytes.toString(),
    scripts: [...standing.values()].map(({ file }) => file.bytes.toString()),
  });
  const isAmongThem = managers.length > 0 || [...standing.values()].some(({ isOurs }) => isOurs);
  return { way: previous.record === '' && isAmongThem ? 'beside' : 'path', managers, standing };
}
