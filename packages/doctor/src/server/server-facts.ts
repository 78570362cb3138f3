import type { Fact } from '../fact.ts';

export interface ServerHook {
  /** `other`: a pre-receive hook that is not of Pawl. */
  readonly kind: 'missing' | 'other' | 'ours';
  readonly isExecutable: boolean;
  /** Whether the program that it starts is there. */
  readonly hasProgram: boolean;
  readonly anchor: string | undefined;
  readonly settings: string | undefined;
}

/** A bare repository, from the outside. */
export interface ServerFacts {
  readonly folder: string;
  readonly hook: Fact<ServerHook>;
  /** `core.hooksPath`, where it leads elsewhere than to `hooks/`. */
  readonly hooksPath: string | undefined;
  /** Who may lock, and the settings that the hook names; `undefined` where it names none. */
  readonly anchor: Fact<{ readonly isInside: boolean; readonly mode: number } | undefined>;
  readonly settings: Fact<boolean>;
  /** By lower-case key: every value that git reads. */
  readonly config: Fact<ReadonlyMap<string, readonly string[]>>;
  readonly isShallow: boolean;
}
