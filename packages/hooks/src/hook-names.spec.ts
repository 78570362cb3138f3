import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { RealRepository } from './cases/real-repository.ts';
import { HUSKY_HOOKS } from './hook-names.ts';

it('there is a dispatcher for every hook of the husky that we ship', async () => {
  const repository = await RealRepository.create();
  await repository.install();
  const names = (await readdir(join(repository.topLevel, '.husky/_'))).filter(
    (name) => !/^(?:h|husky\.sh|\.gitignore)$/u.test(name),
  );
  expect(names.toSorted()).toEqual([...HUSKY_HOOKS].toSorted());
  expect((await readdir(join(repository.commonDir, 'pawl/hooks'))).toSorted()).toEqual(
    [...HUSKY_HOOKS, 'reference-transaction'].toSorted(),
  );
});
