import type { Command, OwnFile, Output, Scanner } from './scanner.ts';

/**
 * What a lock keeps of a tool: its version and every text that decides what it finds. A rule pack that changes upstream
 * must not change a verdict in the middle of a loop.
 */
export interface Pin {
  readonly version: string;
  /** SHA-256, in hexadecimal, over the rules and over the options that the adapter sets. */
  readonly rulesDigest: string;
  readonly rules: readonly OwnFile[];
}

/** What an adapter may ask of the world when it is pinned, and at no other time. */
export interface PinningDoor {
  readonly run: (command: Command) => Promise<Output>;
  /** A file of the commit that is being locked, or `undefined`. Never of the working tree. */
  readonly readFile: (path: string) => Promise<string | undefined>;
  /** Every path of that commit. */
  readonly listFiles: () => Promise<readonly string[]>;
}

/** A tool that a project may turn on. Its name is its key in the registry. */
export interface Adapter<Settings> {
  /**
   * Asks the tool for its version and settles its rules: once, when a person locks or when two revisions are compared
   * without a lock.
   *
   * @throws AdapterError where the tool or a rule is missing: what, why, and the command that mends it.
   */
  pin(settings: Settings, door: PinningDoor): Promise<Pin>;
  /**
   * The scanner that a pin describes. It spawns nothing by itself and does not need the tool to be there: results that
   * are known by content are the same wherever they were made. `read` must find the pinned version in what the tool
   * said, or throw `AdapterError` `wrong-version`.
   */
  open(settings: Settings, pin: Pin): Scanner;
}
