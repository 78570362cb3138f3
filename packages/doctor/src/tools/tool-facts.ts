import type { Fact } from '../fact.ts';

export interface NamedVersion {
  readonly name: string;
  readonly version: string;
}

/** An engine of Pawl itself, by all that decides what it finds. */
export interface Engine extends NamedVersion {
  readonly rulesDigest: string;
}

/** A tool that the lock turns on and the project installs. */
export interface ScannerFacts {
  readonly name: string;
  readonly program: string;
  /** The version that the lock pins; `undefined` where it names none. */
  readonly pinned: string | undefined;
  /** What the program said when it was asked for its version; `undefined` where there is no such program. */
  readonly said: Fact<string | undefined>;
}

export interface ToolFacts {
  readonly node: string;
  readonly git: Fact<string>;
  /** Of this version of Pawl, and as the lock has them; `undefined` where there is no lock that counts. */
  readonly engines: { readonly here: readonly Engine[]; readonly locked: readonly Engine[] | undefined };
  readonly scanners: Fact<readonly ScannerFacts[]>;
  /** Whether results can be kept. */
  readonly canCache: boolean;
}
