import { expect, it } from 'vitest';
import { shardAsked } from './shard.ts';

it('when a shard is asked for › it is a number of so many, from 1', () => {
  expect(shardAsked('2/4')).toEqual({ number: 2, count: 4 });
  expect(shardAsked('4/4')).toEqual({ number: 4, count: 4 });
});

it.each(['0/4', '5/4', '1/0', '2', '1/4/4', '-1/4', '1.5/4', 'a/b', '', undefined])(
  'when %s is asked for › it is no shard, and none of its projects is left out by mistake',
  (text) => {
    expect(shardAsked(text)).toBeUndefined();
  },
);
