import type { Scanner, ScanRequest } from '@pawl/scanner';

/** What a tool says in one run of a command. */
export interface HonestRun {
  /** The result, as JSON. `{files}` stands for the folder of the files, as it does in `argv`. */
  readonly result: string;
  /**
   * What each step says, in order. A step that is not here prints nothing and ends with its first good status. Where the
   * command names no file for the result, the last step prints `result`.
   */
  readonly steps?: readonly { readonly status?: number; readonly stdout?: string; readonly stderr?: string }[];
}

/** An adapter under test, and how its tool behaves as long as it is honest. */
export interface LyingToolSubject {
  /** Opened with a pin that is written by hand: the tool itself is not needed. */
  readonly scanner: Scanner;
  /** At least two files that the scanner is owed, each with something to find in it. */
  readonly request: ScanRequest;
  /** What the tool says of exactly these files, with at least one finding in each. Asked with other files, too, and with none. */
  readonly honest: (request: ScanRequest) => HonestRun;
  /**
   * Whether the tool names every file that it read. Where it does not, nobody can notice that it left one out: the lies of
   * that kind are not in the suite, and the adapter's README has to say so.
   */
  readonly namesScanned: boolean;
  /**
   * The tool's own words for "I did not do my work", by title: notifications of errors, files that it could not parse,
   * rules that timed out. What it would then not find is left out.
   */
  readonly admissions: (request: ScanRequest) => Readonly<Record<string, HonestRun>>;
  /** How the tool writes its version, if that is not `scanner.version`. */
  readonly toolVersion?: string;
}

/** One misbehaviour. */
export interface Lie {
  /** In words that follow "the tool". */
  readonly title: string;
  /**
   * Lets the tool misbehave, through the real runner.
   *
   * @throws LieBelieved where a file comes out as examined although its findings are lost.
   */
  readonly attempt: () => Promise<void>;
}
