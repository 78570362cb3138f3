import { canonical, type Data, listOf, mapsIn } from '../data.ts';
import { dataOf, meansTheSame } from '../meaning-of.ts';
import type { ProtectedChange } from '../protected-change.ts';
import { runsAScanner } from './checks-in.ts';
import { isChecking, lostChecks, passedOver } from './lost-checks.ts';
import { type Job, type Pipeline, pipelineOf } from './pipeline.ts';
import { newPrivileges } from './privilege.ts';
import { narrowedTriggers } from './triggers.ts';

/** Files by which a platform runs something at a push or before a merge (C01), in all the languages that are common. */
export const PIPELINE: RegExp =
  /^\.(?:github|gitea|forgejo)\/(?:workflows\/[^/]+|actions\/(?:[^/]+\/)*action)\.ya?ml$|(?:^|\/)action\.ya?ml$|(?:^|\/)\.gitlab-ci(?:[^/]*)\.ya?ml$|^\.gitlab\/ci\/.+\.ya?ml$|(?:^|\/)azure-pipelines[^/]*\.ya?ml$|^\.azure(?:-pipelines|devops)?\/.+\.ya?ml$|^bitbucket-pipelines\.ya?ml$|^\.circleci\/.+\.ya?ml$|^\.(?:travis|drone|cirrus)\.ya?ml$|^\.?appveyor\.ya?ml$|^\.buildkite\/.+\.ya?ml$|^\.(?:woodpecker|semaphore|teamcity)(?:\.ya?ml|\/.+)$|(?:^|\/)Jenkinsfile[^/]*$|^cloudbuild[^/]*\.ya?ml$|^buildspec[^/]*\.ya?ml$/u;

interface Side {
  readonly text: string;
  readonly data: unknown;
  readonly pipeline: Pipeline;
}

/** What a pipeline checks no longer, and what it may do that it could not. An upgrade, a new job or another order is neither. */
export function pipelineChanges(
  file: string,
  before: string | undefined,
  after: string | undefined,
): readonly ProtectedChange[] {
  if (meansTheSame(file, before, after)) return [];
  const [was, is] = [sideOf(file, before), sideOf(file, after)];
  const weaker = was === undefined ? [] : weakenings(file, was, is);
  const privileges = is === undefined ? [] : newPrivileges(was, is);
  return [
    ...(was === undefined && is !== undefined ? newScans(is) : []),
    ...[...new Set(weaker)].map((what) => ({ rule: 'weakened-pipeline', protects: 'pipeline', what }) as const),
    ...[...new Set(privileges)].map((what) => ({ rule: 'pipeline-privilege', protects: 'pipeline', what }) as const),
  ];
}

/** One more scan takes nothing away, but it may stand under the name of another and look at less (C03, C10). */
function newScans({ pipeline }: Side): readonly ProtectedChange[] {
  return pipeline.jobs.filter(isScan).map(({ id }) => ({
    rule: 'scanner-settings',
    protects: 'scanner',
    what: `Job \`${id}\` of this new pipeline runs a security scanner, by settings of its own.`,
  }));
}

function sideOf(file: string, text: string | undefined): Side | undefined {
  if (text === undefined) return undefined;
  const data = dataOf(file, text);
  return { text, data, pipeline: data === undefined ? linesOf(text) : pipelineOf(data) };
}

/** What no reader of ours knows is compared by its lines. */
function linesOf(text: string): Pipeline {
  const commands = text
    .split(/\r\n|\r|\n/u)
    .map((line) => line.trim())
    .filter((line) => !/^(?:#|\/\/|\*)/u.test(line));
  const step = { commands, uses: undefined, condition: '', isSoft: false, options: {} };
  const meaning = commands.filter(runsAScanner).join('\n');
  return {
    jobs: [
      {
        id: 'all',
        steps: [step],
        condition: '',
        isSoft: false,
        needs: [],
        environment: '',
        runner: '',
        permissions: undefined,
        meaning,
      },
    ],
    rest: {},
  };
}

function weakenings(file: string, was: Side, is: Side | undefined): readonly string[] {
  if (!was.pipeline.jobs.some(isChecking)) return [];
  if (is === undefined) {
    const checks = lostChecks(was.pipeline, { jobs: [], rest: {} });
    return checks.length === 0
      ? []
      : [
          `\`${file}\` is gone, and with it ${checks.length === 1 ? 'a check' : `${checks.length} checks`} before a merge.`,
        ];
  }
  return [
    ...lostChecks(was.pipeline, is.pipeline),
    ...passedOver(was.pipeline, is.pipeline),
    ...allowedFailures(was.data, is.data),
    ...looseInstalls(was.pipeline, is.pipeline),
    ...narrowedTriggers(was.data, is.data),
    ...changedScans(was.pipeline, is.pipeline),
    ...(/\bNX_BASE["']?\s*[:=]\s*["']?HEAD\b|--base[= ]HEAD\b/u.test(is.text) &&
    !/\bNX_BASE["']?\s*[:=]\s*["']?HEAD\b|--base[= ]HEAD\b/u.test(was.text)
      ? ['The build compares with the commit itself, so that nothing counts as affected.']
      : []),
  ];
}

/** A job that runs a scanner has its settings in any line of it (C02, C11), so that any change to it is told. */
function changedScans(was: Pipeline, is: Pipeline): readonly string[] {
  return was.jobs.flatMap((job) => {
    const now = is.jobs.find(({ id }) => id === job.id);
    if (now === undefined || !isScan(job) || job.meaning === now.meaning) return [];
    return [`Job \`${job.id}\`, which runs a security scanner, was changed.`];
  });
}

function isScan({ steps, meaning }: Job): boolean {
  if (steps.length === 0) return runsAScanner(meaning);
  return steps.some(
    ({ uses, commands }) => (uses !== undefined && runsAScanner(uses)) || commands.some((line) => runsAScanner(line)),
  );
}

/** Travis and its like name beside their jobs which of them may fail. */
function allowedFailures(was: Data, is: Data): readonly string[] {
  const allowed = (data: Data): readonly string[] =>
    mapsIn(data).flatMap((map) => listOf(map['allow_failures']).map(canonical));
  const known = new Set(allowed(was));
  return allowed(is).some((job) => !known.has(job)) ? ['A job may fail now without failing the pipeline.'] : [];
}

const HELD = /\bnpm (?:ci|clean-install)\b|--frozen-lockfile\b|--immutable\b|--require-hashes\b|--locked\b|--frozen\b/u;
const INSTALLS = /\b(?:npm|pnpm|yarn|bun) (?:i|install)\b|\bpip\d? install -r\b|\buv sync\b/u;

/** What the pipeline installs was held to the lock file, and is whatever is newest. */
function looseInstalls(was: Pipeline, is: Pipeline): readonly string[] {
  const lines = ({ jobs }: Pipeline): string =>
    jobs.flatMap(({ steps }) => steps.flatMap(({ commands }) => commands)).join('\n');
  const [before, after] = [lines(was), lines(is)];
  if (!HELD.test(before) || HELD.test(after) || !INSTALLS.test(after)) return [];
  return ['It no longer installs what the lock file holds, but whatever there is.'];
}
