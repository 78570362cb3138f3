import { at, canonical, type Data, type DataMap, entriesOf, isMap, listOf, mapsIn, textsOf } from '../data.ts';

/** One thing that a job does. */
export interface Step {
  readonly commands: readonly string[];
  /** The action or task that it calls, with its version. */
  readonly uses: string | undefined;
  readonly condition: string;
  /** Its failure does not count. */
  readonly isSoft: boolean;
  readonly options: DataMap;
}

/** One job of a pipeline, as far as it decides what is checked. */
export interface Job {
  readonly id: string;
  readonly steps: readonly Step[];
  readonly condition: string;
  readonly isSoft: boolean;
  readonly needs: readonly string[];
  readonly environment: string;
  readonly runner: string;
  readonly permissions: Data;
  /** All of it as one text, in which a version that is pinned as tightly reads the same. */
  readonly meaning: string;
}

/** What runs before a merge, whatever platform it is written for. */
export interface Pipeline {
  readonly jobs: readonly Job[];
  /** What it says beside its jobs. */
  readonly rest: DataMap;
}

/** A workflow or a composite action of GitHub and those that took its language, or a pipeline of any other platform. */
export function pipelineOf(data: Data): Pipeline {
  const jobs = at(data, 'jobs');
  const steps = at(data, 'runs', 'steps');
  if (Array.isArray(steps)) return { jobs: [jobOf('action', { steps })], rest: {} };
  if (
    isMap(jobs) &&
    Object.values(jobs).some((job) => at(job, 'runs-on') !== undefined || at(job, 'uses') !== undefined)
  ) {
    return { jobs: entriesOf(jobs).map(([id, job]) => jobOf(id, job)), rest: without(data, 'jobs') };
  }
  return { jobs: otherJobs(data), rest: {} };
}

function jobOf(id: string, job: Data): Job {
  const called = at(job, 'uses');
  return {
    id,
    steps: [...(called === undefined ? [] : [stepOf({ uses: called })]), ...listOf(at(job, 'steps')).map(stepOf)].map(
      (step) => ({ ...step, condition: isMetBy(at(job, 'strategy', 'matrix'), step.condition) ? '' : step.condition }),
    ),
    condition: conditionOf(job),
    isSoft: isSoft(job),
    needs: textsOf(at(job, 'needs')),
    environment: textsOf(at(job, 'environment', 'name') ?? at(job, 'environment')).join(),
    runner: canonical(at(job, 'runs-on') ?? ''),
    permissions: at(job, 'permissions'),
    meaning: meaningOfJob(job),
  };
}

/** Whether one of the runs of a matrix meets a condition about it: then each run of the job as a whole has the step. */
function isMetBy(matrix: Data, condition: string): boolean {
  const [, name = '', how = '', wanted = ''] = /^matrix\.([\w-]+)(==|!=)'?([\w.-]+)'?$/u.exec(condition) ?? [];
  const runs = listOf(at(matrix, name)).map(String);
  return how === '!=' ? runs.some((run) => run !== wanted) : runs.includes(wanted);
}

/** Names and comments are for people; another version that is pinned as tightly is an upgrade. */
function meaningOfJob(job: Data): string {
  return canonical(job).replace(
    /"uses":"([^"@]*)@([^"]*)"/gu,
    (_, name: string, ref: string) => `"uses":"${name}@${tightness(ref)}"`,
  );
}

/** How tightly a reference holds to what it names: a commit, a version, or a branch that moves. */
export function tightness(reference: string): number {
  if (/^(?:[\da-f]{40}|[\da-f]{64}|sha256:[\da-f]{64})$/iu.test(reference)) return 3;
  if (/^(?:[\w-]+[-/])?v?\d+(?:[.-][\w.-]+)?$/u.test(reference)) return 2;
  return 1;
}

function stepOf(step: Data): Step {
  const uses = at(step, 'uses') ?? at(step, 'task');
  const said = isMap(step) ? COMMANDS.flatMap((key) => scripts(at(step, key))) : scripts(step);
  return {
    commands: said.flatMap((script) => script.replace(/\\\n/gu, ' ').split('\n')),
    uses: typeof uses === 'string' ? uses : undefined,
    condition: conditionOf(step),
    isSoft: isSoft(step),
    options: isMap(step) ? step : {},
  };
}

const COMMANDS = [
  'run',
  'script',
  'before_script',
  'after_script',
  'command',
  'commands',
  'bash',
  'pwsh',
  'powershell',
  'install',
  'before_install',
  'entrypoint',
  'orb',
] as const;

function scripts(value: Data): readonly string[] {
  if (isMap(value)) return COMMANDS.flatMap((key) => scripts(at(value, key)));
  return Array.isArray(value) ? value.flatMap(scripts) : value === undefined ? [] : [String(value)];
}

/** Other platforms put a job wherever something has a script. */
function otherJobs(data: Data): readonly Job[] {
  const isNamed = (key: string): boolean => key === 'jobs' || key === 'stages';
  const named = entriesOf(data).flatMap(([key, value]) =>
    isNamed(key) && isMap(value) ? entriesOf(value) : [[key, value] as const],
  );
  const started = namesIn(at(data, 'workflows'));
  return named.map(([id, value]) => ({
    ...jobOf(id, value),
    steps: id === 'include' ? namesIn(value).map((uses) => stepOf({ uses })) : stepsIn(value),
    meaning: canonical(value),
    // A job of CircleCI that no workflow names is never started.
    ...(started.length > 0 && at(data, 'jobs', id) !== undefined && !started.includes(id)
      ? { condition: 'never' }
      : {}),
  }));
}

function stepsIn(value: Data): readonly Step[] {
  const parts = mapsIn(value);
  if (parts.length === 0) return [stepOf(value)];
  return parts
    .filter((part) => part['task'] !== undefined || COMMANDS.some((key) => part[key] !== undefined))
    .map(stepOf);
}

/** Every text in it, and every key. */
function namesIn(value: Data): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (isMap(value)) return Object.entries(value).flatMap(([key, inner]) => [key, ...namesIn(inner)]);
  return typeof value === 'string' ? [value] : [];
}

/** Conditions that leave nothing out are none. */
function conditionOf(part: Data): string {
  const rules = listOf(at(part, 'rules'));
  if (rules.length > 0 && rules.every((rule) => at(rule, 'when') === 'never')) return 'never';
  const said = [
    at(part, 'if'),
    at(part, 'when'),
    at(part, 'condition'),
    at(part, 'only'),
    at(part, 'except'),
    at(part, 'rules'),
  ];
  const text = said
    .filter((each) => each !== undefined && typeof each !== 'boolean')
    .map((each) => canonical(each))
    .join(' ');
  const bare = `${at(part, 'if') === false ? 'false' : ''}${text}`.replace(/["\s]|\$\{\{|\}\}/gu, '');
  return /^(?:(?:!?always\(\)|!cancelled\(\)|success\(\)|succeeded\(\)|true|on_success|always|success\(\)\|\|failure\(\))?)$/u.test(
    bare,
  )
    ? ''
    : bare;
}

function isSoft(part: Data): boolean {
  const said = ['continue-on-error', 'continueOnError', 'allow_failure', 'ignore_failure'].map((key) => at(part, key));
  return said.some((each) => each !== undefined && String(each) !== 'false');
}

function without(data: Data, key: string): DataMap {
  return Object.fromEntries(entriesOf(data).filter(([each]) => each !== key));
}
