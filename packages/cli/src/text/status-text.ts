import type { Status } from '@pawl/checkpoint';
import type { Flushed } from '@pawl/notify';
import { nextLines, type Paint, type Row, rowLines, shortName } from '@pawl/report';
import { countText } from './count-text.ts';
import { type Headline, headline } from './headline.ts';
import { owedRows } from './notify-text.ts';
import { whenText } from './when-text.ts';

/** Where the loop stands, and what became of the messages that people are owed; absent where nobody is owed one. */
export interface ToldStatus extends Status {
  readonly owed?: Flushed | undefined;
}

type Locked = NonNullable<Status['lock']>['lock'];

/** What ships with Pawl has the version of Pawl. */
const OWN: readonly string[] = ['invariants', 'javascript', 'python', 'reach', 'secrets', 'security-tests'];

/** One screen: how it is, what it is about, and what to do next. */
export function statusText(status: ToldStatus, paint: Paint, columns: number): string {
  const rows = [
    ...caseRows(status, paint),
    branchRow(status),
    ...loopRows(status),
    ...lockRows(status, paint),
    ...driftRows(status, paint),
    ...hookRows(status, paint),
    ...(status.owed === undefined ? [] : owedRows(status.owed, paint)),
  ];
  return [
    ...headline(standing(status), paint, columns),
    '',
    ...rowLines(rows, columns, paint.dim),
    '',
    ...nextLines(nextStep(status), columns),
    '',
  ].join('\n');
}

/** Worst first: what is stopped, then what is not gated at all. */
function standing({ branch, head, lock, loop, hooks, cases }: Status): Headline {
  const name = shortName(loop?.name ?? branch ?? 'a detached HEAD');
  const [first] = loop?.latch ?? [];
  if (first !== undefined) return { how: 'ill', says: `stopped  ${name}, by case ${first}` };
  if (head === undefined) return { how: 'unsure', says: 'not gated: there are no commits yet' };
  if (lock === undefined) return { how: 'unsure', says: 'not gated: there is no lock yet' };
  if (hooks.some(({ state }) => state !== 'installed'))
    return { how: 'unsure', says: 'not gated at every commit: not all hooks fire' };
  if (cases.length > 0)
    return {
      how: 'unsure',
      says: `${countText(cases.length, 'case')} ${cases.length === 1 ? 'waits' : 'wait'} for a person`,
    };
  return { how: 'well', says: `goes on  ${name}` };
}

function caseRows({ audience, cases }: Status, { red }: Paint): readonly Row[] {
  return cases.flatMap(({ id, openedAt }) => [
    { name: 'case', says: `${id}, opened ${whenText(openedAt)}`, paint: red },
    ...(audience === 'human' ? [{ name: '', says: 'read it:', command: `pawl review ${id}` }] : []),
  ]);
}

function branchRow({ branch, head, ahead }: Status): Row {
  const at = head === undefined ? ', no commits yet' : ` at ${head.slice(0, 12)}`;
  const far = ahead === undefined || ahead === 0 ? '' : `, ${countText(ahead, 'commit')} ahead of the lock`;
  return { name: 'branch', says: `${shortName(branch ?? '(detached)')}${at}${far}` };
}

function loopRows({ loop }: Status): readonly Row[] {
  if (loop === undefined) return [];
  const state = loop.latch.length === 0 ? 'goes on' : `stopped by case ${loop.latch.join(', ')}`;
  return [{ name: 'loop', says: `${shortName(loop.name)}, ${countText(loop.checkpoints, 'checkpoint')}, ${state}` }];
}

function lockRows({ lock: stored }: Status, { yellow }: Paint): readonly Row[] {
  if (stored === undefined) return [{ name: 'lock', says: 'none: nothing is judged yet', paint: yellow }];
  const { lock, assurance } = stored;
  const { findings, weightedTotal, suppressions, notExamined } = lock.inventory;
  const inventory = [
    `${countText(findings, 'finding')} (weighted total ${weightedTotal})`,
    countText(suppressions, 'suppression'),
    `${countText(notExamined, 'file')} not examined`,
  ];
  const expires = lock.expires === null ? '' : `, until ${whenText(lock.expires)}`;
  return [
    {
      name: 'lock',
      says: `${shortName(lock.target)} at ${lock.commit.slice(0, 12)}, sequence ${lock.sequence}, ${assurance}`,
    },
    { name: '', says: `since ${whenText(lock.lockedAt)}${expires}` },
    { name: '', says: inventory.join(', ') },
    ...toolRows(lock.tools),
  ];
}

/** What judges besides Pawl itself, in the versions that it has to have. */
function toolRows(tools: Locked['tools']): readonly Row[] {
  const installed = installedIn(tools);
  if (installed.length === 0) return [];
  return [
    {
      name: 'tools',
      says: installed.map(({ name, version }) => `${shortName(name)} ${shortName(version)}`).join(', '),
    },
  ];
}

function installedIn(tools: Locked['tools']): Locked['tools'] {
  return tools.filter(({ name }) => !OWN.includes(name));
}

/** What people let slip themselves. No loop is charged with it, so they are told here. */
function driftRows({ lock: stored, drift }: Status, { yellow }: Paint): readonly Row[] {
  if (stored === undefined) return [];
  const { target, commit } = stored.lock;
  return drift.flatMap(({ tip, weight, limit, isAtLeast }) => {
    const name = shortName(target);
    if (weight === 0 && !isAtLeast) return [{ name: 'drift', says: `${name} has not slipped since the lock` }];
    const says = `${name} has slipped by ${isAtLeast ? 'at least ' : ''}${weight} since the lock (limit ${limit})`;
    const look = `pawl check --base ${commit.slice(0, 12)} --head ${tip.slice(0, 12)} --audience human`;
    return [
      { name: 'drift', says, paint: yellow },
      { name: '', says: 'see it:', command: look },
    ];
  });
}

/** Those that stand alike on one line: that all of them fire, or that none is there, is one thing to know. */
function hookRows({ hooks }: Status, { yellow }: Paint): readonly Row[] {
  const alike = new Map<string, string[]>();
  for (const { hook, state, why } of hooks) {
    const key = JSON.stringify([state, why.replaceAll(hook, ANY_HOOK)]);
    alike.set(key, [...(alike.get(key) ?? []), hook]);
  }
  return [...alike].map(([key, names], at) => {
    const [state, why] = JSON.parse(key) as [string, string];
    const [first = ''] = names;
    const name = at === 0 ? 'hooks' : '';
    if (state === 'installed')
      return { name, says: `${names.join(', ')}: ${names.length === 1 ? 'fires' : 'all fire'}` };
    const reason = names.length === 1 ? why.replaceAll(ANY_HOOK, first) : why;
    return { name, says: `${names.join(', ')}: ${state}, ${reason}`, paint: yellow };
  });
}

/** Stands for the name of each in what is said of several. */
const ANY_HOOK = 'HOOK';

/** What the person or the agent who reads it does now. */
export function nextStep({ audience, head, lock, hooks, cases }: Status): string {
  if (head === undefined) return 'make a first commit';
  const [first] = cases;
  if (first !== undefined) return audience === 'human' ? `read the case: pawl review ${first.id}` : 'a person decides';
  if (hooks.some(({ state }) => state !== 'installed')) return 'install the hooks: pawl init';
  return lock === undefined ? 'lock the baseline: pawl lock' : 'judge what is staged: pawl check';
}
