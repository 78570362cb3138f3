import { delimiter } from 'node:path';
import { describe, expect, it } from 'vitest';
import { environmentOutside } from './environment-outside.ts';

describe('when commits are judged in another repository', () => {
  it('no tool of the work tree is found by its name', () => {
    const path = ['/usr/bin', '/srv/shop/node_modules/.bin', '.', '', '/srv/shop-tools', '/srv/shop'].join(delimiter);
    const env = environmentOutside({ PATH: path, HOME: '/home/a' }, '/srv/shop');
    expect(env).toEqual({ PATH: ['/usr/bin', '/srv/shop-tools'].join(delimiter), HOME: '/home/a' });
  });

  it('an environment without a path stays as it is', () => {
    expect(environmentOutside({ HOME: '/home/a' }, '/srv/shop')).toEqual({ HOME: '/home/a' });
  });
});
