import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openRepository } from './open-repository.ts';
import { openScratch, type ScratchRepository } from './scratch-repository.ts';
import { describeChange } from './testing/describe-change.ts';
import { temporaryRepository, type TemporaryRepository } from './testing/temporary-repository.ts';

describe('when objects are borrowed', () => {
  it('a tree is written with some files as they were, and without others', async () => {
    const { repository, before, after } = changed();
    const scratch = await opened(repository);
    const old = await repository.open().then((door) => door.listTree(before));
    const wanted = old.filter(({ path }) => path === 'a.txt' || path === 'gone.txt');
    const tree = await scratch.treeWith(after, wanted, ['new.txt']);
    const seen = await openRepository(scratch.dir, { env: repository.env });
    expect((await seen.changes(after, tree)).map(describeChange)).toEqual([
      'modified a.txt',
      'added gone.txt',
      'deleted new.txt',
    ]);
    expect((await seen.changes(before, tree)).map(describeChange)).toEqual(['added test.txt']);
  });

  it('nothing is written where they come from', async () => {
    const { repository, before, after } = changed();
    const files = (): readonly string[] => readdirSync(repository.dir, { recursive: true }).map(String).sort();
    const was = files();
    const scratch = await opened(repository);
    await scratch.treeWith(
      after,
      await repository
        .open()
        .then((door) => door.listTree(before))
        .then((all) => all.slice(0, 1)),
      [],
    );
    expect(files()).toEqual(was);
  });

  it('neither configuration nor hooks nor refs come along', async () => {
    const { repository, after } = changed();
    repository.git('config', 'core.fsmonitor', 'touch owned');
    const scratch = await opened(repository);
    const seen = await openRepository(scratch.dir, { env: repository.env });
    expect(seen.topLevel).toBeUndefined();
    expect(await seen.listRefs('refs/')).toEqual(new Map());
    expect(await seen.resolveCommit(after)).toBe(after);
    expect(existsSync(`${scratch.dir}/hooks`)).toBe(false);
  });

  it('it works with the other kind of ids, too', async () => {
    const { repository, after } = changed('--object-format=sha256');
    const scratch = await opened(repository);
    const seen = await openRepository(scratch.dir, { env: repository.env });
    expect(await scratch.treeWith(after, [], [])).toBe(await seen.resolveTree(after));
  });

  it('it is gone when it is removed, and may be removed again', async () => {
    const { repository } = changed();
    const scratch = await opened(repository);
    await scratch.remove();
    await scratch.remove();
    expect(existsSync(scratch.dir)).toBe(false);
  });
});

function changed(...initArgs: string[]): {
  readonly repository: TemporaryRepository;
  readonly before: string;
  readonly after: string;
} {
  const repository = temporaryRepository(...initArgs);
  repository.write('a.txt', 'before');
  repository.write('gone.txt', 'gone');
  const before = repository.commit('before');
  repository.git('rm', '--quiet', 'gone.txt');
  for (const name of ['a.txt', 'new.txt', 'test.txt']) repository.write(name, `${name} after`);
  return { repository, before, after: repository.commit('after') };
}

async function opened({ dir, env }: TemporaryRepository): Promise<ScratchRepository> {
  const scratch = await openScratch(dir, { env });
  onTestFinished(() => scratch.remove());
  return scratch;
}
