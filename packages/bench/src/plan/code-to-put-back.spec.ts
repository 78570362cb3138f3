import type { Change, Side } from '@pawl/git';
import { describe, expect, it } from 'vitest';
import { codeToPutBack } from './code-to-put-back.ts';

function side(path: string, mode = '100644'): Side {
  return { path, mode, blob: path.length.toString(16).padStart(40, '0') };
}

describe('when the code of a fix is put back', () => {
  it('what was changed, deleted and moved is as it was, and what was added is gone', () => {
    const changes: readonly Change[] = [
      { kind: 'modified', base: side('src/a.ts', '100755'), head: side('src/a.ts') },
      { kind: 'deleted', base: side('src/gone.py') },
      { kind: 'added', head: side('src/new.js') },
      { kind: 'renamed', base: side('lib/from.go'), head: side('lib/to.go') },
    ];
    expect(codeToPutBack(changes)).toEqual({
      files: [side('src/a.ts', '100755'), side('src/gone.py'), side('lib/from.go')],
      without: ['src/new.js', 'lib/to.go'],
    });
  });

  it('tests, prose and settings stay as the fix has them', () => {
    const changes: readonly Change[] = [
      { kind: 'modified', base: side('src/a.ts'), head: side('src/a.ts') },
      { kind: 'added', head: side('test/a.test.ts') },
      { kind: 'modified', base: side('CHANGELOG.md'), head: side('CHANGELOG.md') },
    ];
    expect(codeToPutBack(changes)).toEqual({ files: [side('src/a.ts')], without: [] });
  });

  it('two files that changed places are both put back', () => {
    const changes: readonly Change[] = [
      { kind: 'renamed', base: side('a.ts'), head: side('b.ts') },
      { kind: 'renamed', base: side('b.ts'), head: side('a.ts') },
    ];
    expect(codeToPutBack(changes)).toEqual({ files: [side('a.ts'), side('b.ts')], without: [] });
  });

  it('a change without code has nothing to put back', () => {
    expect(
      codeToPutBack([{ kind: 'modified', base: side('package.json'), head: side('package.json') }]),
    ).toBeUndefined();
  });
});
