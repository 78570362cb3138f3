import { describe, expect, it } from 'vitest';
import { shardsOf, type SizedProject } from './shards-of.ts';

const projects: readonly SizedProject[] = [
  { name: 'web', files: 900 },
  { name: 'api', files: 500 },
  { name: 'db', files: 300 },
  { name: 'log', files: 100 },
  { name: 'none', files: 0 },
];

describe('when projects are shared out', () => {
  it('gives each shard about as many files', () => {
    expect(shardsOf(projects, 2)).toEqual([
      ['web', 'none'],
      ['api', 'db', 'log'],
    ]);
  });

  it('gives the same shards, whatever the order in which Nx names the projects', () => {
    expect(shardsOf(projects.toReversed(), 3)).toEqual(shardsOf(projects, 3));
  });

  it.each([1, 2, 3, 4, 8])('leaves no project out and gives none to two, for %i shards', (count) => {
    const shards = shardsOf(projects, count);
    expect(shards).toHaveLength(count);
    expect(shards.flat().toSorted()).toEqual(['api', 'db', 'log', 'none', 'web']);
  });
});
