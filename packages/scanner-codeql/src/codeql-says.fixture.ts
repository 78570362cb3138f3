import type { CommandResult, Pin, ScanRequest } from '@pawl/scanner';
import { categoryOf } from './commands.ts';
import { isOf, type Language, languagesOf } from './languages.ts';
import type { CodeqlSettings } from './settings.ts';
import { suiteOf } from './suite-of.ts';
import { digestOf, toolchainOf } from './toolchain.ts';

/** What CodeQL says, as far as specs need it. */
export type Part = Readonly<Record<string, unknown>>;

export const FOLDER = '/tmp/pawl-x/files';
export const VERSION = '2.24.1';

/** The first two steps of a run. */
export function toolchainSteps(
  settings: CodeqlSettings,
  version: string = VERSION,
  pack: string = '1.6.1',
): readonly { readonly status: number; readonly stdout: string; readonly stderr: string }[] {
  const told = { productName: 'CodeQL', vendor: 'GitHub', version, sha: 'fedb9464', unpackedLocation: '/opt/codeql' };
  const queries = languagesOf(settings).flatMap(({ name }) => [
    `/opt/codeql/qlpacks/codeql/${name}-queries/${pack}/Security/CWE-089/SqlInjection.ql`,
    `/opt/codeql/qlpacks/codeql/${name}-queries/${pack}/Diagnostics/ExtractedFiles.ql`,
  ]);
  return [told, queries].map((stdout) => ({ status: 0, stdout: JSON.stringify(stdout), stderr: '' }));
}

export function ran(settings: CodeqlSettings, result: string, version: string = VERSION): CommandResult {
  return { steps: toolchainSteps(settings, version), result, folder: FOLDER };
}

export function pinOf(settings: CodeqlSettings, version: string = VERSION): Pin {
  const suites = languagesOf(settings).map((language) => suiteOf(settings, language));
  return { version, rulesDigest: digestOf(toolchainOf(ran(settings, '', version)), suites), rules: [] };
}

export function extracted({ prefix }: Language, file: string): Part {
  const id = `${prefix}/diagnostics/successfully-extracted-files`;
  return { descriptor: { id }, level: 'none', message: { text: '' }, locations: [at(file)] };
}

export function resultAt(file: string, startLine = 1, more: Part = {}): Part {
  const region = { startLine, startColumn: 1, endColumn: 4 };
  return {
    ruleId: 'x/sql-injection',
    message: { text: 'This depends on user input.' },
    locations: [at(file, region)],
    ...more,
  };
}

export function at(file: string, region?: Part): Part {
  const artifactLocation = { uri: encodeURI(file), uriBaseId: '%SRCROOT%' };
  return { physicalLocation: { artifactLocation, ...(region && { region }) } };
}

export interface Said {
  readonly results?: readonly Part[];
  readonly notifications?: readonly Part[];
  readonly run?: Part;
}

/** The run of one language: every file of it extracted, unless the notifications are given. */
export function runOf(
  language: Language,
  { files }: ScanRequest,
  { results = [], notifications, run }: Said = {},
): Part {
  const own = files.filter(({ file }) => isOf(language, file));
  const told = notifications ?? own.map(({ file }) => extracted(language, file));
  return {
    tool: { driver: { name: 'CodeQL', semanticVersion: VERSION } },
    invocations: [{ toolExecutionNotifications: told, executionSuccessful: true }],
    results,
    automationDetails: { id: categoryOf(language) },
    columnKind: 'utf16CodeUnits',
    ...run,
  };
}

export function logOf(...runs: readonly Part[]): string {
  return JSON.stringify({ version: '2.1.0', runs });
}
