import type { Context } from '@pawl/checkpoint';
import { type GithubRun, readRun } from './github-run.ts';
import { type Environment, type Inputs, readInputs } from './inputs.ts';
import { judge, type Judging, requireVerified } from './judge.ts';
import { judgingEnvironment, withToken } from './judging-environment.ts';
import { lawOf } from './law.ts';
import { openPlace } from './open-place.ts';
import { type PrivateFolder, withPrivateFolder } from './private-folder.ts';
import { requireNotCheckedOut } from './require-not-checked-out.ts';
import { requireOutside } from './require-outside.ts';
import { requireWorkflow } from './require-workflow.ts';
import { shareRecord } from './share-record.ts';
import { type Subject, subjectOf } from './subject.ts';
import { plainSummary } from './summary.ts';
import { tierWithoutRunning } from './tier-without-running.ts';
import type { Told } from './told.ts';
import { toldOfRefusal } from './told-refusal.ts';
import { toldOfVerdict } from './told-verdict.ts';
import { trustedTips } from './trusted-tips.ts';
import { requireReviewers, writeFiles } from './write-files.ts';

export interface Outside extends Pick<Context, 'now' | 'grammars'> {
  readonly env: Environment;
}

/** From what the runner hands over to what is said of it. It never throws: whatever cannot be told is told as that. */
export async function runAction(outside: Outside): Promise<Told> {
  try {
    const inputs = readInputs(outside.env);
    const run = await readRun(outside.env);
    const subject = subjectOf(run, inputs);
    if (subject === undefined) return NOTHING;
    await requireOutside(inputs, run.workspace);
    return await withPrivateFolder(run.temp, (folder) => answer({ run, inputs, subject, folder, outside }));
  } catch (error) {
    return toldOfRefusal(error);
  }
}

interface Asked {
  readonly run: GithubRun;
  readonly inputs: Inputs;
  readonly subject: Subject;
  readonly folder: PrivateFolder;
  readonly outside: Outside;
}

async function answer(asked: Asked): Promise<Told> {
  const { run, inputs, subject } = asked;
  const judging = await prepare(asked);
  if (inputs.mode === 'require') {
    await requireVerified(judging);
    return toldOfVerified(judging);
  }
  const checked = await judge(judging);
  const written = await writeFiles(checked, inputs, { run, law: judging.law });
  const told = toldOfVerdict(checked, inputs, subject, written);
  return inputs.ledger === 'push' ? withRecord(told, judging) : told;
}

/** Everything that has to hold before anything is judged, cheapest first. */
async function prepare({ run, inputs, subject, folder, outside }: Asked): Promise<Judging> {
  const { now, grammars } = outside;
  const judging = judgingEnvironment(outside.env, inputs, folder);
  const env = await withToken(judging, inputs.token, folder);
  const place = await openPlace({ run, inputs, subject, folder, env, now });
  const { repository, dir } = place;
  const defaultBranch = run.payload.maybe('repository', 'default_branch');
  const law = await lawOf({ place, inputs, subject, defaultBranch, env: judging, now });
  const tips = await trustedTips(place, law, subject, defaultBranch);
  await requireWorkflow({ run, repository, subject, law, tips });
  await requireNotCheckedOut({ run, repository, subject, tips, env: judging });
  requireReviewers(inputs, law);
  const tier = await tierWithoutRunning({ dir, inputs, subject, config: law.config, env: outside.env, judging });
  const context: Context = { cwd: dir, env, now, terminal: false, ...(grammars === undefined ? {} : { grammars }) };
  return { place, inputs, subject, law, tier, folder, context };
}

/** Nobody may rely on a clean answer that is not on record; a stop is one, recorded or not. */
async function withRecord(told: Told, { place, context }: Judging): Promise<Told> {
  try {
    await shareRecord(place, context);
    return told;
  } catch (error) {
    const refusal = toldOfRefusal(error);
    if (told.status === 0) return { ...refusal, outputs: { ...told.outputs, ...refusal.outputs } };
    return {
      ...told,
      outputs: { ...told.outputs, refusal: refusal.outputs.refusal ?? '' },
      log: `${told.log}${refusal.log}`,
    };
  }
}

function toldOfVerified({ subject, law, tier }: Judging): Told {
  const log = 'pawl: clean, as a verifier found\n';
  const { head, loop } = subject;
  return {
    status: 0,
    isRefused: false,
    log,
    outputs: { outcome: 'clean', 'exit-status': '0', head, loop, tier, assurance: law.lock?.assurance ?? 'unsigned' },
    summary: plainSummary(log),
    annotations: '',
  };
}

const GONE = 'pawl: nothing to judge: the branch was deleted\n';
const NOTHING: Told = {
  status: 0,
  isRefused: false,
  log: GONE,
  outputs: { outcome: 'clean', 'exit-status': '0' },
  summary: plainSummary(GONE),
  annotations: '',
};
