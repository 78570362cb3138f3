import { HARNESSES } from '../harness-facts.ts';
import type { HarnessId } from '../harness-id.ts';
import type * as Planner from '../settings/plan.ts';
import type { SettingsPlan } from '../settings/settings-plan.ts';
import { readSettings } from './read-settings.ts';
import { writeSettings } from './write-settings.ts';

export interface InstallHarnessOptions {
  /** The top of the work tree. */
  readonly root: string;
  readonly harness: HarnessId;
  /** The command line that starts Pawl, such as `npx --no-install pawl`. */
  readonly program: string;
  /** Write nothing and return the same report: where every action is `keep`, the harness is set up. */
  readonly dryRun: boolean;
}

export interface HarnessReport {
  readonly changes: readonly Pick<SettingsPlan, 'file' | 'action'>[];
  /** What the user has to know or do. */
  readonly notes: readonly string[];
}

/**
 * Installs the hooks of one harness into its settings in the repository. Everything is planned before anything is written.
 *
 * @throws HarnessError when a settings file cannot be merged into; then nothing has been written.
 */
export async function installHarness(options: InstallHarnessOptions): Promise<HarnessReport> {
  const { planInstall } = await planner();
  const { changes, notes } = await change(options, (file) => planInstall(file, options.program));
  return { changes, notes: [...notes, ...HARNESSES[options.harness].notes] };
}

/** Takes them out again, and nothing else. */
export async function uninstallHarness(options: Omit<InstallHarnessOptions, 'program'>): Promise<HarnessReport> {
  const { planUninstall } = await planner();
  return change(options, planUninstall);
}

/** The planner brings two parsers with it, which a hook that only reads and answers does not wait for. */
function planner(): Promise<typeof Planner> {
  return import('../settings/plan.ts');
}

async function change(
  { root, harness, dryRun }: Omit<InstallHarnessOptions, 'program'>,
  plan: (file: Planner.SettingsFile) => SettingsPlan,
): Promise<HarnessReport> {
  const { settingsFiles } = await planner();
  const found = await Promise.all(
    settingsFiles(harness).map(async (file) => ({ file, ...(await readSettings(root, file)) })),
  );
  const planned = found.map(({ file, text, mode }) => ({ mode, does: plan({ harness, file, existing: text }) }));
  for (const { does, mode } of dryRun ? [] : planned) await writeSettings(root, does, mode);
  return {
    changes: planned.map(({ does: { file, action } }) => ({ file, action })),
    notes: planned.flatMap(({ does, mode }) => [...does.notes, ...modeNotes(does, mode)]),
  };
}

/** A script that its user has switched off stays off: with our lines its own would run again. */
function modeNotes({ file, text, executable }: SettingsPlan, mode: number | undefined): readonly string[] {
  if (!executable || text === undefined || mode === undefined || (mode & 0o100) !== 0) return [];
  return [`${file} is not executable, so it does not run: chmod +x ${file}`];
}
