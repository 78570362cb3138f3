import type { Coverage, RawFinding } from '@pawl/findings';

/** One file to examine: its text comes from a git object, never from the working tree. */
export interface SourceFile {
  /** Path from the repository's root, with `/`. */
  readonly file: string;
  /** The git object id of the content. */
  readonly blob: string;
  readonly text: string;
}

export interface ScanRequest {
  readonly files: readonly SourceFile[];
}

/**
 * How to run a tool, described and not done. `in-process` engines are loaded only when they run; `command` engines are
 * spawned by the runner, which lays `files` out in a fresh private folder and puts its path where `{dir}` stands.
 */
export type Invocation =
  | { readonly kind: 'in-process'; readonly run: () => Promise<unknown> }
  | {
      readonly kind: 'command';
      /** The tool and its arguments; no shell is involved. */
      readonly argv: readonly [string, ...string[]];
      readonly files: readonly SourceFile[];
      /** Exit statuses with which the tool says that it did its work. */
      readonly okStatus: readonly number[];
      readonly timeoutMs: number;
      readonly maxOutputBytes: number;
    };

/** What came back. Anything but `done` means that nothing was examined. */
export type Output =
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly code: 'timed-out' | 'tool-failed'; readonly why: string };

export interface ScanResult {
  readonly findings: readonly RawFinding[];
  readonly coverage: Coverage;
}

/**
 * An adapter: it knows one tool and this contract, and nothing of the engine that calls it. `plan` describes the run and
 * `read` is a pure function of what came back. Every file of the request must come out of `read` as examined or as not
 * examined; a file that is in neither is a bug that {@link readOutput} turns into "not examined".
 */
export interface Scanner {
  readonly name: string;
  /** The version of the tool and a digest of its rules and options: both sides of a delta must have the same. */
  readonly version: string;
  readonly rulesDigest: string;
  /** What it matches is a secret itself: no record may keep it. */
  readonly matchesSecrets?: true;
  /** Whether a file is owed to this scanner, by its path alone. */
  owes(file: string): boolean;
  plan(request: ScanRequest): Invocation;
  read(output: unknown, request: ScanRequest): ScanResult;
}
