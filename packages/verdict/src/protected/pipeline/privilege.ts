import { at, type Data, entriesOf } from '../data.ts';
import { type Job, type Pipeline, tightness } from './pipeline.ts';
import { triggersOf } from './triggers.ts';

/** What a pipeline may do, see or run that it could not before. `before` is absent for one that is new. */
export function newPrivileges(
  before: { readonly data: Data; readonly text: string; readonly pipeline: Pipeline } | undefined,
  after: { readonly data: Data; readonly text: string; readonly pipeline: Pipeline },
): readonly string[] {
  const was = before ?? { data: {}, text: '', pipeline: { jobs: [], rest: {} } };
  return [
    ...(triggersOf(after.data).has('pull_request_target') && !triggersOf(was.data).has('pull_request_target')
      ? ['It runs on `pull_request_target` now, which gives the code of others the secrets of this repository.']
      : []),
    ...newSecrets(was.text, after.text),
    ...newRights(before && was.pipeline, was.data, after.data, after.pipeline),
    ...(before === undefined
      ? []
      : [
          ...loosePins(was.pipeline, after.pipeline),
          ...keptCredentials(was.pipeline, after.pipeline),
          ...lostBarriers(was.pipeline, after.pipeline),
        ]),
  ];
}

function newSecrets(before: string, after: string): readonly string[] {
  const known = new Set(secretsIn(before));
  return [...new Set(secretsIn(after))]
    .filter((name) => !known.has(name))
    .map((name) => (name === 'inherit' ? 'It hands on all its secrets now.' : `It uses the secret \`${name}\` now.`));
}

function secretsIn(text: string): readonly string[] {
  const bare = text.replace(/^[ \t]*#.*$/gmu, '');
  const named = [...bare.matchAll(/\bsecrets(?:\.|\[\s*['"])([A-Za-z_][\w-]*)/gu)].map(([, name = '']) => name);
  return [
    ...named.filter((name) => !/^github_token$/iu.test(name)),
    ...(/^[ \t]*secrets:[ \t]*inherit[ \t]*$/mu.test(bare) ? ['inherit'] : []),
  ];
}

/** Where nothing was said, whatever is said now is no more. */
function newRights(before: Pipeline | undefined, was: Data, is: Data, { jobs }: Pipeline): readonly string[] {
  const top = at(was, 'permissions');
  const now = at(is, 'permissions');
  const said: string[] = [];
  if (
    before !== undefined &&
    top !== undefined &&
    now === undefined &&
    !jobs.every((job) => job.permissions !== undefined)
  ) {
    said.push('What its token may do is no longer limited.');
  }
  if (before === undefined || top !== undefined)
    said.push(...widened(top, now).map((right) => `Its token may \`${right}\` now.`));
  for (const job of jobs) {
    const old = before?.jobs.find(({ id }) => id === job.id);
    const limit = old?.permissions ?? top;
    if (before !== undefined && limit === undefined) continue;
    said.push(
      ...widened(limit, job.permissions).map((right) => `The token of job \`${job.id}\` may \`${right}\` now.`),
    );
  }
  return said;
}

function widened(was: Data, is: Data): readonly string[] {
  if (was === 'write-all') return [];
  if (is === 'write-all') return ['write-all'];
  return entriesOf(is).flatMap(([scope, level]) =>
    level === 'write' && at(was, scope) !== 'write' ? [`${scope}: write`] : [],
  );
}

function loosePins(before: Pipeline, after: Pipeline): readonly string[] {
  const was = pinsOf(before);
  const areAllCommits = was.length > 0 && was.every(({ pin }) => pin === 3);
  return pinsOf(after).flatMap(({ name, pin, uses }) => {
    const others = was.filter((each) => each.name === name);
    if (others.some((each) => each.uses === uses)) return [];
    const isLooser = others.length > 0 ? pin < Math.min(...others.map((each) => each.pin)) : areAllCommits && pin < 3;
    return isLooser
      ? [`\`${uses}\` is pinned less tightly than ${others.length > 0 ? 'it was' : 'all the others are'}.`]
      : [];
  });
}

function pinsOf({ jobs }: Pipeline): readonly { readonly name: string; readonly pin: number; readonly uses: string }[] {
  const uses = jobs.flatMap(({ steps }) => steps.flatMap((step) => step.uses ?? []));
  return uses.flatMap((each) => {
    const [name = '', reference] = each.split('@');
    return reference === undefined || /^\.{0,2}\//u.test(each) ? [] : [{ name, pin: tightness(reference), uses: each }];
  });
}

function keptCredentials(before: Pipeline, after: Pipeline): readonly string[] {
  const [was, is] = [checkoutsOf(before), checkoutsOf(after)];
  const drops = (checkouts: readonly boolean[]): number => checkouts.filter((drop) => drop).length;
  return drops(is) < drops(was) && is.length >= was.length
    ? ['A checkout keeps its credentials for the steps after it now.']
    : [];
}

function checkoutsOf({ jobs }: Pipeline): readonly boolean[] {
  const steps = jobs.flatMap((job) => job.steps).filter(({ uses }) => uses?.startsWith('actions/checkout@'));
  return steps.map(({ options }) => String(at(options, 'with', 'persist-credentials')) === 'false');
}

/** What a job had to wait for: another that passes, or a person. */
function lostBarriers(before: Pipeline, after: Pipeline): readonly string[] {
  return after.jobs.flatMap((job) => {
    const was = before.jobs.find(({ id }) => id === job.id);
    return was === undefined ? [] : [...lostNeeds(was, job, after), ...lostPlace(was, job)];
  });
}

function lostNeeds(was: Job, is: Job, { jobs }: Pipeline): readonly string[] {
  const isThere = (id: string): boolean => jobs.some((job) => job.id === id);
  const waits = (id: string, seen = new Set<string>()): boolean =>
    is.needs.includes(id) || is.needs.some((other) => !seen.has(other) && reaches(jobs, other, id, seen.add(other)));
  const lost = was.needs.filter((id) => isThere(id) && !waits(id) && CHECKS_BY_NAME.test(id));
  return lost.map((id) => `Job \`${is.id}\` no longer waits for \`${id}\`.`);
}

const CHECKS_BY_NAME = /test|lint|check|security|scan|audit|verify|codeql|pawl|quality|\bci\b/iu;

function reaches(jobs: readonly Job[], from: string, to: string, seen: Set<string>): boolean {
  const needs = jobs.find(({ id }) => id === from)?.needs ?? [];
  return needs.includes(to) || needs.some((other) => !seen.has(other) && reaches(jobs, other, to, seen.add(other)));
}

function lostPlace(was: Job, is: Job): readonly string[] {
  return [
    ...(was.environment !== '' && is.environment === ''
      ? [
          `Job \`${is.id}\` no longer has the environment \`${was.environment}\`, whose rules a person may have to meet.`,
        ]
      : []),
    ...(!was.runner.includes('self-hosted') && is.runner.includes('self-hosted')
      ? [`Job \`${is.id}\` runs on a machine of one’s own now.`]
      : []),
  ];
}
