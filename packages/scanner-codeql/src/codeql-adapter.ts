import { pathToFileURL } from 'node:url';
import type { Coverage, RawFinding } from '@pawl/findings';
import { locate, readSarif, type SarifRun } from '@pawl/sarif';
import {
  type Adapter,
  AdapterError,
  type CommandResult,
  type Output,
  type Pin,
  type PinningDoor,
  type Scanner,
  type ScanRequest,
  type ScanResult,
} from '@pawl/scanner';
import { categoryOf, languagesIn, scanCommand, toolchainCommand, versionCommand } from './commands.ts';
import { coverageOf } from './coverage.ts';
import { isOf, type Language, languagesOf } from './languages.ts';
import type { CodeqlSettings } from './settings.ts';
import { suiteOf } from './suite-of.ts';
import { digestOf, type Toolchain, toolchainOf, versionOf } from './toolchain.ts';

const NAME = 'codeql';

/** CodeQL over a whole tree: a database for each language, without a build, and the queries of one suite. */
export const codeqlAdapter: Adapter<CodeqlSettings> = { pin, open };

async function pin(settings: CodeqlSettings, door: PinningDoor): Promise<Pin> {
  const toolchain = toolchainCommand(settings);
  const asked = await door.run(versionCommand());
  if (asked.kind === 'failed') throw unusable(asked);
  const { version } = versionOf(asked.value as CommandResult);
  const resolved = await door.run(toolchain);
  if (resolved.kind === 'failed') throw withoutQueries(settings, resolved.why);
  return { version, rulesDigest: digest(settings, toolchainOf(resolved.value as CommandResult)), rules: [] };
}

function unusable({ code, why }: Extract<Output, { readonly kind: 'failed' }>): AdapterError {
  if (code === 'tool-missing') {
    return new AdapterError('tool-missing', 'CodeQL is not on PATH outside the repository.', {
      next: 'Install the CodeQL bundle, which holds the CLI and its queries, and put its folder on PATH.',
    });
  }
  const next = 'Run `codeql version` to see what is wrong.';
  return new AdapterError('version-unreadable', `CodeQL does not tell its version: ${why}.`, { next });
}

function withoutQueries(settings: CodeqlSettings, why: string): AdapterError {
  const packs = languagesOf(settings).map((language) => suiteOf(settings, language).split(':', 1)[0]);
  return new AdapterError('rules-missing', `CodeQL cannot resolve the queries that are configured: ${why}.`, {
    next: `Correct "suite", or: codeql pack download ${packs.join(' ')}`,
  });
}

function digest(settings: CodeqlSettings, toolchain: Toolchain): string {
  return digestOf(
    toolchain,
    languagesOf(settings).map((language) => suiteOf(settings, language)),
  );
}

function open(settings: CodeqlSettings, pinned: Pin): Scanner {
  const languages = languagesOf(settings);
  return {
    name: NAME,
    scope: 'tree',
    version: pinned.version,
    rulesDigest: pinned.rulesDigest,
    owes: (file) => languages.some((language) => isOf(language, file)),
    plan: (request) => scanCommand(settings, request),
    read: (output, request) => {
      const ran = output as CommandResult;
      requirePinned(settings, toolchainOf(ran), pinned);
      const spoken = languagesIn(settings, request);
      const runs = spoken.length === 0 ? [] : readRuns(ran, spoken);
      for (const { tool } of runs) requireCodeql(tool, pinned);
      return resultOf(runs, spoken, request, ran.folder);
    },
  };
}

/** E13: neither the CLI nor a pack may have moved since the lock. */
function requirePinned(settings: CodeqlSettings, toolchain: Toolchain, pinned: Pin): void {
  if (toolchain.version === pinned.version && digest(settings, toolchain) === pinned.rulesDigest) return;
  const what = `CodeQL ${toolchain.version} answered, with its queries; what is locked is ${pinned.version} with other ones.`;
  throw new AdapterError('wrong-version', what, {
    next: `Install the CodeQL bundle ${pinned.version}, or lock again with: npx pawl lock`,
  });
}

function requireCodeql({ name, version }: SarifRun['tool'], pinned: Pin): void {
  if (name === 'CodeQL' && version === pinned.version) return;
  throw new AdapterError('wrong-version', `The log was written by ${name} ${String(version)}.`, {
    next: `Install the CodeQL bundle ${pinned.version}, or lock again with: npx pawl lock`,
  });
}

/** The runs in the order of the languages: exactly one for each, so that none is lost when logs are merged. */
function readRuns({ result, folder }: CommandResult, languages: readonly Language[]): readonly SarifRun[] {
  // The extractors go on with the next file. `coverageOf`, which knows the language, refuses an error that costs it none.
  const { runs } = readSarif(result, { tool: NAME, root: pathToFileURL(folder).href, isPartial: () => true });
  if (runs.length !== languages.length)
    throw new Error(`the log has ${runs.length} runs for ${languages.length} languages`);
  return languages.map((language) => {
    const run = runs.find(({ category }) => category === categoryOf(language));
    if (run === undefined) throw new Error(`the log has no run for ${language.name}`);
    return run;
  });
}

function resultOf(
  runs: readonly SarifRun[],
  languages: readonly Language[],
  { files }: ScanRequest,
  folder: string,
): ScanResult {
  const texts = new Map(files.map(({ file, text }) => [file, text]));
  const parts = runs.map((run, index): readonly [readonly RawFinding[], Coverage] => {
    const language = languages[index] as Language;
    return [locate(run, (file) => texts.get(file)), coverageOf(run, language, files, { by: NAME, folder })];
  });
  return {
    findings: parts.flatMap(([findings]) => findings),
    coverage: {
      examined: parts.flatMap(([, { examined }]) => examined),
      notExamined: parts.flatMap(([, { notExamined }]) => notExamined),
    },
  };
}
