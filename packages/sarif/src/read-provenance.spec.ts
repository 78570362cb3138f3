import { describe, expect, it } from 'vitest';
import { readSarif } from './read-sarif.ts';
import { logWith, type Part } from './testing/log-of.ts';

const read = (run: Part): Part => readSarif(logWith({ run })).runs[0] as unknown as Part;
const at = (uri: string, more: Part = {}): Part => ({ location: { uri }, ...more });

describe('when a log says where its results come from', () => {
  it('it gives the files that were to be analysed', () => {
    const artifacts = [
      at('a.ts', { roles: ['analysisTarget', 'modified'] }),
      at('b.ts', { roles: ['resultFile'] }),
      at('c.ts'),
    ];
    expect(read({ artifacts })['targets']).toEqual(['a.ts']);
  });

  it('it gives the contents that were seen', () => {
    const artifacts = [at('a.ts', { hashes: { 'sha-256': 'ABCD', 'sha-1': '01' } }), at('b.ts')];
    expect(read({ artifacts })['hashes']).toEqual([
      { file: 'a.ts', algorithm: 'sha-256', value: 'abcd' },
      { file: 'a.ts', algorithm: 'sha-1', value: '01' },
    ]);
  });

  it('it gives the commits that were analysed', () => {
    const versionControlProvenance = [{ repositoryUri: 'https://x/y', revisionId: 'c0ffee' }, { branch: 'main' }];
    expect(read({ versionControlProvenance })['revisions']).toEqual(['c0ffee']);
  });

  it('it passes over the contents of files outside the repository', () => {
    expect(read({ artifacts: [at('/usr/include/a.h', { hashes: { 'sha-256': 'ab' } })] })['hashes']).toEqual([]);
  });
});

it.each<[string, Part, string]>([
  [
    'a target outside the repository',
    { artifacts: [at('../a.ts', { roles: ['analysisTarget'] })] },
    'outside-repository',
  ],
  ['a hash at a path that is none', { artifacts: [at('a%zz.ts', { hashes: { 'sha-256': 'ab' } })] }, 'bad-uri'],
  ['a target without a place', { artifacts: [{ roles: ['analysisTarget'] }] }, 'missing-field'],
  ['artifacts that are null', { artifacts: null }, 'wrong-type'],
  ['roles that are a text', { artifacts: [at('a.ts', { roles: 'analysisTarget' })] }, 'wrong-type'],
  ['a hash that is a number', { artifacts: [at('a.ts', { hashes: { 'sha-256': 7 } })] }, 'wrong-type'],
  ['hashes that are a list', { artifacts: [at('a.ts', { hashes: [] })] }, 'wrong-type'],
  ['a revision that is null', { versionControlProvenance: [{ revisionId: null }] }, 'wrong-type'],
  ['columns of another kind', { columnKind: 'bytes' }, 'wrong-type'],
  ['a category that is a number', { automationDetails: { id: 7 } }, 'wrong-type'],
])('when a log has %s it is refused', (_, run, code) => {
  expect(() => read(run)).toThrow(expect.objectContaining({ name: 'SarifError', code }));
});
