import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SettingsPlan } from '../settings/settings-plan.ts';

/** Does what a plan says. A file is replaced whole, by a rename: a crash leaves the old one or the new one. */
export async function writeSettings(root: string, plan: SettingsPlan, mode: number | undefined): Promise<void> {
  const path = join(root, plan.file);
  if (plan.action === 'keep') return;
  if (plan.text === undefined) return rm(path);

  const temporary = `${path}.pawl-${process.pid}`;
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(temporary, plan.text, { flag: 'wx' });
    await chmod(temporary, mode ?? (plan.executable ? 0o755 : 0o644));
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
