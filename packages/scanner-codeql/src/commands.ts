import type { Command, ScanRequest, Step } from '@pawl/scanner';
import { isOf, type Language, languagesOf } from './languages.ts';
import type { CodeqlSettings } from './settings.ts';
import { suiteOf } from './suite-of.ts';

const LIMITS = {
  timeoutMs: 60 * 60_000,
  maxOutputBytes: 128 * 1024 * 1024,
  maxMemoryBytes: 12 * 1024 * 1024 * 1024,
};

/** All cores, and memory well below the limit: the evaluator goes beyond what it is told where it maps files. */
const RESOURCES = ['--threads=0', '--ram=6144'] as const;

/** What decides what is found, apart from the queries; part of the digest. */
export const OPTIONS: Readonly<Record<'create' | 'analyze', readonly string[]>> = {
  create: ['--build-mode=none', ...RESOURCES],
  // C03: the judged tree may carry model packs in `.github/codeql/extensions` that declare a sink to be safe.
  analyze: [
    '--format=sarifv2.1.0',
    '--no-download',
    '--no-database-extension-packs',
    '--no-database-threat-models',
    ...RESOURCES,
  ],
};

const VERSION: Step = { argv: ['codeql', 'version', '--format=json'], okStatus: [0] };

/** The first step of every run, alone. */
export function versionCommand(): Command {
  return { kind: 'command', steps: [VERSION], files: [], own: [], ...LIMITS };
}

/** The first two steps of every run: which toolchain answers, and which queries the suites are. */
export function toolchainCommand(settings: CodeqlSettings): Command {
  return { ...versionCommand(), steps: [VERSION, resolveQueries(settings)] };
}

/** The languages of which there is a file: for the others there would be no database, which is an error (status 32). */
export function languagesIn(settings: CodeqlSettings, { files }: ScanRequest): readonly Language[] {
  return languagesOf(settings).filter((language) => files.some(({ file }) => isOf(language, file)));
}

/** One database and one analysis for each language, and one log of them all. */
export function scanCommand(settings: CodeqlSettings, request: ScanRequest): Command {
  const toolchain = toolchainCommand(settings);
  const languages = languagesIn(settings, request);
  if (languages.length === 0) return toolchain;
  const logs = languages.map(({ name }) => (languages.length === 1 ? 'result.sarif' : `${name}.sarif`));
  const analyses = languages.flatMap((language, index) => analysis(settings, language, logs[index] as string));
  return {
    ...toolchain,
    steps: [...toolchain.steps, ...analyses, ...(languages.length === 1 ? [] : [merge(logs)])],
    files: request.files,
    result: 'result.sarif',
  };
}

function resolveQueries(settings: CodeqlSettings): Step {
  const suites = languagesOf(settings).map((language) => suiteOf(settings, language));
  return { argv: ['codeql', 'resolve', 'queries', '--format=json', '--', ...suites], okStatus: [0] };
}

function analysis(settings: CodeqlSettings, language: Language, log: string): readonly Step[] {
  const { name } = language;
  const database = `{out}/${name}.database`;
  const create = [`--language=${name}`, '--source-root={files}', ...OPTIONS.create, '--', database];
  const analyze = [
    `--output={out}/${log}`,
    `--sarif-category=${categoryOf(language)}`,
    ...OPTIONS.analyze,
    '--',
    database,
  ];
  return [
    { argv: ['codeql', 'database', 'create', ...create], okStatus: [0] },
    { argv: ['codeql', 'database', 'analyze', ...analyze, suiteOf(settings, language)], okStatus: [0] },
  ];
}

/** By what the run of a language is known in the log. The CLI writes it with this slash. */
export function categoryOf({ name }: Language): string {
  return `pawl/${name}/`;
}

function merge(logs: readonly string[]): Step {
  const inputs = logs.map((log) => `--sarif={out}/${log}`);
  return { argv: ['codeql', 'github', 'merge-results', ...inputs, '--output={out}/result.sarif'], okStatus: [0] };
}
