import { randomUUID } from 'node:crypto';
import { chmod, lstat, mkdir, realpath, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { HookGit } from './hook-git.ts';
import type { ConfigStep, HookPlan, HuskyStep, KeepStep, WriteStep } from './hook-plan.ts';
import { HooksError } from './hooks-error.ts';

/** Does what a plan says and skips what is unchanged. Each file is replaced in one rename, so that none is ever half there. */
export async function applyHookPlan({ steps, topLevel }: HookPlan, git: HookGit): Promise<void> {
  for (const step of steps) {
    if (step.action === 'unchanged') continue;
    switch (step.kind) {
      case 'write':
        await replaceFile(step);
        break;
      case 'husky':
        await runHusky(step, topLevel);
        break;
      case 'config':
        await pointGit(step, git);
        break;
      case 'keep':
        await keepHook(step);
        break;
      case 'remove':
        await rm(step.path, { force: true });
        break;
      default:
        step satisfies never;
    }
  }
}

async function replaceFile({ path, bytes, executable, action }: WriteStep): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  // A link stays a link; what it leads to is replaced, with the permissions that it has.
  const target = action === 'created' ? path : await realpath(path);
  const temporary = `${target}.${randomUUID()}.tmp`;
  await writeFile(temporary, bytes, { flag: 'wx', mode: executable ? 0o777 : 0o666 });
  if (action === 'updated') await chmod(temporary, (await stat(target)).mode | (executable ? 0o111 : 0));
  await rename(temporary, target);
}

/** Husky works on the current folder and returns what went wrong as text. */
async function runHusky({ scripts }: HuskyStep, topLevel: string): Promise<void> {
  const { default: husky } = await import('husky');
  const cwd = process.cwd();
  process.chdir(topLevel);
  try {
    const problem = husky(scripts);
    if (problem !== '') throw new HooksError('husky-failed', `husky could not set up ${scripts}: ${problem.trim()}`);
  } finally {
    process.chdir(cwd);
  }
}

async function keepHook({ from, path }: KeepStep): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  if (!(await lstat(from)).isSymbolicLink()) return rename(from, path);
  const target = await realpath(from);
  await rm(path, { force: true });
  await symlink(target, path);
  await rm(from);
}

async function pointGit({ path, value }: ConfigStep, git: HookGit): Promise<void> {
  await (value === undefined ? git.unsetConfig(path) : git.setConfig(path, value));
  const used = await git.getConfig(path);
  if (used === value) return;
  throw new HooksError(
    'hooks-path-overridden',
    `git looks for hooks in ${used ?? 'its default folder'} instead of ${value ?? 'its default folder'}: another setting wins.`,
    {
      next: 'git config --show-scope --get-all core.hooksPath shows which; remove it, then npx pawl init.',
    },
  );
}
