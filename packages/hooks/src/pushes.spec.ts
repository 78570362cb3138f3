import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RealRepository } from './cases/real-repository.ts';

async function withRemote(): Promise<RealRepository> {
  const repository = await RealRepository.create();
  await repository.git('init', '-q', '--bare', join(repository.root, 'remote.git'));
  await repository.git('remote', 'add', 'origin', join(repository.root, 'remote.git'));
  return repository;
}

describe('when a push runs the hooks', () => {
  it('gives what git says about the push to the script, to the hook of before and to Pawl', async () => {
    const repository = await withRemote();
    const seen = (name: string) => join(repository.root, name);
    await repository.write('.git/hooks/pre-push', `#!/bin/sh\ncat >"${seen('before')}"\n`, 0o755);
    await repository.write('.husky/pre-push', `cat >"${seen('script')}"\n`);
    await repository.install();
    await repository.git('push', '-q', 'origin', 'main');
    const head = (await repository.git('rev-parse', 'HEAD')).trim();
    const line = `refs/heads/main ${head} refs/heads/main ${'0'.repeat(40)}\n`;
    expect(await readFile(seen('before'), 'utf8')).toBe(line);
    expect(await readFile(seen('script'), 'utf8')).toBe(line);
    const url = join(repository.root, 'remote.git');
    expect(await repository.recorded()).toMatchObject([{ argv: ['pre-push', 'origin', url], stdin: line }]);
  });

  it('does not push what Pawl refuses', async () => {
    const repository = await withRemote();
    await repository.install();
    await repository.refuse();
    expect((await repository.tryGit(['push', '-q', 'origin', 'main'])).status).toBe(1);
    expect(await repository.git('ls-remote', 'origin')).toBe('');
  });

  it('hands on more than a pipe holds, unread by the script and unchanged', async () => {
    const repository = await withRemote();
    await repository.write('.husky/pre-push', 'true\n');
    await repository.install();
    const line = `refs/heads/$(x)\`y\`\\n ${'1'.repeat(40)} refs/heads/PAWL ${'0'.repeat(40)}\nINPUT\n`;
    const input = line.repeat(3000);
    const hook = join(repository.commonDir, 'pawl/hooks/pre-push');
    const { status } = spawnSync(hook, ['origin', 'url'], { cwd: repository.topLevel, env: repository.env, input });
    expect(status).toBe(0);
    expect((await repository.recorded()).map(({ stdin }) => stdin)).toEqual([input]);
  });
});
