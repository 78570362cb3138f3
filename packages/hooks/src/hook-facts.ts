import type { FileState } from './file-state.ts';
import type { Way } from './hook-files.ts';
import type { ScriptedHook } from './hook-names.ts';
import type { PreviousHooks } from './previous-hooks.ts';

export interface HookPlaces {
  /** The top of the work tree that is set up; its scripts and its package.json are edited. */
  readonly topLevel: string;
  /** The git directory that all worktrees share, absolute. */
  readonly commonDir: string;
  /** Absolute path of the bundled hook. */
  readonly hookFile: string;
  /** Absolute path of the node to run it with. */
  readonly nodeFile: string;
}

/** A hook in git's default folder. */
export interface StandingHook {
  readonly file: FileState;
  readonly isOurs: boolean;
}

/** All that the plan decides from, as it was read; nothing else is looked at. */
export interface HookFacts extends HookPlaces {
  /** `core.hooksPath` as git would use it now. */
  readonly hooksPath: string | undefined;
  readonly previous: PreviousHooks;
  readonly way: Way;
  /** The tools of the project that look after the default hooks folder themselves. */
  readonly managers: readonly string[];
  /** Whose hooks stand where ours belong; and what such a tool has put aside, by the name that it gave it. */
  readonly standing: ReadonlyMap<string, StandingHook>;
  /** The hooks in the folder that git used before, by name; samples and files that git would not run are left out. */
  readonly previousHooks: readonly string[];
  /** The text of the previous pre-commit hook, to see whether it calls lint-staged. */
  readonly previousPreCommit: string | undefined;
  /** Our own files in the common git directory, by absolute path; absent ones are `undefined`. */
  readonly own: ReadonlyMap<string, FileState | undefined>;
  readonly scripts: Readonly<Record<ScriptedHook, FileState | undefined>>;
  readonly manifest: FileState | undefined;
  readonly hookFileExists: boolean;
  readonly usesLintStaged: boolean;
  /** Husky's runner is in place in this work tree. */
  readonly huskyReady: boolean;
  /** `HUSKY=0`: husky was told to install nothing here. */
  readonly huskyOff: boolean;
}
