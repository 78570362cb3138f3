import { beforeEach, describe, expect, it } from 'vitest';
import { type Scratch, scratch } from './scratch.fixture.ts';
import { status } from './status.ts';

const GUARDED = `export function open(path, root) {
  if (!path.startsWith(root)) throw new Error('outside');
  return read(path);
}
`;

let here: Scratch;
beforeEach(async () => {
  here = scratch();
  here.commit({ 'a.js': GUARDED });
  await here.lock();
});

async function cases(): Promise<readonly string[]> {
  const { cases: open } = await status({ directory: undefined, target: undefined, audience: 'human' }, here.context);
  return open.map(({ id }) => id);
}

describe('when a loop is stopped', () => {
  it('its case is told, and still is after people locked again', async () => {
    here.stage({ 'a.js': GUARDED.replace(/^ {2}if .*\n/mu, '') });
    const { case: number } = await here.check({ tier: 'fast', audience: 'agent', loop: 'agent/x' });
    expect(await cases()).toEqual([number]);
    here.git('reset', '--quiet', '--hard');
    await here.lock();
    expect(await cases()).toEqual([number]);
  });

  it('nothing is told where nothing was stopped', async () => {
    await here.check({ tier: 'fast', audience: 'agent' });
    expect(await cases()).toEqual([]);
  });
});
