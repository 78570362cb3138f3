import { beforeEach, describe, expect, it } from 'vitest';
import { type Scratch, scratch } from './scratch.fixture.ts';

const LOOP = 'refs/pawl/loop/main';

let here: Scratch;
beforeEach(async () => {
  here = scratch();
  here.commit({ 'a.txt': 'one\n' });
  await here.lock();
  await here.check({ tier: 'fast' });
  here.stage({ 'a.txt': 'two\n' });
  await here.check({ tier: 'fast' });
});

describe('when the record of a loop is not what this machine saw', () => {
  const refused = { name: 'LedgerError', code: 'loop-rolled-back', next: expect.stringContaining('git update-ref') };

  it('an old tip that is put back is refused, and the newest one mends it', async () => {
    const newest = here.git('rev-parse', LOOP);
    here.git('update-ref', LOOP, `${LOOP}~1`);
    await expect(here.check({ tier: 'fast' })).rejects.toMatchObject(refused);
    here.git('update-ref', LOOP, newest);
    expect((await here.check({ tier: 'fast' })).verdict.outcome).toBe('clean');
  });

  it('one that is gone is refused', async () => {
    here.git('update-ref', '-d', LOOP);
    await expect(here.check({ tier: 'fast' })).rejects.toMatchObject(refused);
  });

  it('one that went on elsewhere and has all of it is not', async () => {
    here.stage({ 'a.txt': 'three\n' });
    const elsewhere = { ...here.context, env: { ...here.context.env, XDG_STATE_HOME: `${here.root}/elsewhere` } };
    const { check } = await import('./check.ts');
    const { AT_A_HOOK } = await import('./pre-commit.ts');
    await check({ ...AT_A_HOOK, head: undefined, tier: 'fast' }, elsewhere);
    expect((await here.check({ tier: 'fast' })).verdict.outcome).toBe('clean');
  });
});
