import { pathToFileURL } from 'node:url';
import { locate, readSarif, type SarifRun } from '@pawl/sarif';
import {
  type Adapter,
  AdapterError,
  type CommandResult,
  type OwnFile,
  type Pin,
  type PinningDoor,
  type Scanner,
  type ScanRequest,
  type ScanResult,
} from '@pawl/scanner';
import { scanCommand, versionCommand } from './command.ts';
import { coverageOf } from './coverage.ts';
import { requireSameContent } from './same-content.ts';
import type { SarifSettings } from './settings.ts';
import { digestOf, says, versionIn, versionText } from './version.ts';

/** A command of the user's own that writes SARIF, as the scanner `sarif:<name>`. */
export function sarifAdapter(name: string): Adapter<SarifSettings> {
  const scanner = `sarif:${name}`;
  return {
    pin: (settings, door) => pin(scanner, settings, door),
    open: (settings, pinned) => open(scanner, settings, pinned),
  };
}

async function pin(name: string, settings: SarifSettings, door: PinningDoor): Promise<Pin> {
  const rules = await Promise.all((settings.rules ?? []).map((path) => ruleFile(name, path, door)));
  const output = await door.run(versionCommand(name, settings));
  if (output.kind === 'failed') {
    const code = output.code === 'tool-missing' ? 'tool-missing' : 'version-unreadable';
    const next = `Install the tool of ${name}, or correct its "command" and "version".`;
    throw new AdapterError(code, `The tool of ${name} does not tell its version: ${output.why}.`, { next });
  }
  const text = versionText(name, output.value as CommandResult);
  return { version: versionIn(text), rulesDigest: digestOf(settings, rules, text), rules };
}

async function ruleFile(name: string, path: string, door: PinningDoor): Promise<OwnFile> {
  const text = await door.readFile(path);
  if (text !== undefined) return { name: path, text };
  throw new AdapterError('rules-missing', `The rule file ${path} of ${name} is not in the commit.`, {
    next: `Commit ${path}, or take it out of "rules".`,
  });
}

function open(name: string, settings: SarifSettings, pinned: Pin): Scanner {
  const endings = settings.files?.map((ending) => ending.toLowerCase());
  const owes = (file: string): boolean => endings?.some((ending) => file.toLowerCase().endsWith(ending)) ?? true;
  return {
    name,
    scope: 'tree',
    version: pinned.version,
    rulesDigest: pinned.rulesDigest,
    owes,
    plan: (request) => scanCommand(name, settings, pinned.rules, request),
    read: (output, request) => {
      const ran = output as CommandResult;
      const text = versionText(name, ran);
      requirePinned(name, text, digestOf(settings, pinned.rules, text), pinned);
      const { runs } = readSarif(ran.result, { tool: name, root: pathToFileURL(ran.folder).href });
      for (const { tool } of runs) requireVersion(name, text, tool.version);
      requireSameContent(runs, request);
      return resultOf(name, runs, request, ran.folder, owes);
    },
  };
}

function requirePinned(name: string, text: string, digest: string, { version, rulesDigest }: Pin): void {
  if (digest === rulesDigest) return;
  const what = `The tool of ${name} is ${versionIn(text)}; what is locked is ${version}, or it is called otherwise.`;
  throw new AdapterError('wrong-version', what, { next: `Install ${version}, or lock again with: npx pawl lock` });
}

/** E13: a wrapper may answer for its own version and run another tool. */
function requireVersion(name: string, text: string, logged: string | null): void {
  if (logged === null || says(text, logged)) return;
  const what = `The log of ${name} was made by version ${JSON.stringify(logged)}, and its tool answered ${JSON.stringify(text)}.`;
  throw new AdapterError('wrong-version', what, {
    next: 'Write under "version" the command that tells the version of the tool that writes the log.',
  });
}

function resultOf(
  name: string,
  runs: readonly SarifRun[],
  { files }: ScanRequest,
  folder: string,
  owes: (file: string) => boolean,
): ScanResult {
  const texts = new Map(files.map(({ file, text }) => [file, text]));
  const findings = runs.flatMap((run) => locate(run, (file) => texts.get(file)));
  const owed = files.filter(({ file }) => owes(file));
  const tree = new Set(texts.keys());
  const claim = { by: name, files: owed, tree, folder, assumed: () => true };
  const { examined, notExamined, unlisted } = coverageOf(runs, claim);
  const others = unlisted.map(({ file, blob }) => ({
    file,
    blob,
    by: name,
    code: 'no-profile' as const,
    why: `${name} lists the files that it read, and this is none of them; say under "files" which it is for`,
  }));
  return { findings, coverage: { examined, notExamined: [...notExamined, ...others] } };
}
