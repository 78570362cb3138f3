import { join } from 'node:path';
import { DISPATCHER, dispatchScript } from './dispatch-script.ts';
import type { FileState } from './file-state.ts';
import type { HookFacts } from './hook-facts.ts';
import { hookFiles } from './hook-files.ts';
import { HUSKY_HOOKS, PAWL_HOOKS, type PawlHook } from './hook-names.ts';
import type { ConfigStep, HookAction, HookPlan, HookStep, HuskyStep, WriteStep } from './hook-plan.ts';
import { HooksError } from './hooks-error.ts';
import { placeBlock } from './pawl-block.ts';
import { prepareManifest } from './prepare-script.ts';
import { runnerScript } from './runner-script.ts';

/** Decides everything and does nothing. Git is pointed at the new hooks last, when all that they need is there. */
export function planHooks(facts: HookFacts): HookPlan {
  if (!facts.hookFileExists) {
    throw new HooksError('hook-file-missing', `The bundled hook ${facts.hookFile} does not exist.`, {
      next: 'npm install',
    });
  }
  const scripts = PAWL_HOOKS.map((hook) => planScript(facts, hook));
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
  const files = hookFiles(commonDir);
  const write = (path: string, text: string, executable: boolean, why: string): WriteStep =>
    planWrite({ path, bytes: Buffer.from(text), executable, why, before: own.get(path) });
  return [
    write(files.record, `${previous.record}\n`, false, 'what core.hooksPath was before'),
    write(files.runner, runnerScript({ hookFile, nodeFile }), true, 'starts Pawl'),
    write(
      files.dispatch,
      dispatchScript({ scripts: previous.scripts, previous: previous.folder }),
      false,
      'runs everybody, Pawl last',
    ),
    ...[...new Set<string>([...HUSKY_HOOKS, ...previousHooks])].map((name) =>
      write(join(files.folder, name), DISPATCHER, true, 'fires in every worktree'),
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

interface Part {
  readonly steps: readonly HookStep[];
  readonly notes: readonly string[];
}

function planScript(facts: HookFacts, hook: PawlHook): Part {
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
function firstLines({ usesLintStaged, previousPreCommit }: HookFacts, hook: PawlHook): string {
  return hook === 'pre-commit' && usesLintStaged && previousPreCommit === undefined ? 'lint-staged\n' : '';
}

function noteOnLintStaged(
  { usesLintStaged, previousPreCommit = '' }: HookFacts,
  hook: PawlHook,
  script: string,
  name: string,
): readonly string[] {
  const called = `${script}${previousPreCommit}`.includes('lint-staged');
  if (hook !== 'pre-commit' || !usesLintStaged || called) return [];
  return [
    `${name}: lint-staged is set up but no hook calls it; add the line "lint-staged" above Pawl's block if it should run.`,
  ];
}

function planManifest({ topLevel, manifest }: HookFacts): Part {
  if (manifest === undefined) return { steps: [], notes: [] };
  const before = manifest.bytes.toString();
  const { text, notes } = prepareManifest(before);
  // Unchanged bytes are kept as bytes: decoding could have replaced some that are not UTF-8.
  if (text === before) return { steps: [], notes };
  const why = 'npm install sets the hooks up again after husky';
  const path = join(topLevel, 'package.json');
  return {
    steps: [planWrite({ path, bytes: Buffer.from(text), executable: manifest.executable, why, before: manifest })],
    notes,
  };
}

/** Husky, where it has to be run, points git at its own folder: then ours is set again whatever it was. */
function planHooksPath({ commonDir, hooksPath }: HookFacts, husky: readonly HuskyStep[]): ConfigStep {
  const value = hookFiles(commonDir).folder;
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

interface Wanted {
  readonly path: string;
  readonly bytes: Buffer;
  readonly executable: boolean;
  readonly why: string;
  readonly before: FileState | undefined;
}

function planWrite({ path, bytes, executable, why, before }: Wanted): WriteStep {
  const same = before?.bytes.equals(bytes) === true && (before.executable || !executable);
  const action: HookAction = before === undefined ? 'created' : same ? 'unchanged' : 'updated';
  return { kind: 'write', path, action, why, bytes, executable };
}
