import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sharedLockedRepository } from './support/locked-repository.ts';
import { run } from './support/run.ts';
import { EDITED_JS, GUARDED_JS, UNGUARDED_JS } from './support/sources.ts';
import { caseNumberIn } from './support/stopped.ts';

const shared = sharedLockedRepository();

describe('when the index is changed between the judgement and the commit', () => {
  it('what is committed in the end is judged, and refused', async () => {
    const { root, dir, git, stage, write, tryGit } = shared();
    // As if another process had been quick: git reads the index again when this hook is done.
    const late = `#!/bin/sh\n"${dir}/.git/pawl/hooks/pre-commit" "$@" && cp "${root}/worse.js" app.js && git add app.js\n`;
    const hooks = {
      'pre-commit': late,
      'reference-transaction': `#!/bin/sh\nexec "${dir}/.git/pawl/hooks/reference-transaction" "$@"\n`,
    };
    await writeFile(join(root, 'worse.js'), UNGUARDED_JS);
    for (const [name, text] of Object.entries(hooks)) {
      await writeFile(join(root, name), text);
      await chmod(join(root, name), 0o755);
    }
    await stage({ 'app.js': EDITED_JS });
    const before = await git('rev-parse', 'HEAD');
    const { status, stderr } = await tryGit(['-c', `core.hooksPath=${root}`, 'commit', '--quiet', '-m', 'x']);
    expect([status, caseNumberIn(stderr)]).toEqual([128, expect.any(String)]);
    expect(await git('rev-parse', 'HEAD')).toBe(before);
    await write({ 'app.js': GUARDED_JS });
  });

  it.each([0, 1, 2])('no loss gets in while another process stages all the time: %i', async () => {
    const { root, dir, env, git, stage, tryGit } = shared();
    await writeFile(join(root, 'worse.js'), UNGUARDED_JS);
    await writeFile(join(root, 'edited.js'), EDITED_JS);
    await stage({ 'app.js': EDITED_JS });
    const race = `while [ ! -f ../done ]; do for f in worse edited; do git update-index --cacheinfo 100644,$(git hash-object -w ../$f.js),app.js 2>/dev/null; done; done; rm ../done`;
    const racing = run('sh', ['-c', race], { cwd: dir, env });
    const { status } = await tryGit(['commit', '--quiet', '-m', 'x']);
    await writeFile(join(root, 'done'), '');
    await racing;
    const committed = await git('show', 'HEAD:app.js');
    // Refused or judged as what it is: which of the two is a matter of luck.
    expect(committed).not.toBe(UNGUARDED_JS.trimEnd());
    if (status === 0) expect(committed).toBe(EDITED_JS.trimEnd());
  });
});

describe('when the hook cannot answer', () => {
  it.each([
    ['its program is gone', "file='/nowhere/hook.js'"],
    ['it is killed (H16)', 'kill -KILL $$'],
    ['it crashes (H16)', 'exec false'],
  ])('the commit is refused, with and without --no-verify: %s', async (_, line) => {
    const { dir, git, read, stage, tryGit } = shared();
    const runner = await read('.git/pawl/hook');
    await writeFile(join(dir, '.git/pawl/hook'), runner.replace(/^file=.*$/mu, line));
    try {
      await stage({ 'app.js': EDITED_JS });
      const before = await git('rev-parse', 'HEAD');
      expect((await tryGit(['commit', '--quiet', '-m', 'x'])).status).not.toBe(0);
      expect((await tryGit(['commit', '--quiet', '--no-verify', '-m', 'x'])).status).not.toBe(0);
      expect(await git('rev-parse', 'HEAD')).toBe(before);
    } finally {
      await writeFile(join(dir, '.git/pawl/hook'), runner);
    }
  });
});
