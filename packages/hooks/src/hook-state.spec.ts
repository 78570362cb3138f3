import { chmod, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RealRepository } from './cases/real-repository.ts';
import { PAWL_HOOKS } from './hook-names.ts';
import { hookState } from './hook-state.ts';

async function states(repository: RealRepository): Promise<Readonly<Record<string, string>>> {
  const { topLevel, commonDir } = repository;
  const found = await hookState({ topLevel, commonDir, git: repository.port() });
  return Object.fromEntries(found.map(({ hook, state }) => [hook, state]));
}

const ALL = (state: string) => Object.fromEntries(PAWL_HOOKS.map((hook) => [hook, state]));

describe('when the standing of the hooks is asked for', () => {
  it('is missing before the installation and installed after it', async () => {
    const repository = await RealRepository.create();
    expect(await states(repository)).toEqual(ALL('missing'));
    await repository.install();
    expect(await states(repository)).toEqual(ALL('installed'));
  });

  it.each(['.githooks', '.husky/_', '/dev/null'])('is not reached when git looks in %s', async (hooksPath) => {
    const repository = await RealRepository.create();
    await repository.write('.githooks/pre-commit', '#!/bin/sh\n', 0o755);
    await repository.install();
    await repository.git('config', 'core.hooksPath', hooksPath);
    expect(await states(repository)).toEqual(ALL('not-reached'));
  });

  it('is not reached when the bundled hook is gone', async () => {
    const repository = await RealRepository.create();
    await repository.install();
    await rm(repository.hookFile);
    expect(await states(repository)).toEqual(ALL('not-reached'));
  });

  it.each(['hook', 'dispatch'])('is not reached when %s was changed', async (name) => {
    const repository = await RealRepository.create();
    await repository.install();
    await writeFile(join(repository.commonDir, 'pawl', name), 'exit 0\n');
    expect(await states(repository)).toEqual(ALL('not-reached'));
  });

  it('tells the hooks apart', async () => {
    const repository = await RealRepository.create();
    await repository.install();
    await chmod(join(repository.commonDir, 'pawl/hooks/pre-commit'), 0o644);
    await rm(join(repository.commonDir, 'pawl/hooks/pre-push'));
    expect(await states(repository)).toEqual({
      ...ALL('installed'),
      'pre-commit': 'not-reached',
      'pre-push': 'missing',
    });
  });
});
