// What Nx starts for each task that it finds in no cache.
import type { ExecutorContext } from '@nx/devkit';
import { optimiseLate } from '@pawl/checkpoint/optimise-late';
import { runCompiled } from '@pawl/compiled';
import type { SecurityOptions } from './make-project-part.ts';
import type * as program from './security.ts';
import type { Success } from './success.ts';

/** Put in when the program is bundled. */
declare const pawlDigest: string;

/** Makes the part of one project. */
export function securityExecutor(options: SecurityOptions, nx: ExecutorContext): Promise<Success> {
  // First of all: compiled code is good for the very flags that it was compiled with.
  if (options.whole !== true) optimiseLate();
  const file = new URL('./security.cjs', import.meta.url);
  const loaded = runCompiled({ file, digest: pawlDigest }, (name) => import(name)) as typeof program;
  return loaded.securityExecutor(options, nx);
}
