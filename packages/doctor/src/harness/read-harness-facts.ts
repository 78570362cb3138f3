import { access, constants, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  detectHarnesses,
  GIT_HOOKS_ONLY,
  HARNESS_IDS,
  HARNESSES,
  type HarnessId,
  harnessProgram,
  installHarness,
  isHarnessId,
  RUNNER,
  settingsFiles,
} from '@pawl/harness';
import { reading, unlessMissing } from '../fact.ts';
import type { HarnessesFacts, HarnessSetUp } from './harness-facts.ts';

/** What agents left in a work tree, and what an installation would still change. */
export async function readHarnessFacts(root: string, commonDir: string): Promise<HarnessesFacts> {
  const harnesses = await reading(async () => {
    const detected = await detectHarnesses(root);
    const all = await Promise.all(
      HARNESS_IDS.map((harness) => setUpOf(harness, detected.find((each) => each.harness === harness)?.sign, root)),
    );
    return [...all.filter((each) => each !== undefined), ...gitHooksOnly(detected)];
  });
  return { harnesses, runner: await reading(() => runnerState(join(commonDir, RUNNER))) };
}

/** One whose settings have our hooks is used here, whatever else it left. */
async function setUpOf(harness: HarnessId, sign: string | undefined, root: string): Promise<HarnessSetUp | undefined> {
  const isOurs = await reading(() => mentionsUs(harness, root));
  if (sign === undefined && 'is' in isOurs && !isOurs.is) return undefined;
  const state = await reading(async (): Promise<'installed' | 'outdated' | 'missing'> => {
    if (!(await mentionsUs(harness, root))) return 'missing';
    const { changes } = await installHarness({ root, harness, program: harnessProgram(harness), dryRun: true });
    return changes.every(({ action }) => action === 'keep') ? 'installed' : 'outdated';
  });
  return { harness, title: HARNESSES[harness].title, sign, state };
}

async function mentionsUs(harness: HarnessId, root: string): Promise<boolean> {
  const texts = await Promise.all(
    settingsFiles(harness).map((file) => readFile(join(root, file), 'utf8').catch(unlessMissing)),
  );
  return texts.some((text) => text?.includes(`/${RUNNER}`) === true);
}

function gitHooksOnly(detected: Awaited<ReturnType<typeof detectHarnesses>>): readonly HarnessSetUp[] {
  return detected.flatMap(({ harness, sign }) =>
    isHarnessId(harness)
      ? []
      : [{ harness, title: GIT_HOOKS_ONLY[harness].title, sign, state: { is: 'git-hooks-only' as const } }],
  );
}

async function runnerState(file: string): Promise<'ready' | 'not-executable' | 'missing'> {
  const stats = await stat(file).catch(unlessMissing);
  if (stats?.isFile() !== true) return 'missing';
  return access(file, constants.X_OK).then(
    () => 'ready',
    () => 'not-executable',
  );
}
