import type { Status } from '@pawl/checkpoint';
import type { Flushed } from '@pawl/notify';
import { type Paint, visible } from '@pawl/report';
import { owedLines } from './notify-text.ts';

type Locked = NonNullable<Status['lock']>['lock'];

/** What ships with Pawl has the version of Pawl. */
const OWN: readonly string[] = ['invariants', 'javascript', 'python', 'reach', 'secrets', 'security-tests'];

/** One screen: the lock, how far the work is from it, the hooks, the open cases, and what to do next. */
export function statusText(status: Status, paint: Paint, owed?: Flushed): string {
  const { bold, green, yellow, red } = paint;
  const { audience, branch, head, hooks, cases } = status;
  return [
    `${bold('branch')}  ${visible(branch ?? '(detached)')}${head === undefined ? ', no commits yet' : ` at ${head.slice(0, 12)}`}`,
    ...lockLines(status, { bold, green, yellow, red }),
    ...loopLines(status, { bold, red }),
    ...hooks.map(({ hook, state, why }) =>
      state === 'installed'
        ? `${bold('hook')}    ${hook}: ${green('fires')}`
        : `${bold('hook')}    ${hook}: ${yellow(state)}, ${visible(why)}`,
    ),
    ...cases.flatMap(({ id, openedAt }) => [
      `${bold('case')}    ${red(id)}, ${openedAt}`,
      ...(audience === 'human' ? [`        see it: pawl review ${id}`] : []),
    ]),
    ...(owed === undefined ? [] : owedLines(owed, paint)),
    `  next: ${nextStep(status)}`,
    '',
  ].join('\n');
}

function lockLines(
  { lock: stored, ahead, drift }: Status,
  { bold, yellow }: Pick<Paint, 'bold' | 'yellow'> & Partial<Paint>,
): readonly string[] {
  if (stored === undefined) return [`${bold('lock')}    ${yellow('none')}: nothing is judged yet`];
  const { lock } = stored;
  const { findings, weightedTotal, suppressions, notExamined } = lock.inventory;
  return [
    `${bold('lock')}    ${visible(lock.target)} at ${lock.commit.slice(0, 12)}, sequence ${lock.sequence}, ${stored.assurance}, ${lock.lockedAt}`,
    `        ${findings} findings (weighted total ${weightedTotal}), ${suppressions} suppressions, ${notExamined} files not examined`,
    ...toolLines(lock.tools),
    ...driftLines(lock, drift, { bold, yellow }),
    ...(ahead === undefined ? [] : [`        HEAD is ${ahead} ${ahead === 1 ? 'commit' : 'commits'} ahead of it`]),
  ];
}

/** What people let slip themselves. No loop is charged with it, so they are told here. */
function driftLines(
  { target, commit }: Locked,
  drifts: Status['drift'],
  { bold, yellow }: Pick<Paint, 'bold' | 'yellow'>,
): readonly string[] {
  return drifts.map(({ tip, weight, limit, isAtLeast }) => {
    const text = `${visible(target)} has slipped by ${isAtLeast ? 'at least ' : ''}${weight} since the lock (limit ${limit})`;
    const next = `see it: pawl check --base ${commit.slice(0, 12)} --head ${tip.slice(0, 12)} --audience human`;
    return `${bold('drift')}   ${weight > 0 ? yellow(text) : text}${weight > 0 ? `\n        ${next}` : ''}`;
  });
}

function loopLines({ loop }: Status, { bold, red }: Pick<Paint, 'bold' | 'red'>): readonly string[] {
  if (loop === undefined) return [];
  const count = `${loop.checkpoints} ${loop.checkpoints === 1 ? 'checkpoint' : 'checkpoints'}`;
  const state = loop.latch.length === 0 ? 'goes on' : red(`stopped by case ${loop.latch.join(', ')}`);
  return [`${bold('loop')}    ${visible(loop.name)}, ${count}, ${state}`];
}

/** What judges besides Pawl itself, in the versions that it has to have. */
function toolLines(tools: Locked['tools']): readonly string[] {
  const installed = tools.filter(({ name }) => !OWN.includes(name));
  if (installed.length === 0) return [];
  return [`        tools: ${installed.map(({ name, version }) => visible(`${name} ${version}`)).join(', ')}`];
}

function nextStep({ audience, head, lock, hooks, cases }: Status): string {
  if (head === undefined) return 'make a first commit';
  if (hooks.some(({ state }) => state !== 'installed')) return 'install the hooks: pawl init';
  if (lock === undefined) return 'lock the baseline: pawl lock';
  if (cases.length === 0) return 'judge what is staged: pawl check';
  return audience === 'human' ? 'read the case: pawl review' : 'a person decides';
}
