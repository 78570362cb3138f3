import { describe, expect, it } from 'vitest';
import { RealRepository } from './cases/real-repository.ts';
import { pawlBlock } from './pawl-block.ts';
import { usesLintStaged } from './uses-lint-staged.ts';

describe('when lint-staged is looked for', () => {
  it.each([
    '.lintstagedrc',
    '.lintstagedrc.yml',
    '.lintstagedrc.cjs',
    'lint-staged.config.js',
    'lint-staged.config.mts',
  ])('finds %s', (name) => {
    expect(usesLintStaged(['a', name], undefined)).toBe(true);
  });

  it.each(['lintstagedrc', '.lintstagedrc.bak', 'lint-staged.config.json.js', 'lint-staged'])(
    'does not take %s for it',
    (name) => {
      expect(usesLintStaged([name], '{}')).toBe(false);
    },
  );

  it('finds the key of package.json', () => {
    expect(usesLintStaged([], '{ "lint-staged": {} }')).toBe(true);
  });
});

describe('when lint-staged is set up and no hook calls it', () => {
  it('runs it before Pawl in the script that is created', async () => {
    const repository = await RealRepository.create();
    await repository.write('.lintstagedrc', '{}');
    const { notes } = await repository.install();
    expect(await repository.read('.husky/pre-commit')).toBe(`lint-staged\n${pawlBlock('pre-commit')}`);
    expect(await repository.read('.husky/pre-push')).toBe(pawlBlock('pre-push'));
    expect(notes).toEqual([]);
    const { file, lines } = await repository.order();
    await repository.write('node_modules/.bin/lint-staged', `#!/bin/sh\necho lint-staged >>'${file}'\n`, 0o755);
    await repository.git('commit', '-q', '--allow-empty', '-m', 'x');
    expect(await lines()).toEqual(['lint-staged', 'pawl']);
  });

  it('leaves a script that is there alone and says so', async () => {
    const repository = await RealRepository.create();
    await repository.write('.lintstagedrc', '{}');
    await repository.write('.husky/pre-commit', 'npm test\n');
    const { notes } = await repository.install();
    expect(await repository.read('.husky/pre-commit')).toBe(`npm test\n${pawlBlock('pre-commit')}`);
    expect(notes.join()).toContain('lint-staged');
  });

  it('does not run it twice where the hook of before calls it', async () => {
    const repository = await RealRepository.create();
    await repository.write('.lintstagedrc', '{}');
    await repository.write('.git/hooks/pre-commit', '#!/bin/sh\nnpx lint-staged\n', 0o755);
    await repository.install();
    expect(await repository.read('.husky/pre-commit')).toBe(pawlBlock('pre-commit'));
  });
});
