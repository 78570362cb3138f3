import type { Ran } from '../run.ts';
import type { NaiveGate } from '../naive-gate.ts';
import type { Scene } from './scene.ts';

/**
 * What the catalogue of threats wants. `B` block · `E` escalate: a person decides · `F` fail closed, for a reason of form · `N` no
 * effect: the same answer as without the trick.
 */
export type Wanted = 'B' | 'E' | 'F' | 'N';

/** Where Pawl judges: in git's hooks on the agent's machine, in the server's hook, or by `pawl check` on a bare repository. */
export type JudgedAt = 'hook' | 'server' | 'check';

/** What an attack leaves for a judge. */
export interface Played {
  /** The command that a hook should have refused. Absent: everything went to the remote, and nothing there should have come in. */
  readonly ran?: Ran;
  /** What came to the remote before, and was right to come. */
  readonly clean?: string;
  /** Where CI works, if not in what the remote has. */
  readonly repo?: string;
  /** What the agent set for CI. */
  readonly env?: NodeJS.ProcessEnv;
}

/** One row of the catalogue, or one form of it. */
export interface Attack {
  /** As in the catalogue. */
  readonly id: string;
  readonly does: string;
  readonly wants: Readonly<Partial<Record<JudgedAt, Wanted>>>;
  /** Where Pawl answers more sharply than the catalogue wants, and why. */
  readonly sharper?: { readonly answers: Wanted; readonly because: string };
  /** Git's hooks are installed where the agent works: the attack goes round them. Else it works without any. */
  readonly pastHooks?: true;
  /** The gate as people write it that lets this in, though it stops the plain change. */
  readonly beats: NaiveGate;
  act(scene: Scene): Promise<Played>;
}
