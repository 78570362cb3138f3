import { basename } from 'node:path/posix';
import { HARNESSES } from '../harness-facts.ts';
import type { HarnessId } from '../harness-id.ts';
import { installJson, uninstallJson } from './json/plan-json.ts';
import { installPlugin, uninstallPlugin } from './plugin.ts';
import { installScript, uninstallScript } from './script.ts';
import type { SettingsPlan } from './settings-plan.ts';
import { installToml, uninstallToml } from './toml.ts';

/** One settings file of a harness: its name and what it holds now, nothing when it does not exist. */
export interface SettingsFile {
  readonly harness: HarnessId;
  /** One of `settingsFiles(harness)`. */
  readonly file: string;
  readonly existing: string | undefined;
}

/**
 * The file with our hooks in it; every other byte stays, and a second installation changes nothing. `program` is the command
 * line that starts Pawl, such as `npx --no-install pawl`.
 *
 * @throws HarnessError when the file is broken or has no room for hooks: then nothing is to be written.
 */
export function planInstall({ harness, file, existing }: SettingsFile, program: string): SettingsPlan {
  switch (HARNESSES[harness].format) {
    case 'grouped-json':
    case 'flat-json':
      return installJson(harness, file, existing, program);
    case 'toml':
      return installToml(harness, file, existing, program);
    case 'scripts':
      return installScript(harness, file, basename(file), existing, program);
    case 'plugin':
      return installPlugin(harness, file, existing, program);
  }
}

/** The file as it was before `planInstall`, together with everything that was done to it since. */
export function planUninstall({ harness, file, existing }: SettingsFile): SettingsPlan {
  switch (HARNESSES[harness].format) {
    case 'grouped-json':
    case 'flat-json':
      return uninstallJson(harness, file, existing);
    case 'toml':
      return uninstallToml(harness, file, existing);
    case 'scripts':
      return uninstallScript(file, existing);
    case 'plugin':
      return uninstallPlugin(file, existing);
  }
}

export { settingsFiles } from './settings-files.ts';
export type { SettingsPlan } from './settings-plan.ts';
