import { existsSync } from 'node:fs';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { programsOf } from './clean-env.ts';
import { WORKSPACE } from './workspace.ts';

const FOLDER = process.env['PAWL_SCANNERS'] ?? join(WORKSPACE, '.pawl-scanners');

export type RealTool = 'semgrep' | 'bandit';
const TOOLS: readonly RealTool[] = ['semgrep', 'bandit'];

/** Specs on the real tools. Where one is not installed they are skipped and say which, and on CI that is a failure. */
export function describeWithScanners(title: string, specs: () => void): void {
  const missing = TOOLS.filter((name) => !existsSync(programOf(name)));
  const why = `not installed: ${missing.join(', ')}; run \`node tools/scanners/install.mjs\``;
  if (missing.length === 0) describe(title, specs);
  else if (process.env['CI']) describe(title, () => it(why, () => expect.fail(why)));
  else describe.skip(`${title} (skipped, ${why})`, specs);
}

export function programOf(name: RealTool): string {
  return join(FOLDER, 'bin', name);
}

/** Where every start of a tool leaves a line. */
export function startsOf(root: string): string {
  return join(root, 'starts');
}

/** Puts the real tools on the search path of what is tested, each behind a program that notes its start. */
export async function installScanners(root: string): Promise<void> {
  for (const name of TOOLS) await installInstead(root, name, `exec ${quoted(programOf(name))} "$@"`);
}

/** Puts a shell script in the place of a tool. */
export async function installInstead(root: string, name: RealTool, script: string): Promise<void> {
  const file = join(programsOf(root), name);
  await mkdir(programsOf(root), { recursive: true });
  await writeFile(file, `#!/bin/sh\necho ${name} >>${quoted(startsOf(root))}\n${script}\n`);
  await chmod(file, 0o755);
}

export async function uninstall(root: string, name: RealTool): Promise<void> {
  await rm(join(programsOf(root), name));
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
