import type { Coverage, RawFinding } from '@pawl/findings';

/** One file to examine: its text comes from a git object, never from the working tree. */
export interface SourceFile {
  /** Path from the repository's root, with `/`. */
  readonly file: string;
  /** The git object id of the content. */
  readonly blob: string;
  readonly text: string;
}

/** The files to examine; each path once. */
export interface ScanRequest {
  readonly files: readonly SourceFile[];
}

/** A text of the adapter's own that the tool reads: rules, a configuration. */
export interface OwnFile {
  /** A path inside the folder `{own}`. */
  readonly name: string;
  readonly text: string;
}

/** One program to run: no shell is involved. */
export interface Step {
  /** The tool and its arguments, in which `{files}`, `{own}` and `{out}` stand for three private folders. */
  readonly argv: readonly [string, ...string[]];
  /** Exit statuses with which the tool says that it did its work. */
  readonly okStatus: readonly number[];
}

/** Tools that are spawned by the runner, in fresh private folders: what lies in the judged repository configures nothing. */
export interface Command {
  readonly kind: 'command';
  /** Run in order; the first that ends otherwise than well ends the run. */
  readonly steps: readonly [Step, ...Step[]];
  /** Laid out in `{files}` under their own paths. */
  readonly files: readonly SourceFile[];
  /** Laid out in `{own}`. */
  readonly own: readonly OwnFile[];
  /** The file in `{out}` that holds the result; absent where the last step prints it. */
  readonly result?: string;
  /** For all steps together, in milliseconds. */
  readonly timeoutMs: number;
  /** For everything that is printed or written as the result, in bytes. */
  readonly maxOutputBytes: number;
  /** For the tool and its children together, in bytes. */
  readonly maxMemoryBytes: number;
}

/** What a command left: what each step said, and the result as text. */
export interface CommandResult {
  readonly steps: readonly { readonly status: number; readonly stdout: string; readonly stderr: string }[];
  /** The text of the result file, or what the last step printed. */
  readonly result: string;
  /** The absolute folder that `{files}` stood for, to take off the paths in the result. */
  readonly folder: string;
}

/** How to run a tool, described and not done. `in-process` engines are loaded only when they run. */
export type Invocation = { readonly kind: 'in-process'; readonly run: () => Promise<unknown> } | Command;

/** What came back. Anything but `done` means that nothing was examined. */
export type Output =
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly code: 'timed-out' | 'tool-missing' | 'tool-failed'; readonly why: string };

/** What a scanner found, and what it examined. A file that is in no record was forgotten, which is never clean. */
export interface ScanResult {
  readonly findings: readonly RawFinding[];
  readonly coverage: Coverage;
}

/**
 * An adapter: it knows one tool and this contract, and nothing of the engine that calls it. `plan` describes the run and
 * `read` is a pure function of what came back. Every file of the request that is owed to it must come out of `read` as
 * examined or as not examined; one that is in neither is a bug that {@link readOutput} turns into "not examined".
 */
export interface Scanner {
  readonly name: string;
  /** What the result for a file depends on: `file` on it alone, so that it can be kept by content; `tree` on everything. */
  readonly scope: 'file' | 'tree';
  /** The version of the tool and a digest of its rules and options: both sides of a delta must have the same. */
  readonly version: string;
  readonly rulesDigest: string;
  /** What it matches is a secret itself: no record may keep it. */
  readonly matchesSecrets?: true;
  /**
   * Whether a file is owed to this scanner, by its path alone. A request to a scanner of files holds no others; one to a
   * scanner of trees holds the whole tree, and coverage speaks of the owed ones alone.
   */
  owes(file: string): boolean;
  /** Files of these names are about to come: what takes long to load may load meanwhile. Nothing that is found depends on it. */
  prepare?(files: readonly string[]): void;
  plan(request: ScanRequest): Invocation;
  read(output: unknown, request: ScanRequest): ScanResult;
}
