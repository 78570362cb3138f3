import { HarnessError } from '../harness-error.ts';
import type { HarnessId } from '../harness-id.ts';
import { hookCommand } from './hook-command.ts';
import { PLUGIN_HEADER, pluginText } from './plugin-text.ts';
import { type SettingsPlan, settingsPlan } from './settings-plan.ts';

/** A plugin is a file of its own beside the user's: it is ours or it is left alone. */
export function installPlugin(
  harness: HarnessId,
  file: string,
  existing: string | undefined,
  program: string,
): SettingsPlan {
  if (existing !== undefined && !isOurPlugin(existing)) {
    throw new HarnessError('not-ours', `${file} exists and was not written by Pawl.`, {
      next: `Rename ${file}, then run this again.`,
    });
  }
  return settingsPlan(file, existing, pluginText(hookCommand(program, harness, '').trimEnd()));
}

export function uninstallPlugin(file: string, existing: string | undefined): SettingsPlan {
  return settingsPlan(file, existing, existing !== undefined && isOurPlugin(existing) ? undefined : existing);
}

function isOurPlugin(text: string): boolean {
  return text.startsWith(PLUGIN_HEADER);
}
