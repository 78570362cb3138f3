import { expect, it } from 'vitest';
import { fixRow } from '../testing/rows.ts';
import { shards } from './shards.ts';

it('when rows are shared out › a project stays together and the shares are about equal', () => {
  const rows = [...'aabcccb'].map((name, at) => fixRow({ id: `js-${at}`, repo: `o/${name}` }));
  const names = shards(rows, 2).map((share) => share.map(({ repo }) => repo.slice(2)).join(''));
  expect(names).toEqual(['ccc', 'aabb']);
  expect(shards(rows.slice(0, 1), 2)).toHaveLength(1);
});
