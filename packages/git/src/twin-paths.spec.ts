import { describe, expect, it } from 'vitest';
import { INDEX } from './change.ts';
import { describeChange } from './testing/describe-change.ts';
import { errorCode } from './testing/error-code.ts';
import { temporaryRepository } from './testing/temporary-repository.ts';

/** Stages names of one content without a work tree, which may not be able to hold both of two twins. */
function repositoryWith(...paths: readonly string[]) {
  const repository = temporaryRepository();
  const content = repository.run(['hash-object', '-w', '--stdin'], { input: 'x\n' }).toString().trim();
  const stage = (...more: readonly string[]) =>
    repository.run(['update-index', '-z', '--index-info'], {
      input: more.map((path) => `100644 ${content}\t${path}\0`).join(''),
    });
  const remove = (...some: readonly string[]) => repository.git('update-index', '--force-remove', '--', ...some);
  stage(...paths);
  repository.git('commit', '--quiet', '--allow-empty', '-m', 'base');
  return { ...repository, stage, remove };
}

const BASE = ['app.py', 'src/a.py', 'src/b.py'];

describe('G13 when a new name is another one to some file systems', () => {
  it.each([
    ['a file in another case', ['APP.PY']],
    ['a file below a folder in another case', ['SRC/c.py']],
    ['a file with the name of a folder', ['Src']],
    ['a file in another case, deep down', ['src/A.py']],
    ['two new names with composed and decomposed accents', ['caf\u00e9.py', 'cafe\u0301.py']],
    ['two new folders', ['lib/x.py', 'LIB/y.py']],
    ['a letter that has no lower case of its own', ['stra\u00dfe.py', 'STRASSE.py']],
  ])('refuses %s, in the index and in a tree', async (_, added) => {
    const { git, stage, open } = repositoryWith(...BASE);
    stage(...added);
    const tree = git('write-tree');
    const opened = await open();
    expect(await errorCode(() => opened.changes('HEAD', INDEX))).toBe('twin-path');
    expect(await errorCode(() => opened.changes('HEAD', tree))).toBe('twin-path');
  });

  it.each([
    ['a file', ['app.py'], ['App.py'], ['renamed app.py -> App.py']],
    ['a whole folder', ['src/a.py', 'src/b.py'], ['Src/a.py', 'Src/b.py'], undefined],
  ])('passes %s that only changes its case', async (_, removed, added, told) => {
    const { git, stage, remove, open } = repositoryWith(...BASE);
    remove(...removed);
    stage(...added);
    const tree = git('write-tree');
    const opened = await open();
    const changes = (await opened.changes('HEAD', INDEX)).map(describeChange);
    if (told !== undefined) expect(changes).toEqual(told);
    expect((await opened.changes('HEAD', tree)).map(describeChange)).toEqual(changes);
  });

  it('refuses a folder whose twin keeps a file', async () => {
    const { git, stage, remove, open } = repositoryWith(...BASE);
    remove('src/a.py');
    stage('Src/a.py');
    const tree = git('write-tree');
    const opened = await open();
    expect(await errorCode(() => opened.changes('HEAD', INDEX))).toBe('twin-path');
    expect(await errorCode(() => opened.changes('HEAD', tree))).toBe('twin-path');
  });

  it('passes a change to twins that were there', async () => {
    const { git, stage, open } = repositoryWith(...BASE, 'APP.PY');
    stage('new.py');
    git('update-index', '--cacheinfo', `100755,${git('rev-parse', ':APP.PY')},APP.PY`);
    const tree = git('write-tree');
    const opened = await open();
    expect(await opened.changes('HEAD', INDEX)).toHaveLength(2);
    expect(await opened.changes('HEAD', tree)).toHaveLength(2);
  });
});
