import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { type Contexts, filled, holds } from './workflow-expression.ts';
import { type Event, type OnGithub, outputsIn } from './on-github.ts';
import { type Ran, run } from './run.ts';
import type { Job, Step, Workflow } from './workflow.ts';

export interface JobRan {
  readonly result: 'success' | 'failure' | 'skipped';
  /** All that its log shows. */
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

export interface RunOptions {
  readonly workflow: Workflow;
  /** Its file, on the protected branch. */
  readonly file: string;
  readonly event: Event;
  /** Of the organisation or the repository. */
  readonly vars: Readonly<Record<string, string>>;
  /** Found before all others by the steps. */
  readonly programs: string;
}

/** The action of ours is run as it was built; a step of any other is unknown here. */
const ACTION = /^OWNER\/pawl-action@0{40}$/u;

/** Runs the jobs of a workflow, one after the other as they stand in the file, step by step, as a runner of GitHub does. */
export async function runWorkflow(
  github: OnGithub,
  { workflow, ...options }: RunOptions,
): Promise<Readonly<Record<string, JobRan>>> {
  const done: Record<string, JobRan> = {};
  for (const [id, job] of Object.entries(workflow.jobs)) {
    const contexts = { vars: options.vars, github: contextOf(github, options.event), needs: needed(job, done) };
    const failed = job.needs !== undefined && done[job.needs]?.result !== 'success';
    const starts = job.if === undefined ? !failed : holds(job.if, contexts);
    done[id] = starts ? await runJob(github, job, contexts, options) : SKIPPED;
  }
  return done;
}

const SKIPPED: JobRan = { result: 'skipped', log: '', outputs: {}, summary: '' };

function needed({ needs }: Job, done: Readonly<Record<string, JobRan>>): Contexts {
  return needs === undefined ? {} : { [needs]: done[needs] };
}

function contextOf({ bare }: OnGithub, { name, head }: Event): Contexts {
  return {
    ...{ event_name: name, token: 'ghs_of_this_job', repository: 'acme/shop', run_id: '7', sha: head },
    server_url: `file://${bare.dir.replace(/\/acme\/shop$/u, '')}`,
  };
}

async function runJob(
  github: OnGithub,
  job: Job,
  given: Contexts,
  options: Omit<RunOptions, 'workflow'>,
): Promise<JobRan> {
  const temp = await mkdtemp(join(github.work.root, 'job-'));
  await mkdir(join(temp, 'workspace'));
  const steps: Record<string, { readonly outputs: Readonly<Record<string, string>> }> = {};
  const contexts = { ...given, runner: { temp }, steps };
  let [log, summary, isGood] = ['', '', true];
  for (const [at, step] of (job.steps ?? []).entries()) {
    if (!(step.if === undefined ? isGood : holds(step.if, contexts))) continue;
    const ran = await (step.uses === undefined ? runScript : runAction)({ github, step, at, temp, contexts, options });
    steps[step.id ?? String(at)] = { outputs: ran.outputs };
    log += ran.stdout + ran.stderr;
    summary += ran.summary;
    isGood &&= ran.status === 0;
  }
  const outputs = Object.entries(job.outputs ?? {}).map(([name, value]) => [name, filled(value, contexts)]);
  return { result: isGood ? 'success' : 'failure', log, summary, outputs: Object.fromEntries(outputs) };
}

interface StepToRun {
  readonly github: OnGithub;
  readonly step: Step;
  readonly at: number;
  readonly temp: string;
  readonly contexts: Contexts;
  readonly options: Omit<RunOptions, 'workflow'>;
}

interface StepRan extends Ran {
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** Of a script the runner makes a file, and `bash -e` runs it. */
async function runScript({ github, step, at, temp, contexts, options }: StepToRun): Promise<StepRan> {
  const [script, output, summary] = ['script.sh', 'output', 'summary'].map((name) => join(temp, `${at}-${name}`));
  await writeFile(script ?? '', filled(step.run ?? '', contexts));
  for (const file of [output, summary]) await writeFile(file ?? '', '');
  const { PATH = '', HOME } = github.work.env;
  const ran = await run('bash', ['-e', script ?? ''], {
    cwd: join(temp, 'workspace'),
    env: {
      ...{ PATH: [options.programs, PATH].join(delimiter), HOME, CI: 'true', GITHUB_ACTIONS: 'true' },
      ...{ RUNNER_TEMP: temp, GITHUB_WORKSPACE: join(temp, 'workspace') },
      ...{ GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary },
      ...valuesIn(step.env, contexts),
    },
  });
  const said = await Promise.all([output, summary].map((file) => readFile(file ?? '', 'utf8')));
  return { ...ran, outputs: outputsIn(said[0] ?? ''), summary: said[1] ?? '' };
}

async function runAction({ github, step, temp, contexts, options }: StepToRun): Promise<StepRan> {
  if (!ACTION.test(step.uses ?? '')) throw new Error(`the specs know no action ${step.uses ?? ''}`);
  const { event, file } = options;
  return github.run(event, {
    with: valuesIn(step.with, contexts),
    workspace: join(temp, 'workspace'),
    env: { RUNNER_TEMP: temp, ...valuesIn(step.env, contexts) },
    workflow: { ref: `acme/shop/${file}@${refOf(event)}` },
  });
}

/** Which branch the workflow is of, as GitHub takes it for each event. */
function refOf({ name, branch = 'main' }: Event): string {
  if (name === 'push') return `refs/heads/${branch}`;
  return name === 'merge_group' ? 'refs/heads/gh-readonly-queue/main/pr-2' : 'refs/heads/main';
}

function valuesIn(values: Readonly<Record<string, string>> = {}, contexts: Contexts): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, filled(String(value), contexts)] as const),
  );
}
