import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseJsonc } from 'jsonc-parser';
import { parse as parseToml } from 'smol-toml';
import { run, type Ran } from './run.ts';
import type { TestRepository, Where } from './temporary-repository.ts';
import { WORKSPACE } from './workspace.ts';

/** Where each harness reads its hooks, as its own documents say: not as the code under test has it. */
const SETTINGS = {
  'claude-code': '.claude/settings.json',
  codex: '.codex/config.toml',
  gemini: '.gemini/settings.json',
  cline: '.clinerules/hooks',
  vscode: '.github/hooks/pawl-vscode.json',
  copilot: '.github/hooks/pawl-copilot.json',
  cursor: '.cursor/hooks.json',
  opencode: '.opencode/plugins/pawl.js',
} as const;

export type Harness = keyof typeof SETTINGS;
export const HARNESSES: readonly Harness[] = Object.keys(SETTINGS) as Harness[];

export function settingsOf(harness: Harness): string {
  return SETTINGS[harness];
}

/** The command line that a harness runs at an event, out of the settings that lie in the repository; nothing where there is none. */
export async function installedCommand(
  repository: Pick<TestRepository, 'read' | 'dir'>,
  harness: Harness,
  event: string,
): Promise<string | undefined> {
  if (harness === 'cline') {
    const scripts = join(repository.dir, SETTINGS.cline);
    return readdirSync(scripts).includes(event) ? `'${join(scripts, event)}'` : undefined;
  }
  const text = await repository.read(SETTINGS[harness]);
  if (harness === 'opencode') {
    const command = JSON.parse(/^const COMMAND = (.*);$/mu.exec(text)?.[1] ?? '""') as string;
    return `${command} ${event}`;
  }
  const settings = (harness === 'codex' ? parseToml(text) : parseJsonc(text, [], { allowTrailingComma: true })) as {
    readonly hooks?: Readonly<Record<string, readonly Group[]>>;
  };
  const commands = (settings.hooks?.[event] ?? []).flatMap((group) => group.hooks ?? [group]);
  return commands.find(({ command }) => command?.includes('harness-hook'))?.command;
}

interface Hook {
  readonly command?: string;
}
interface Group extends Hook {
  readonly hooks?: readonly Hook[];
}

/** Runs a command line as a harness does: by a shell, with the event on standard input. */
export function runHook(
  { dir, env }: Pick<TestRepository, 'dir' | 'env'>,
  command: string,
  input: string,
  { cwd = dir, env: more }: Pick<Where, 'cwd' | 'env'> = {},
): Promise<Ran> {
  return run('sh', ['-c', command], { cwd, env: { ...env, ...more }, input });
}

const RECORDED = join(WORKSPACE, 'packages/harness/src/cases');

export interface Recorded {
  readonly name: string;
  readonly harness: Harness;
  readonly event: string;
  readonly outcome: string;
  readonly input: string;
  /** The sentence on what kept Pawl from judging, which the recorded answer has in it. */
  readonly fault: string | undefined;
  readonly answer: Ran;
}

/** Every recorded event, with the answer that is documented for it. */
export function recordedEvents(): readonly Recorded[] {
  const folders = readdirSync(RECORDED, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => {
    const [harness, ...rest] = name.split('.');
    const text = (file: string): string => readFileSync(join(RECORDED, name, file), 'utf8');
    return {
      name,
      harness: harness as Harness,
      event: rest.slice(0, -1).join('.'),
      outcome: String(rest.at(-1)).replace(/-in-[a-z]+$/u, ''),
      input: text('event.json'),
      fault: (JSON.parse(text('outcome.json')) as { readonly fault?: string }).fault,
      answer: {
        status: Number(text('expected/exit')),
        stdout: text('expected/stdout'),
        stderr: text('expected/stderr'),
      },
    };
  });
}
