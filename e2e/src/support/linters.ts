import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WORKSPACE } from './workspace.ts';

const FOLDER = process.env['PAWL_LINTERS'] ?? join(WORKSPACE, 'tools/workflow-lint/.installed');

export type Linter = 'actionlint' | 'shellcheck';

export function linter(name: Linter): string {
  return join(FOLDER, name);
}

/** Specs on real linters. Where one is not installed they are skipped and say which, and on CI that is a failure. */
export function describeWithLinters(title: string, specs: () => void): void {
  const missing = (['actionlint', 'shellcheck'] as const).filter((name) => !existsSync(linter(name)));
  const why = `not installed: ${missing.join(', ')}; run \`node tools/workflow-lint/install.mjs\``;
  if (missing.length === 0) describe(title, specs);
  else if (process.env['CI']) describe(title, () => it(why, () => expect.fail(why)));
  else describe.skip(`${title} (skipped, ${why})`, specs);
}
