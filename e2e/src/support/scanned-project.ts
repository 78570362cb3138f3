import { readdir, readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, expect } from 'vitest';
import { sharedLockedRepository } from './locked-repository.ts';
import { installScanners, startsOf } from './real-scanners.ts';
import type { Files, TestRepository } from './temporary-repository.ts';
import { HUMAN_JSON, type JsonReason, type JsonVerdict, verdictOf } from './verdict-of.ts';

/** What an agent changes; `null` deletes a file. */
export type Change = Readonly<Record<string, string | Uint8Array | null>>;

export interface Judged extends JsonVerdict {
  readonly status: number | null;
  /** What is new or has become worse for one tool, each as `file:line rule severity`. */
  found(tool: string): readonly string[];
  /** The files that are told for what they are and not for what is in them. */
  filesOf(kind: 'gate-integrity' | 'protected-path' | 'unscanned-code'): readonly string[];
  /** The files whose coverage a tool lost, or that it never could examine. */
  unexamined(kind: 'lost-coverage' | 'not-examined', tool: string): readonly string[];
}

/** A project of a dozen files, as it lies in `fixtures`. */
export async function projectFiles(name: 'orders' | 'notes'): Promise<Files> {
  const folder = fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [relative(folder, file), await readFile(file, 'utf8')] as const)),
  );
}

/** What a project's `pawl.config.jsonc` says. */
export function configFile(config: object): Files {
  return { 'pawl.config.jsonc': `${JSON.stringify(config, null, 2)}\n` };
}

/** A project that was locked with the real scanners; each test starts at the lock and with the tools in place. */
export function sharedScannedProject(files: Files): () => TestRepository {
  const shared = sharedLockedRepository(files, ({ root }) => installScanners(root));
  beforeEach(async () => {
    await installScanners(shared().root);
    await rm(startsOf(shared().root), { force: true });
  });
  return shared;
}

/** Stages a change and has it judged in full. */
export async function judge(repository: TestRepository, change: Change, ...more: readonly string[]): Promise<Judged> {
  await stage(repository, change);
  const ran = await repository.pawl(['check', ...HUMAN_JSON, ...more]);
  const verdict = verdictOf(ran);
  return {
    ...verdict,
    status: ran.status,
    found: (tool) => verdict.reasons.filter((reason) => isFinding(reason) && reason.tool === tool).map(told),
    filesOf: (wanted) =>
      verdict.reasons
        .filter(({ kind }) => kind === wanted)
        .map(({ file }) => file ?? '')
        .toSorted(),
    unexamined: (kind, tool) =>
      verdict.reasons
        .filter((reason) => reason.kind === kind && reason.tool === tool)
        .map(({ file }) => file ?? '')
        .toSorted(),
  };
}

export async function stage(repository: TestRepository, change: Change): Promise<void> {
  for (const [path, content] of Object.entries(change)) {
    if (content === null) await repository.git('rm', '--quiet', '--', path);
    else await repository.write({ [path]: content });
  }
  // Whatever the ignore files of the change say.
  const written = Object.keys(change).filter((path) => change[path] !== null);
  if (written.length > 0) await repository.git('add', '--force', '--', ...written);
}

/** How often each tool was started since the test began. */
export async function starts({ root }: TestRepository): Promise<readonly string[]> {
  const text = await readFile(startsOf(root), 'utf8').catch(() => '');
  return text.split('\n').filter(Boolean);
}

export function expectClean({ status, outcome, reasons }: Judged): void {
  expect({ status, outcome, reasons }).toEqual({ status: 0, outcome: 'clean', reasons: [] });
}

export function expectStopped({ status, outcome }: Judged): void {
  expect({ status, outcome }).toEqual({ status: 1, outcome: 'regression' });
}

export function expectEscalated({ status, outcome }: Judged): void {
  expect({ status, outcome }).toEqual({ status: 1, outcome: 'escalated' });
}

export function expectCouldNotTell({ status, outcome }: Judged): void {
  expect({ status, outcome }).toEqual({ status: 2, outcome: 'inconclusive' });
}

function isFinding({ kind }: JsonReason): boolean {
  return kind === 'introduced-finding' || kind === 'worsened-finding' || kind === 'disguised-code';
}

function told({ file, line, rule, severity }: JsonReason): string {
  return `${file}:${line} ${rule} ${severity}`;
}
