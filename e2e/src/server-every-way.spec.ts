import { beforeAll, describe, expect, it } from 'vitest';
import { hookSaid } from './support/hook-said.ts';
import { lockedRepository } from './support/locked-repository.ts';
import { removedAfterAll } from './support/removed-after-all.ts';
import { mustSucceed } from './support/run.ts';
import { servedRepository, type ServedRepository, type Way } from './support/served-repository.ts';
import { EDITED_JS, UNGUARDED_JS } from './support/sources.ts';
import { caseNumberIn } from './support/stopped.ts';

const atTheEnd = removedAfterAll();
let served: ServedRepository;

beforeAll(async () => {
  served = await servedRepository(await lockedRepository(undefined, atTheEnd), { atTheEnd });
});

describe.each<[Way, string]>([
  ['path', 'over a path'],
  ['daemon', 'by git daemon'],
  ['http', 'over HTTP'],
])('when somebody pushes %s', (way) => {
  const branch = `agent/${way}`;

  it('it takes an ordinary edit, and records it', async () => {
    const { work } = served;
    await work.git('checkout', '--quiet', '-B', branch, 'main');
    await work.commit('an ordinary edit', { 'app.js': EDITED_JS });
    mustSucceed(await served.push([branch], { way, user: `ordinary-${way}` }));
    expect(await served.refs()).toContain(`refs/heads/${branch} `);
    expect(await served.records()).toContain(`refs/heads/${branch} 1`);
  });

  it('it refuses a lost guard, tells only the case, and keeps for people what was judged', async () => {
    const { work, bare } = served;
    const before = await served.refs();
    await work.git('checkout', '--quiet', '-B', `${branch}-slips`, 'main');
    await work.commit('slips', { 'app.js': UNGUARDED_JS });
    const pushed = await served.push([`${branch}-slips`], { way, user: `slipping-${way}` });
    expect(pushed.status).toBe(1);
    const [told = '', ...more] = hookSaid(pushed);
    expect(more).toEqual([]);
    expect(told).toBe(`pawl: stopped, case ${caseNumberIn(told)}. Work is paused for human review. Do not continue.`);
    expect(await served.refs()).toBe(before);
    // The push was refused, and its objects with it; those of the case were kept.
    const note = JSON.parse(await bare.read(`pawl/cases/${caseNumberIn(told)}.json`)) as { question: { tree: string } };
    expect(await bare.git('ls-tree', '-r', '--name-only', note.question.tree)).toContain('app.js');
  });
});
