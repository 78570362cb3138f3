import { writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { removedAfterAll } from './support/removed-after-all.ts';
import { EDITED_PY, EVAL_JS, GUARDED_JS, GUARDED_PY, UNGUARDED_JS } from './support/sources.ts';
import { temporaryRepository, type TestRepository, type Where } from './support/temporary-repository.ts';
import { HUMAN_JSON, verdictOf, withoutTimings } from './support/verdict-of.ts';

const atTheEnd = removedAfterAll();
let repository: TestRepository;
let answer: string;
const question: string[] = ['check', ...HUMAN_JSON];

/** A change of every kind: lost, added, moved and edited code, in two languages, and names that git would quote. */
beforeAll(async () => {
  repository = await temporaryRepository(
    { 'app.js': GUARDED_JS, 'src/deep/store.py': GUARDED_PY, 'old name.js': 'export const answer = 42;\n' },
    atTheEnd,
  );
  const base = await repository.git('rev-parse', 'HEAD');
  await repository.git('mv', 'old name.js', 'größe "2".js');
  const changed = { 'app.js': UNGUARDED_JS, 'src/deep/store.py': EDITED_PY, 'src/deep/calculate.js': EVAL_JS };
  const head = await repository.commit('a change of every kind', changed);
  question.push('--base', base, '--head', head);
  const asked = await repository.pawl(question);
  const kinds = verdictOf(asked).reasons.map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['lost-defence', 'unguarded-path', 'introduced-finding']));
  answer = withoutTimings(asked);
});

async function expectSameAnswer(more: readonly string[] = [], where?: Where): Promise<void> {
  expect(withoutTimings(await repository.pawl([...question, ...more], where))).toBe(answer);
}

describe('when the same two revisions are judged again, the verdict is byte-identical', () => {
  it('from the work tree, whatever lies in it and in the index', async () => {
    await repository.stage({ 'app.js': 'broken(' });
    await repository.write({ 'src/deep/store.py': 'eval(input())\n', 'pawl.config.jsonc': '{ "exclude": ["**"] }' });
    await expectSameAnswer();
    await repository.git('reset', '--quiet', '--hard');
    await repository.git('clean', '--quiet', '-dff');
  });

  it('from a sub-directory', async () => {
    await expectSameAnswer([], { cwd: join(repository.dir, 'src/deep') });
  });

  it('from a linked worktree', async () => {
    const cwd = join(repository.root, 'linked');
    await repository.git('worktree', 'add', '--quiet', '--detach', cwd, 'HEAD~1');
    await expectSameAnswer([], { cwd });
  });

  it('from anywhere, about a bare clone', async () => {
    const bare = join(repository.root, 'bare.git');
    await repository.git('clone', '--quiet', '--bare', repository.dir, bare);
    await expectSameAnswer(['--repo', bare], { cwd: repository.root });
  });

  it('under hostile user and repository configuration, none of whose programs is started', async () => {
    const canary = join(repository.root, 'canary');
    const program = join(repository.root, 'program');
    await writeFile(program, `#!/bin/sh\ntouch '${canary}'\n`, { mode: 0o755 });
    await writeFile(
      join(repository.root, 'attributes'),
      '* -diff binary filter=evil diff=evil working-tree-encoding=UTF-16\n',
    );
    await writeFile(join(repository.root, 'order'), 'src/*\n');
    const settings = {
      'diff.external': program,
      'diff.evil.textconv': program,
      'diff.evil.command': program,
      'filter.evil.smudge': program,
      'filter.evil.clean': program,
      'core.attributesFile': join(repository.root, 'attributes'),
      'core.fsmonitor': program,
      'core.pager': program,
      'core.hooksPath': repository.root,
      'core.quotePath': 'true',
      'core.precomposeUnicode': 'true',
      'core.ignoreCase': 'true',
      'diff.renames': 'false',
      'diff.renameLimit': '1',
      'diff.orderFile': join(repository.root, 'order'),
      'diff.noprefix': 'true',
      'diff.relative': 'true',
      'diff.ignoreSubmodules': 'all',
      'diff.algorithm': 'patience',
      'color.ui': 'always',
      'i18n.commitEncoding': 'ISO-8859-1',
      'i18n.logOutputEncoding': 'UTF-16',
      'log.showSignature': 'true',
      'core.abbrev': '4',
    };
    for (const scope of ['--global', '--local']) {
      for (const [key, value] of Object.entries(settings)) await repository.git('config', scope, key, value);
    }
    await expectSameAnswer();
    expect(existsSync(canary)).toBe(false);
    for (const key of Object.keys(settings)) await repository.git('config', '--local', '--unset', key);
    await writeFile(join(repository.root, 'home/.gitconfig'), '');
  });

  it('with replacements of what is judged, on which git itself would look (G04)', async () => {
    const [bad, good] = [
      await repository.git('rev-parse', 'HEAD:app.js'),
      await repository.git('rev-parse', 'HEAD~1:app.js'),
    ];
    const [head, base] = [await repository.git('rev-parse', 'HEAD'), await repository.git('rev-parse', 'HEAD~1')];
    await repository.git('replace', bad, good);
    await repository.git('replace', head, base);
    expect(await repository.git('show', `${head}:app.js`)).toBe(GUARDED_JS.trimEnd());
    await expectSameAnswer();
    await repository.git('replace', '--delete', bad, head);
  });

  it("with git's variables set to another repository, where this one is named", async () => {
    const other = await temporaryRepository({ 'app.js': UNGUARDED_JS });
    const env = {
      GIT_DIR: join(other.dir, '.git'),
      GIT_WORK_TREE: other.dir,
      GIT_INDEX_FILE: join(other.dir, '.git/index'),
      GIT_OBJECT_DIRECTORY: join(other.dir, '.git/objects'),
      GIT_NAMESPACE: 'other',
    };
    await expectSameAnswer(['--repo', repository.dir], { env, cwd: other.dir });
    const { status, stdout } = await repository.pawl(question, { env });
    expect(status, 'where it is not named, nothing is taken for its answer').toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ schema: 'pawl/error@1', code: 'unknown-revision' });
  });

  it("with git's variables set to noise", async () => {
    const env = {
      GIT_EXTERNAL_DIFF: '/bin/false',
      GIT_DIFF_OPTS: '--unified=0',
      GIT_LITERAL_PATHSPECS: '1',
      GIT_ICASE_PATHSPECS: '1',
      GIT_REPLACE_REF_BASE: 'refs/heads/',
      GIT_ATTR_SOURCE: 'HEAD',
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'diff.renames',
      GIT_CONFIG_VALUE_0: 'false',
      GIT_CONFIG_PARAMETERS: "'core.quotePath'='true'",
      GIT_PAGER: '/bin/false',
      GIT_TRACE: '1',
      GIT_DEFAULT_HASH: 'sha256',
      LC_ALL: 'tr_TR.UTF-8',
      LANG: 'de_DE.UTF-8',
      TZ: 'Pacific/Kiritimati',
    };
    await expectSameAnswer([], { env });
  });
});
