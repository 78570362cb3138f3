import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { TestRepository } from './temporary-repository.ts';

/**
 * Has a commit refused by some other hook. Git itself writes the index then (what it caches of trees and file times), so
 * that from here on only Pawl could be to blame for a difference.
 */
export async function refusedByAnyHook(repository: TestRepository, commit: readonly string[]): Promise<void> {
  const hook = join(repository.root, 'pre-commit');
  await writeFile(hook, '#!/bin/sh\nexit 1\n');
  await chmod(hook, 0o755);
  expect(await repository.tryGit(['-c', `core.hooksPath=${repository.root}`, ...commit])).toMatchObject({ status: 1 });
}
