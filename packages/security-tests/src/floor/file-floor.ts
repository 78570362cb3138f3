import type { NotExaminedCode } from '@pawl/findings';
import type { Framework } from '../settings.ts';

/**
 * How a test stands: it runs, it is switched off, it is announced only, it may fail without a word, or it runs only where a condition
 * holds that the text does not settle.
 */
export type TestState = 'run' | 'skipped' | 'todo' | 'expected-to-fail' | 'conditional';

/** What an assertion is worth, from one that always holds to one that names the only right answer. */
export const STRENGTH = { vacuous: 0, loose: 3, partial: 6, exact: 9 } as const;

/** Why an assertion holds whatever the code does. */
export type Vacuity = 'constant' | 'no-matcher' | 'swallowed' | 'not-awaited';

/** One thing that a test asserts. */
export interface Assertion {
  /** What is looked at, without white space; for a helper of the project its name. */
  readonly subject: string;
  /** As the framework calls it, `not.` before it where it is turned round; `helper` for a call of a function that asserts. */
  readonly matcher: string;
  readonly expected: string;
  /** From 0 to 9; see {@link STRENGTH}. */
  readonly strength: number;
  readonly vacuity?: Vacuity;
  /** It stands behind a condition, so that it may not run. */
  readonly conditional?: true;
}

/** Something that is replaced while a test runs. */
export interface Mock {
  /** A module as it is imported, or `object.name`. */
  readonly target: string;
  /** The rest of the module stays what it is. */
  readonly partial: boolean;
}

/** One test, as its text has it. */
export interface TestFloor {
  /** The names around it and its own, outermost first: what identifies it in its file. */
  readonly path: readonly string[];
  readonly line: number;
  readonly state: TestState;
  /** It switches off its neighbours. */
  readonly only: boolean;
  /** How many times it runs, null where the text does not say. */
  readonly cases: number | null;
  /** Markers and tags on it and around it. */
  readonly tags: readonly string[];
  readonly asserts: readonly Assertion[];
  readonly mocks: readonly Mock[];
  /** The names and words in it, to know it again where it was rewritten. */
  readonly words: readonly string[];
  /** Digest of its code without its name. */
  readonly body: string;
}

/** A function that is no test: a helper that asserts, or what was a test and is no longer collected. */
export interface FunctionFloor {
  readonly name: string;
  readonly line: number;
  readonly body: string;
  readonly words: readonly string[];
  readonly asserts: readonly Assertion[];
}

/** Names of a module that a file imports, by the name they have in it. */
export type Imports = Readonly<Record<string, string>>;

/** What a configuration of the tests leaves out, and the coverage that it asks for. */
export interface CollectionFloor {
  /** Each as it is written: `--ignore=tests/security`. */
  readonly exclusions: readonly string[];
  /** The scripts of a `package.json` that run tests, by name. */
  readonly scripts: Readonly<Record<string, string>>;
  /** The lowest coverage that passes, in per cent, by the name of the option. */
  readonly thresholds: Readonly<Record<string, number>>;
}

/** What one file promises to test. Plain JSON that depends on its path and text alone: keep it by path, blob and `SECURITY_TESTS_DIGEST`. */
export interface FileFloor {
  readonly file: string;
  readonly framework: Framework | undefined;
  readonly tests: readonly TestFloor[];
  readonly functions: readonly FunctionFloor[];
  readonly imports: Imports;
  /** A file that keeps every test of its package or folder from running, with the reason. */
  readonly starves?: string;
  /** The digest of each recorded answer, by its name. */
  readonly snapshots?: Readonly<Record<string, string>>;
  readonly collection?: CollectionFloor;
  /** Why it was not read, or not to its end. */
  readonly notExamined?: { readonly code: NotExaminedCode; readonly why: string };
}
