import { join } from 'node:path';
import { ASIDE } from './default-hooks.ts';
import { dispatcher, dispatchScript } from './dispatch-script.ts';
import type { HookFacts } from './hook-facts.ts';
import { hookFiles } from './hook-files.ts';
import { PAWL_HOOKS, type PawlHook } from './hook-names.ts';
import type { ConfigStep, HookPlan, HookStep, KeepStep, RemoveStep, WriteStep } from './hook-plan.ts';
import { planManifest } from './plan-manifest.ts';
import { planWrite } from './plan-step.ts';
import { runnerScript } from './runner-script.ts';

/** Our hooks in git's default folder, each with the one that stood there before kept and started first. */
export function planBeside(facts: HookFacts): HookPlan {
  const { folder } = hookFiles(facts.commonDir, 'beside');
  const manifest = planManifest(facts);
  const kept = PAWL_HOOKS.filter((hook) => facts.standing.get(hook)?.isOurs === false);
  return {
    topLevel: facts.topLevel,
    steps: [
      ...planShared(facts),
      ...kept.flatMap((hook) => planKept(facts, hook)),
      ...PAWL_HOOKS.map((hook) => planHook(facts, hook)),
      ...planPutAside(facts),
      ...manifest.steps,
      ...planDefaultPath(facts),
    ],
    notes: [
      ...(facts.managers.length === 0
        ? []
        : [
            `${facts.managers.join(', ')} looks after ${folder}, so Pawl's hooks stand there and core.hooksPath is left alone.`,
          ]),
      ...(kept.length === 0 ? [] : [`Hooks that stood there keep firing, before Pawl: ${kept.join(', ')}.`]),
      ...manifest.notes,
    ],
  };
}

function planShared({ commonDir, hookFile, nodeFile, own }: HookFacts): readonly WriteStep[] {
  const { runner, dispatch } = hookFiles(commonDir, 'beside');
  const write = (path: string, text: string, executable: boolean, why: string): WriteStep =>
    planWrite({ path, bytes: Buffer.from(text), executable, why, before: own.get(path) });
  return [
    write(runner, runnerScript({ hookFile, nodeFile }), true, 'starts Pawl'),
    write(dispatch, dispatchScript({ way: 'beside' }), false, 'runs everybody, Pawl last'),
  ];
}

function planHook({ commonDir, standing }: HookFacts, hook: PawlHook): WriteStep {
  const found = standing.get(hook);
  return planWrite({
    path: join(hookFiles(commonDir, 'beside').folder, hook),
    bytes: Buffer.from(dispatcher('beside')),
    executable: true,
    why: 'fires in every worktree',
    before: found?.isOurs ? found.file : undefined,
  });
}

/** The hook itself, and the one that the framework pre-commit runs before it and looks for in the same folder. */
function planKept({ commonDir, standing }: HookFacts, hook: PawlHook): readonly KeepStep[] {
  const { folder, before } = hookFiles(commonDir, 'beside');
  return [hook, `${hook}.legacy`]
    .filter((name) => standing.get(name)?.isOurs === false)
    .map((name) => ({
      kind: 'keep',
      path: join(before, name),
      from: join(folder, name),
      action: 'created',
      why: `was ${join(folder, name)}`,
    }));
}

/** Ours, where an installation of such a tool has put it aside; lefthook stops at a file that is there already. */
function planPutAside({ commonDir, standing }: HookFacts): readonly RemoveStep[] {
  const { folder } = hookFiles(commonDir, 'beside');
  return PAWL_HOOKS.flatMap((hook) => ASIDE.map((aside) => `${hook}${aside}`))
    .filter((name) => standing.get(name)?.isOurs)
    .map((name) => ({ kind: 'remove', path: join(folder, name), action: 'removed', why: 'was put aside' }));
}

/** Pawl may have been set up before the other tool was: then its own setting goes, and with it what it remembered. */
function planDefaultPath({ commonDir, hooksPath, own }: HookFacts): readonly HookStep[] {
  const { record } = hookFiles(commonDir, 'beside');
  const forget: RemoveStep = { kind: 'remove', path: record, action: 'removed', why: 'core.hooksPath is free again' };
  const unset: ConfigStep = {
    kind: 'config',
    path: 'core.hooksPath',
    action: 'removed',
    why: 'git looks for hooks in its default folder',
    value: undefined,
  };
  return [...(own.get(record) === undefined ? [] : [forget]), ...(hooksPath === undefined ? [] : [unset])];
}
