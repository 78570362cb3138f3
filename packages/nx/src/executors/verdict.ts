import type { ExecutorContext } from '@nx/devkit';
import { check, type Checked } from '@pawl/checkpoint';
import { besideVerdict, PLAIN, renderVerdict } from '@pawl/report';
import { outsideOf } from './outside.ts';
import { partLines } from './part-lines.ts';
import { projectsOf } from './projects.ts';
import { readParts } from './read-parts.ts';
import { refuseCache } from './refuse-cache.ts';
import { saidOrDone, type Success } from './success.ts';
import { tellPeople } from './tell-people.ts';
import { openWorkTree, presentHead } from './work-tree.ts';

export interface VerdictOptions {
  readonly target?: string;
  readonly head?: string;
  readonly loop?: string;
  readonly identity?: string;
  readonly signAs?: string;
  readonly verifier?: boolean;
  readonly audience?: 'auto' | 'agent' | 'human';
  readonly cache?: boolean;
  readonly format?: 'text' | 'json';
}

/** Judges the whole repository once, over the parts of all projects. What is owed comes from git, and not from Nx. */
export function verdictExecutor(options: VerdictOptions, nx: ExecutorContext): Promise<Success> {
  const outside = outsideOf(nx.root);
  const { context, out, err } = outside;
  return saidOrDone(outside, async () => {
    refuseCache(nx);
    const { repository, topLevel } = await openWorkTree(context);
    const parts = await readParts(nx.root, await projectsOf(nx, topLevel));
    const head = options.head ?? (await presentHead(repository, context));
    const { verifier = false, format = 'text' } = options;
    const given = { parts, runKey: context.env['PAWL_RUN_KEY'], verifier };
    const checked = await check({ ...questionOf(options), head, parts: given }, context);
    const { verdict, audience, evidence, case: number } = checked;
    out(renderVerdict(verdict, { format, audience, case: number, evidence, remote: undefined, paint: PLAIN }));
    if (audience === 'human') err(besideVerdict(checked) + partLines(checked.parts));
    await tellPeople(checked, context);
    return isClean(checked);
  });
}

function questionOf({ target, loop, identity, signAs, audience = 'auto', cache = true }: VerdictOptions) {
  const asked = {
    directory: undefined,
    base: undefined,
    tier: 'full',
    only: undefined,
    logs: [],
    baseLogs: [],
  } as const;
  return { ...asked, target, loop, identity, signAs, audience, cache };
}

/** A loop that is stopped stays so, however clean what was judged now. */
function isClean({ verdict, latch }: Checked): boolean {
  return verdict.outcome === 'clean' && latch.length === 0;
}
