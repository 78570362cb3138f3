import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readHistory } from './read-history.ts';
import { errorCode } from './testing/error-code.ts';
import { temporaryRepository, type TemporaryRepository } from './testing/temporary-repository.ts';

describe('when a history is read', () => {
  it('it is newest first, without merges, and no longer than was asked for', async () => {
    const { repository, tip } = withMerge();
    expect(await subjects(repository, { tip, atMost: 10 })).toEqual(['three', 'side', 'two', 'one']);
    expect(await subjects(repository, { tip, atMost: 2 })).toEqual(['three', 'side']);
  });

  it('merges come where they are wanted', async () => {
    const { repository, tip } = withMerge();
    expect(await subjects(repository, { tip, merges: true, atMost: 10 })).toContain('joined');
  });

  it('what another commit has is left out', async () => {
    const { repository, tip, two } = withMerge();
    expect(await subjects(repository, { tip, without: two, atMost: 10 })).toEqual(['three', 'side']);
  });

  it('only messages with one of the words come, in any case', async () => {
    const { repository, tip } = withMerge();
    expect(await subjects(repository, { tip, words: ['TW.', 'si(d|t)e'], atMost: 10 })).toEqual(['side', 'two']);
  });

  it('a date counts, and one that git would guess at is refused', async () => {
    const { repository, tip } = withMerge();
    expect(await subjects(repository, { tip, since: '2000-01-01', atMost: 10 })).toHaveLength(4);
    expect(await subjects(repository, { tip, since: '2099-12-31', atMost: 10 })).toEqual([]);
    for (const since of ['lately', '--all', '2026-1-1', 'never\n'])
      expect(await errorCode(() => subjects(repository, { tip, since, atMost: 10 }))).toBe('invalid-argument');
  });

  it('a name that git would take for an option is no id', async () => {
    const { repository } = withMerge();
    expect(await errorCode(() => subjects(repository, { tip: '--output=x', atMost: 1 }))).toBe('invalid-argument');
  });

  it('neither settings nor replaced objects of the repository have a say', async () => {
    const { repository, tip, two } = withMerge();
    repository.git('config', 'log.showSignature', 'true');
    repository.git('config', 'log.mailmap', 'true');
    repository.git('replace', two, repository.git('commit-tree', `${two}^{tree}`, '-m', 'another'));
    expect(await subjects(repository, { tip, atMost: 10 })).toEqual(['three', 'side', 'two', 'one']);
  });

  it('a gap in history is no end of it', async () => {
    const { repository, tip, two } = withMerge();
    rmSync(`${repository.dir}/.git/objects/${two.slice(0, 2)}/${two.slice(2)}`, { force: true });
    expect(await errorCode(() => subjects(repository, { tip, atMost: 10 }))).toBe('missing-object');
  });
});

/** one - two - (side) - joined - three, a minute after each other */
function withMerge(): { readonly repository: TemporaryRepository; readonly tip: string; readonly two: string } {
  const repository = temporaryRepository();
  let minute = 0;
  const git = (...args: string[]): void => {
    minute += 1;
    const env = { GIT_COMMITTER_DATE: `2026-01-01T00:0${minute}:00Z` };
    repository.run(args, { env: { ...repository.env, ...env } });
  };
  const at = (message: string): string => {
    git('commit', '--quiet', '--allow-empty', '-m', message);
    return repository.git('rev-parse', 'HEAD');
  };
  at('one');
  const two = at('two');
  repository.git('checkout', '--quiet', '-b', 'beside');
  at('side');
  repository.git('checkout', '--quiet', 'main');
  git('merge', '--quiet', '--no-ff', '-m', 'joined', 'beside');
  return { repository, tip: at('three'), two };
}

async function subjects(
  { dir, env }: TemporaryRepository,
  request: Parameters<typeof readHistory>[1],
): Promise<readonly string[]> {
  return (await readHistory(dir, request, { env })).map(({ message }) => message);
}
