import type { Policy } from '@pawl/verdict';

/** What happens to a person's own commits that Pawl would stop: told, or refused as an agent's are. */
export type People = 'report' | 'refuse';

/**
 * How much it takes before a change counts as having lost a defence. As measured on projects that nothing was fitted on, `strict`
 * stops at most one ordinary commit in a hundred, `default` one in twenty, and `paranoid` one in seven.
 */
export type Sensitivity = 'strict' | 'default' | 'paranoid';

/** What is used: the engines that ship with Pawl, and tools that the project installs, which are off unless written. */
export interface Scanners {
  readonly javascript: boolean;
  readonly python: boolean;
  readonly secrets: boolean;
  readonly semgrep: SemgrepSettings | false;
  readonly bandit: boolean;
  readonly codeql: CodeqlSettings | false;
  /** Tools of the project's own that write SARIF, by name. */
  readonly sarif: Readonly<Record<string, SarifSettings>>;
}

export interface SemgrepSettings {
  /** Each a rule file or folder of the repository, or a pack of the registry like `p/default`. */
  readonly rules: readonly string[];
}

export interface CodeqlSettings {
  readonly languages: readonly string[];
  readonly suite?: string;
}

/** A tool of the project's own. Whether a result for one file depends on another nobody knows, so it gets the whole tree. */
export interface SarifSettings {
  /** Program and arguments, without a shell; `{files}` stands for the tree, `{own}` for `rules`, `{out}` for the folder of `result`. */
  readonly command: readonly string[];
  /** The file in `{out}` that holds the log; absent where the tool prints it. */
  readonly result?: string;
  readonly scope?: 'tree';
  /** The command that tells the version; else the tool with `--version`. */
  readonly version?: readonly string[];
  /** Files of the locked commit that the tool reads in `{own}`. */
  readonly rules?: readonly string[];
  /** Endings of the files that the tool is for, like `.php`; else it is for every file. */
  readonly files?: readonly string[];
  /** Exit statuses with which the tool says that it did its work; else 0 and 1. */
  readonly okStatus?: readonly number[];
}

export type TestFramework = 'vitest' | 'jest' | 'mocha' | 'node' | 'pytest' | 'go';

/** Which tests are security tests, and how they are run. */
export interface SecurityTests {
  /** Whether those count too that say so by their folder, name, marker or title. */
  readonly find: boolean;
  readonly suites: readonly TestSuite[];
}

export interface TestSuite {
  readonly name: string;
  /** Globs of its test files. */
  readonly files: readonly string[];
  readonly framework: TestFramework;
  /** The program of the framework and its first arguments; else that of the dependencies of the checkout. */
  readonly command?: readonly string[];
  /** How dependencies get into a fresh checkout, like `npm ci --ignore-scripts`. */
  readonly setup?: readonly string[];
  /** Folders of the main checkout that the fresh one borrows instead: who can write there can change what tests run on. */
  readonly link?: readonly string[];
}

export interface LockSettings {
  /** So many days after it was made a lock judges nothing any more; `null`: it does not expire. */
  readonly expiresAfterDays: number | null;
}

export interface DriftSettings {
  /** The weight by which the protected branch may drift from the lock before people are asked. */
  readonly limit: number;
}

export interface WaiverSettings {
  /** How many findings may be waived at the same time: a pile of waivers is a lowered baseline. */
  readonly max: number;
}

/** Who is told that a loop stopped, as a person wrote it; `readNotifySettings` of `@pawl/notify` reads it. No verdict depends on it. */
export type WrittenNotify = Readonly<Record<string, unknown>>;

export interface Limits {
  /** A larger file is not examined, in bytes. */
  readonly maxFileBytes: number;
  /** For one judgement, in milliseconds; what is not done by then is not examined. */
  readonly timeoutMs: number;
  /** For one run of an installed tool, in milliseconds. */
  readonly toolTimeoutMs: number;
  /** For an installed tool and its children together, in bytes. */
  readonly toolMemoryBytes: number;
}

/**
 * The configuration with every default filled in: plain frozen data that is put in the lock, from which verdicts read it.
 * Two files that mean the same give the same JSON: globs are a set, so they are sorted and each stands once.
 */
export interface Config {
  /** The protected branch, without `refs/heads/`. */
  readonly target: string;
  /** Globs of judged files that are left out. */
  readonly exclude: readonly string[];
  /** Globs of files that no scanner can read and that a human accepted as unexamined. */
  readonly acceptUnexamined: readonly string[];
  /** Globs of files, beside those that always are, of which a person wants to see every change. */
  readonly protect: readonly string[];
  readonly limits: Limits;
  readonly lock: LockSettings;
  readonly drift: DriftSettings;
  readonly waivers: WaiverSettings;
  /** The age recipients for whom is sealed what a person cannot recompute. */
  readonly reviewers: readonly string[];
  readonly people: People;
  readonly sensitivity: Sensitivity;
  readonly policy: Policy;
  readonly scanners: Scanners;
  readonly securityTests: SecurityTests;
  /** Absent: nobody is told, and so it is in locks that were made before there was such a thing. */
  readonly notify?: WrittenNotify;
}
