import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '@pawl/process';
import { type Command, type Output, readOutput, type Scanner, type ScanResult } from '@pawl/scanner';
import { describe, expect, it } from 'vitest';
import { banditAdapter } from './bandit-adapter.ts';

const FOLDER = process.env['PAWL_SCANNERS'] ?? fileURLToPath(new URL('../../../.pawl-scanners', import.meta.url));
const BIN = join(FOLDER, 'bin');
const isThere = existsSync(join(BIN, 'bandit'));

/** Specs that need the real tool. Where it is not installed they are skipped, and in CI that is a failure. */
export function describeWithBandit(title: string, specs: () => void): void {
  const why = 'Bandit is not installed: run `node tools/scanners/install.mjs`';
  if (isThere) describe(title, specs);
  else if (process.env['CI']) describe(title, () => it(why, () => expect.fail(why)));
  else describe.skip(`${title} (skipped: ${why})`, specs);
}

/** Runs on the installed scanners, with a work tree that holds none of them. */
export async function runReal(command: Command): Promise<Output> {
  const workTree = await mkdtemp(join(tmpdir(), 'bandit-spec-'));
  try {
    const path = [BIN, process.env['PATH']].join(delimiter);
    return await run(command, { workTree, environment: { PATH: path, HOME: workTree } });
  } finally {
    await rm(workTree, { recursive: true, force: true });
  }
}

export async function realScanner(): Promise<Scanner> {
  const pin = await banditAdapter.pin(
    {},
    { run: runReal, readFile: () => Promise.resolve(undefined), listFiles: () => Promise.resolve([]) },
  );
  return banditAdapter.open({}, pin);
}

/** Scans files that are given as path and text. */
export async function scanWith(scanner: Scanner, texts: Readonly<Record<string, string>>): Promise<ScanResult> {
  const request = { files: Object.entries(texts).map(([file, text]) => ({ file, blob: `blob of ${file}`, text })) };
  return readOutput(scanner, await runReal(scanner.plan(request) as Command), request);
}
