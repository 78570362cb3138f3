/** The frameworks that {@link runSuite} knows; `node` is `node:test`. */
export const FRAMEWORKS = ['vitest', 'jest', 'mocha', 'node', 'pytest', 'go'] as const;

/** A test framework whose suites can be run. */
export type Framework = (typeof FRAMEWORKS)[number];

/** One suite of security tests, as a project names it. */
export interface SecuritySuite {
  readonly name: string;
  /** Globs of its test files, from the root of the repository. */
  readonly files: readonly string[];
  readonly framework: Framework;
  /**
   * The program of the framework and what comes before our own arguments: `['npx', 'vitest']`. Unless given, the framework of the
   * checkout's dependencies.
   */
  readonly command?: readonly string[];
  /** How the dependencies get into a fresh checkout: `['npm', 'ci', '--ignore-scripts', '--offline']`. */
  readonly setup?: readonly string[];
  /**
   * Folders of the main checkout that the fresh one borrows instead: `['node_modules']`. Weaker than `setup`, because whoever can write
   * there can change what the tests run on.
   */
  readonly link?: readonly string[];
  /** For each of set-up and tests, in milliseconds: five minutes, unless given. */
  readonly timeoutMs?: number;
  /** Of everything that the tests start, in bytes: 2 GiB, unless given. */
  readonly maxMemoryBytes?: number;
}

/** What stands under `securityTests` of a configuration. */
export interface SecurityTestSettings {
  readonly suites?: readonly SecuritySuite[];
  /** Also take what is a security test by folder, file name, marker or title: true, unless given. */
  readonly find?: boolean;
}
