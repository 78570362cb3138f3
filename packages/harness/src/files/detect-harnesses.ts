import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { type GIT_HOOKS_ONLY, HARNESS_IDS, type HarnessId } from '../harness-id.ts';

type AnyHarness = HarnessId | keyof typeof GIT_HOOKS_ONLY;

export interface DetectedHarness {
  readonly harness: AnyHarness;
  /** What shows it, from the top of the repository. */
  readonly sign: string;
}

/**
 * What lies in a repository that a harness is used in, the surest first. A hint for whoever sets Pawl up: files that several
 * read (`AGENTS.md`) show nothing, and a harness may leave nothing behind.
 */
const SIGNS: Readonly<Record<AnyHarness, readonly string[]>> = {
  'claude-code': ['.claude', 'CLAUDE.md', 'CLAUDE.local.md'],
  codex: ['.codex'],
  gemini: ['.gemini', 'GEMINI.md'],
  cline: ['.clinerules', '.clineignore'],
  vscode: ['.vscode/mcp.json', '.github/copilot-instructions.md', '.github/instructions', '.github/prompts'],
  copilot: ['.github/hooks', '.github/copilot', '.github/copilot-instructions.md'],
  cursor: ['.cursor', '.cursorrules', '.cursorignore'],
  opencode: ['.opencode', 'opencode.json', 'opencode.jsonc'],
  aider: ['.aider.conf.yml', '.aiderignore'],
  windsurf: ['.windsurf', '.windsurfrules', '.codeiumignore'],
};

/** The harnesses that a repository shows signs of, each with the first. */
export async function detectHarnesses(root: string): Promise<readonly DetectedHarness[]> {
  const ids: readonly AnyHarness[] = [...HARNESS_IDS, 'aider', 'windsurf'];
  const found = await Promise.all(ids.map((harness) => firstSign(root, harness)));
  return found.filter((each) => each !== undefined);
}

async function firstSign(root: string, harness: AnyHarness): Promise<DetectedHarness | undefined> {
  for (const sign of SIGNS[harness]) if (await exists(join(root, sign))) return { harness, sign };
  return undefined;
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return false;
    throw error;
  }
}
