import { needsValidator, sarifErrors } from '@pawl/sarif-check';
import type { Log } from 'sarif';
import { expect, it } from 'vitest';
import { EVAL_JS } from './support/sources.ts';
import { temporaryRepository } from './support/temporary-repository.ts';

needsValidator();

it('says of each finding whether it is new, was there, or is gone, by an identity that outlives a move', async () => {
  const repository = await temporaryRepository({
    'stays.js': EVAL_JS,
    'goes.js': EVAL_JS.replace('calculate', 'compute'),
  });
  await repository.git('remote', 'add', 'origin', 'https://user:ghp_secret@example.com/a/b.git');
  const base = await repository.git('rev-parse', 'HEAD');
  await repository.git('mv', 'stays.js', 'moved.js');
  await repository.git('rm', '--quiet', 'goes.js');
  const head = await repository.commit('after', { 'new.js': EVAL_JS + EVAL_JS.replace('calculate', 'again') });
  const question = ['check', '--base', base, '--head', head, '--only', 'scanners'];
  const { status, stdout } = await repository.pawl([...question, '--format', 'sarif', '--audience', 'human']);
  expect(status).toBe(1);

  const run = (JSON.parse(stdout) as Log).runs[0];
  const told = run?.results
    ?.filter(({ ruleId }) => ruleId === 'javascript/eval')
    .map(
      ({ baselineState, locations }) => `${locations?.[0]?.physicalLocation?.artifactLocation?.uri} ${baselineState}`,
    );
  expect(told?.toSorted()).toEqual(['goes.js absent', 'moved.js unchanged', 'new.js new', 'new.js new']);
  const identities = run?.results?.map(({ partialFingerprints }) => partialFingerprints?.['pawl/occurrence/v1']);
  expect(identities?.every((identity) => identity !== undefined)).toBe(true);
  expect(new Set(identities).size).toBe(identities?.length);
  expect(run?.artifacts?.map(({ location, roles }) => `${location?.uri} ${roles?.[1]}`)).toEqual([
    'goes.js deleted',
    'moved.js renamed',
    'new.js added',
  ]);
  expect(run?.versionControlProvenance).toMatchObject([
    { repositoryUri: 'https://example.com/a/b.git', revisionId: head },
  ]);
  expect(stdout).not.toContain('ghp_secret');
  expect(await sarifErrors({ stdout })).toEqual([]);
});
