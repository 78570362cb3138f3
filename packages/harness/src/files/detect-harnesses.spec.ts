import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HARNESS_IDS } from '../harness-id.ts';
import { detectHarnesses } from './detect-harnesses.ts';
import { installHarness } from './install-harness.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pawl-signs-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const found = async (): Promise<readonly string[]> => (await detectHarnesses(root)).map(({ harness }) => harness);

describe('when a repository is looked at', () => {
  it.each([
    ['CLAUDE.md', ['claude-code']],
    ['.codex/config.toml', ['codex']],
    ['GEMINI.md', ['gemini']],
    ['.clinerules', ['cline']],
    ['.github/copilot-instructions.md', ['vscode', 'copilot']],
    ['.cursor/rules/a.mdc', ['cursor']],
    ['opencode.json', ['opencode']],
    ['.aider.conf.yml', ['aider']],
    ['.windsurfrules', ['windsurf']],
    ['AGENTS.md', []],
    ['.vscode/settings.json', []],
    ['.github', []],
  ])('%s is a sign of %j', async (file, harnesses) => {
    mkdirSync(join(root, dirname(file)), { recursive: true });
    writeFileSync(join(root, file), '');
    expect(await found()).toEqual(harnesses);
  });

  it.each(HARNESS_IDS.filter((id) => id !== 'vscode'))('%s is found where we installed it', async (harness) => {
    await installHarness({ root, harness, program: 'pawl', dryRun: false });
    expect(await found()).toContain(harness);
  });
});
