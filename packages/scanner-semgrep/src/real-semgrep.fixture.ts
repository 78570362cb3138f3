import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '@pawl/process';
import {
  type Command,
  type Output,
  type PinningDoor,
  readOutput,
  type Scanner,
  type ScanRequest,
  type ScanResult,
} from '@pawl/scanner';
import { describe, expect, it } from 'vitest';
import { semgrepAdapter } from './semgrep-adapter.ts';

const FOLDER = process.env['PAWL_SCANNERS'] ?? fileURLToPath(new URL('../../../.pawl-scanners', import.meta.url));
const BIN = join(FOLDER, 'bin');
const isThere = existsSync(join(BIN, 'semgrep'));

/** Specs that need the real tool. Where it is not installed they are skipped, and in CI that is a failure. */
export function describeWithSemgrep(title: string, specs: () => void): void {
  if (isThere) {
    describe(title, specs);
    return;
  }
  const why = 'Semgrep is not installed: run `node tools/scanners/install.mjs`';
  if (process.env['CI']) {
    describe(title, () => {
      it(why, () => expect.fail(why));
    });
    return;
  }
  describe.skip(`${title} (skipped: ${why})`, specs);
}

/** Runs on the installed scanners, with a work tree that holds none of them. */
export async function runReal(command: Command): Promise<Output> {
  const workTree = await mkdtemp(join(tmpdir(), 'semgrep-spec-'));
  try {
    const path = [BIN, process.env['PATH']].join(delimiter);
    return await run(command, { workTree, environment: { PATH: path, HOME: workTree } });
  } finally {
    await rm(workTree, { recursive: true, force: true });
  }
}

/** The real tool, and a commit that is given as path and text. */
export function realDoor(commit: Readonly<Record<string, string>>): PinningDoor {
  return {
    run: runReal,
    readFile: (path) => Promise.resolve(commit[path]),
    listFiles: () => Promise.resolve(Object.keys(commit)),
  };
}

/** A scanner with the rules of one file. */
export async function realScanner(rules: string): Promise<Scanner> {
  const settings = { rules: ['rules.yml'] };
  return semgrepAdapter.open(settings, await semgrepAdapter.pin(settings, realDoor({ 'rules.yml': rules })));
}

export function requestOf(texts: Readonly<Record<string, string>>): ScanRequest {
  return { files: Object.entries(texts).map(([file, text]) => ({ file, blob: `blob of ${file}`, text })) };
}

/** Scans files that are given as path and text. */
export async function scanWith(scanner: Scanner, texts: Readonly<Record<string, string>>): Promise<ScanResult> {
  const request = requestOf(texts);
  return readOutput(scanner, await runReal(scanner.plan(request) as Command), request);
}
