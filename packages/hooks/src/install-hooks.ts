import { applyHookPlan } from './apply-hook-plan.ts';
import type { HookPlaces } from './hook-facts.ts';
import type { HookGit } from './hook-git.ts';
import type { HookAction } from './hook-plan.ts';
import { planHooks } from './plan-hooks.ts';
import { readHookFacts } from './read-hook-facts.ts';

export interface InstallOptions extends HookPlaces {
  readonly git: HookGit;
  /** Report what would be done and write nothing. */
  readonly dryRun: boolean;
}

export interface HookChange {
  /** A file, absolute, or the git configuration key that is set. */
  readonly path: string;
  readonly action: HookAction;
  readonly why: string;
}

export interface HookReport {
  readonly changes: readonly HookChange[];
  /** Sentences for the person who installs: what keeps firing, what is not last, what is left to them. */
  readonly notes: readonly string[];
}

/** Installs the hooks of a repository for all its worktrees, or says what it would do. Throws a `HooksError`. */
export async function installHooks({ git, dryRun, ...places }: InstallOptions): Promise<HookReport> {
  const plan = planHooks(await readHookFacts(places, git));
  if (!dryRun) await applyHookPlan(plan, git);
  return { changes: plan.steps.map(({ path, action, why }) => ({ path, action, why })), notes: plan.notes };
}
