import { join } from 'node:path';
import { dispatcher, dispatchScript } from './dispatch-script.ts';
import type { HookFacts } from './hook-facts.ts';
import { hookFiles } from './hook-files.ts';
import { HUSKY_HOOKS, PAWL_HOOKS, SCRIPTED_HOOKS, type ScriptedHook } from './hook-names.ts';
import type { ConfigStep, HookAction, HookPlan, HuskyStep, WriteStep } from './hook-plan.ts';
import { HooksError } from './hooks-error.ts';
import { planBeside } from './plan-beside.ts';
import { planManifest } from './plan-manifest.ts';
import { type Part, planWrite } from './plan-step.ts';
import { placeBlock } from './pawl-block.ts';
import { runnerScript } from './runner-script.ts';

/** Decides everything and does nothing. Git is pointed at the new hooks last, when all that they need is there. */
export function planHooks(facts: HookFacts): HookPlan {
  // Plug'n'Play shows such a path to programs that yarn starts; git starts this one.
  if (/\.zip\//u.test(facts.hookFile)) {
    throw new HooksError('hook-file-in-archive', `The bundled hook lies in an archive: ${facts.hookFile}`, {
      next: 'yarn config set nodeLinker node-modules && yarn install, then pawl init',
    });
  }
  if (!facts.hookFileExists) {
    throw new HooksError('hook-file-missing', `The bundled hook ${facts.hookFile} does not exist.`, {
      next: 'npm install',
    });
  }
  return facts.way === 'path' ? planPath(facts) : planBeside(facts);
}

function planPath(facts: HookFacts): HookPlan {
  const scripts = SCRIPTED_HOOKS.map((hook) => planScript(facts, hook));
  const manifest = planManifest(facts);
  const husky = planHusky(facts);
  return {
    topLevel: facts.topLevel,
    steps: [
      ...planOwn(facts),
      ...husky,
      ...scripts.flatMap(({ steps }) => steps),
      ...manifest.steps,
      planHooksPath(facts, husky),
    ],
    notes: [...notesOnPrevious(facts), ...scripts.flatMap(({ notes }) => notes), ...manifest.notes],
  };
}

function planOwn({ commonDir, hookFile, nodeFile, previous, previousHooks, own }: HookFacts): readonly WriteStep[] {
  const files = hookFiles(commonDir, 'path');
  const write = (path: string, text: string, executable: boolean, why: string): WriteStep =>
    planWrite({ path, bytes: Buffer.from(text), executable, why, before: own.get(path) });
  return [
    write(files.record, `${previous.record}\n`, false, 'what core.hooksPath was before'),
    write(files.runner, runnerScript({ hookFile, nodeFile }), true, 'starts Pawl'),
    write(
      files.dispatch,
      dispatchScript({ way: 'path', scripts: previous.scripts, previous: previous.folder }),
      false,
      'runs everybody, Pawl last',
    ),
    ...[...new Set<string>([...HUSKY_HOOKS, ...PAWL_HOOKS, ...previousHooks])].map((name) =>
      write(join(files.folder, name), dispatcher('path'), true, 'fires in every worktree'),
    ),
  ];
}

function planHusky({ topLevel, previous, huskyReady, huskyOff }: HookFacts): readonly HuskyStep[] {
  if (huskyOff) return [];
  const action: HookAction = huskyReady ? 'unchanged' : 'created';
  const path = join(topLevel, previous.scripts, '_');
  return [
    {
      kind: 'husky',
      path,
      action,
      why: `${previous.scripts}/ is where your own commands go`,
      scripts: previous.scripts,
    },
  ];
}

function planScript(facts: HookFacts, hook: ScriptedHook): Part {
  const before = facts.scripts[hook];
  const name = `${facts.previous.scripts}/${hook}`;
  // As latin1 every byte is one character and comes back as the same byte; our own lines are ASCII.
  const start = before?.bytes.toString('latin1') ?? firstLines(facts, hook);
  const { text, notes } = placeBlock(start, hook, name);
  const step = planWrite({
    path: join(facts.topLevel, facts.previous.scripts, hook),
    bytes: Buffer.from(text, 'latin1'),
    executable: before?.executable ?? false,
    why: 'Pawl judges after your own commands',
    before,
  });
  return { steps: [step], notes: [...notes, ...noteOnLintStaged(facts, hook, text, name)] };
}

/** A new pre-commit of a project that set lint-staged up but calls it nowhere. Husky puts `node_modules/.bin` on the PATH. */
function firstLines({ usesLintStaged, previousPreCommit }: HookFacts, hook: ScriptedHook): string {
  return hook === 'pre-commit' && usesLintStaged && previousPreCommit === undefined ? 'lint-staged\n' : '';
}

function noteOnLintStaged(
  { usesLintStaged, previousPreCommit = '' }: HookFacts,
  hook: ScriptedHook,
  script: string,
  name: string,
): readonly string[] {
  const called = `${script}${previousPreCommit}`.includes('lint-staged');
  if (hook !== 'pre-commit' || !usesLintStaged || called) return [];
  return [
    `${name}: lint-staged is set up but no hook calls it; add the line "lint-staged" above Pawl's block if it should run.`,
  ];
}

/** Husky, where it has to be run, points git at its own folder: then ours is set again whatever it was. */
function planHooksPath({ commonDir, hooksPath }: HookFacts, husky: readonly HuskyStep[]): ConfigStep {
  const value = hookFiles(commonDir, 'path').folder;
  const moves = husky.some(({ action }) => action !== 'unchanged');
  const action = hooksPath === undefined ? 'created' : hooksPath === value && !moves ? 'unchanged' : 'updated';
  return { kind: 'config', path: 'core.hooksPath', action, why: `git looks for hooks in ${value}`, value };
}

function notesOnPrevious({ previous: { folder, scripts }, previousHooks, huskyOff }: HookFacts): readonly string[] {
  return [
    ...(previousHooks.length > 0 ? [`Hooks in ${folder} keep firing, before Pawl: ${previousHooks.join(', ')}.`] : []),
    ...(huskyOff
      ? [`HUSKY=0: husky was not set up; the scripts in ${scripts}/ fire all the same once HUSKY is not 0.`]
      : []),
  ];
}
