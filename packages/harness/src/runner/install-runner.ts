import { randomUUID } from 'node:crypto';
import { chmod, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Machine, runnerScript } from './runner-script.ts';

/** Where the runner lies, from the common git directory. */
export const RUNNER = 'pawl/harness';

export interface RunnerOptions extends Machine {
  readonly commonDir: string;
  readonly dryRun: boolean;
}

export interface RunnerReport {
  /** Absolute. */
  readonly file: string;
  readonly action: 'create' | 'change' | 'keep';
}

/** Writes the runner of this clone, which all its worktrees share. A running hook reads the old file or the new one. */
export async function installRunner({ commonDir, dryRun, ...machine }: RunnerOptions): Promise<RunnerReport> {
  const file = join(commonDir, RUNNER);
  const wanted = runnerScript(machine);
  const present = await presentScript(file);
  if (present?.text === wanted && present.isExecutable) return { file, action: 'keep' };
  if (!dryRun) {
    const temporary = `${file}.${randomUUID()}.tmp`;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(temporary, wanted, { flag: 'wx' });
    await chmod(temporary, 0o755);
    await rename(temporary, file);
  }
  return { file, action: present === undefined ? 'create' : 'change' };
}

async function presentScript(
  file: string,
): Promise<{ readonly text: string; readonly isExecutable: boolean } | undefined> {
  try {
    return { text: await readFile(file, 'utf8'), isExecutable: ((await stat(file)).mode & 0o100) !== 0 };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
