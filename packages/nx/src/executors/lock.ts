import type { ExecutorContext } from '@nx/devkit';
import { lock } from '@pawl/checkpoint';
import { lockText, PLAIN } from '@pawl/report';
import { outsideOf } from './outside.ts';
import { partLines } from './part-lines.ts';
import { projectsOf } from './projects.ts';
import { readParts } from './read-parts.ts';
import { refuseCache } from './refuse-cache.ts';
import { saidOrDone, type Success } from './success.ts';
import { openWorkTree } from './work-tree.ts';

export interface LockOptions {
  readonly target?: string;
  readonly signWith?: string;
  readonly verifier?: boolean;
  readonly cache?: boolean;
}

/** Locks HEAD from the parts of all projects. What is worse than the lock before is accepted at a terminal alone, and Nx has none to offer. */
export function lockExecutor(options: LockOptions, nx: ExecutorContext): Promise<Success> {
  const outside = outsideOf(nx.root);
  const { context, out, err } = outside;
  return saidOrDone(outside, async () => {
    refuseCache(nx);
    const { topLevel } = await openWorkTree(context);
    const given = await readParts(nx.root, await projectsOf(nx, topLevel));
    const { target, signWith, verifier = false, cache = true } = options;
    const parts = { parts: given, runKey: context.env['PAWL_RUN_KEY'], verifier };
    const request = { directory: undefined, target, cache, logs: [], signWith, parts };
    const locked = await lock(request, context, () => undefined, undefined);
    out(lockText(locked, PLAIN));
    err(partLines(locked.parts));
    return true;
  });
}
