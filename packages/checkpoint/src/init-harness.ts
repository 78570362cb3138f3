import {
  detectHarnesses,
  GIT_HOOKS_ONLY,
  HarnessError,
  type HarnessId,
  harnessProgram,
  type HarnessReport,
  HARNESSES,
  installHarness,
  installRunner,
  isHarnessId,
} from '@pawl/harness';
import type { InitChange } from './init-change.ts';

/** Every harness that can be asked for, also those that have nothing to install. */
export type HarnessName = HarnessId | keyof typeof GIT_HOOKS_ONLY;

export interface HarnessRequest {
  /** By name, all that the repository shows signs of, or none. Where nothing is said those that are set up are looked after. */
  readonly harnesses: readonly HarnessName[] | 'auto' | 'none' | undefined;
  /** The bundled file that answers the hooks of harnesses. */
  readonly harnessFile: string;
  readonly dryRun: boolean;
}

interface Place {
  readonly topLevel: string;
  readonly commonDir: string;
}

export interface HarnessSetup {
  readonly changes: readonly InitChange[];
  readonly notes: readonly string[];
}

/**
 * Writes what answers the hooks of harnesses in this clone, and adds our hooks to the settings of those that are wanted. All
 * of it is planned before anything is written.
 *
 * @throws HarnessError where settings cannot be merged into.
 */
export async function initHarnesses(place: Place, request: HarnessRequest): Promise<HarnessSetup> {
  const { wanted, notes } = await whichHarnesses(place.topLevel, request);
  const installed = await installAll(place, wanted, request.dryRun);
  return {
    changes: [await runnerIn(place, request), ...installed.flatMap(({ changes }) => changes)],
    notes: [...notes, ...installed.flatMap((report) => report.notes)],
  };
}

/** What answers in this clone. Tracked settings find it there, so it is written whether or not a harness is set up by now. */
export async function runnerIn(
  { commonDir }: Pick<Place, 'commonDir'>,
  { harnessFile, dryRun }: Pick<HarnessRequest, 'harnessFile' | 'dryRun'>,
): Promise<InitChange> {
  const machine = { programFile: harnessFile, nodeFile: process.execPath };
  const { file, action } = await installRunner({ commonDir, dryRun, ...machine });
  return { path: file, action: ACTIONS[action], why: 'answers the hooks of coding agents' };
}

interface Choice {
  readonly wanted: readonly HarnessId[];
  readonly notes: readonly string[];
}

async function whichHarnesses(topLevel: string, { harnesses }: HarnessRequest): Promise<Choice> {
  if (harnesses === 'none') return { wanted: [], notes: [] };
  if (harnesses !== undefined && harnesses !== 'auto') return choiceOf(harnesses);
  const found = await detectHarnesses(topLevel);
  const all = choiceOf(found.map(({ harness }) => harness));
  if (harnesses === 'auto') return found.length > 0 ? all : { wanted: [], notes: [NO_SIGN] };
  const open = await notInstalled(topLevel, all.wanted);
  if (open.length === 0) return { wanted: all.wanted, notes: [] };
  const signs = found.filter(({ harness }) => open.some((id) => id === harness)).map(({ sign }) => sign);
  return { wanted: all.wanted.filter((id) => !open.includes(id)), notes: [howToInstall(signs, open)] };
}

const NO_SIGN = 'there is no sign of a coding agent here; name the one that you use: pawl init --harness claude-code';

function howToInstall(signs: readonly string[], open: readonly HarnessId[]): string {
  const names = open.map((id) => HARNESSES[id].title).join(', ');
  return `found ${[...new Set(signs)].join(', ')}; to stop ${names} at work: pawl init --harness ${open.join(',')}`;
}

function choiceOf(names: readonly HarnessName[]): Choice {
  const others = names.filter((name) => !isHarnessId(name));
  return {
    wanted: names.filter((name) => isHarnessId(name)),
    notes: others.map((name) => {
      const { title, why, next } = GIT_HOOKS_ONLY[name];
      return `${title}: nothing is installed, and the git hooks gate what it commits and pushes. ${why} ${next}`;
    }),
  };
}

/** Those that were never installed, or not as they would be today. Settings that cannot be read hold no hooks that run. */
export async function notInstalled(root: string, harnesses: readonly HarnessId[]): Promise<readonly HarnessId[]> {
  const open: HarnessId[] = [];
  for (const harness of harnesses) if (!(await isInstalled(root, harness))) open.push(harness);
  return open;
}

async function isInstalled(root: string, harness: HarnessId): Promise<boolean> {
  try {
    const { changes } = await installHarness({ root, harness, program: harnessProgram(harness), dryRun: true });
    return changes.every(({ action }) => action === 'keep');
  } catch (error) {
    if (error instanceof HarnessError) return false;
    throw error;
  }
}

/** First all plans, then all writes: settings of the last that are broken leave those of the first as they were. */
async function installAll(
  { topLevel: root }: Place,
  harnesses: readonly HarnessId[],
  dryRun: boolean,
): Promise<readonly HarnessSetup[]> {
  const install = (harness: HarnessId, isDry: boolean): Promise<HarnessReport> =>
    installHarness({ root, harness, program: harnessProgram(harness), dryRun: isDry });
  const chosen = [...new Set(harnesses)];
  for (const harness of chosen) await install(harness, true);
  const reports: HarnessSetup[] = [];
  for (const harness of chosen) reports.push(setupOf(root, harness, await install(harness, dryRun)));
  return reports;
}

const ACTIONS = { create: 'created', change: 'updated', keep: 'unchanged', delete: 'removed' } as const;

/** What was done to the settings of one harness, as `pawl init` tells it. */
export function setupOf(topLevel: string, harness: HarnessId, { changes, notes }: HarnessReport): HarnessSetup {
  const { title, notes: facts } = HARNESSES[harness];
  const isChanged = changes.some(({ action }) => action !== 'keep');
  return {
    changes: changes.map(({ file, action }) => ({
      path: `${topLevel}/${file}`,
      action: ACTIONS[action],
      why: `hooks of ${title}`,
    })),
    // What is true of a harness in general was told when it was set up.
    notes: isChanged ? notes : notes.filter((note) => !facts.includes(note)),
  };
}
