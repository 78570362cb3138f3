import { beforeEach, describe, expect, it, vi } from 'vitest';
import { journalOf } from '../scratch.fixture.ts';
import { todoAdapter, todoProgram } from '../todo-adapter.fixture.ts';
import { PROJECTS, projects, type Projects, verdictText } from './projects.fixture.ts';

vi.mock('@pawl/scanner-bandit', () => ({ banditAdapter: todoAdapter }));

const CONFIG = `{ "scanners": { "bandit": true, "javascript": false, "python": false, "secrets": false } }`;
const START = { 'pawl.config.jsonc': CONFIG, 'words.txt': 'TODO\n', 'app/a.txt': 'one\n', 'lib/b.txt': 'TODO old\n' };
const [APP] = PROJECTS;

let here: Projects;
beforeEach(async () => {
  here = projects();
  here.install('todo', todoProgram('1.2.3', journalOf(here.root)));
  here.commit(START);
  await here.lock({ cache: false });
  here.commit({ 'app/a.txt': 'one\nTODO new\n', 'lib/b.txt': 'TODO old, rewritten\n', 'top.txt': 'TODO above\n' });
  here.journal();
});

describe('when a tool is turned on', () => {
  it('it looks at the changed files of the project alone, and the verdict does not ask it again', async () => {
    const parts = await here.makeAll();
    expect(here.journal()).toEqual(
      ['scan ./base/a.txt', 'scan ./head/a.txt', 'scan ./base/b.txt', 'scan ./head/b.txt'].map((line) =>
        line.replace('/a.txt', '/app/a.txt').replace('/b.txt', '/lib/b.txt'),
      ),
    );
    const merged = await here.check({ head: 'HEAD', cache: false, parts });
    expect(here.journal()).toEqual(['scan ./head/top.txt']);
    expect(verdictText(merged)).toBe(verdictText(await here.check({ head: 'HEAD', cache: false })));
  });

  it('whole, it looks at every file of the project', async () => {
    await here.make({ project: 'lib', root: 'lib', nested: [] }, { whole: true });
    expect(here.journal()).toEqual(['scan ./head/lib/b.txt']);
  });

  it('what was found before on this machine is not asked again', async () => {
    await here.makeAll(PROJECTS, { cache: true });
    here.journal();
    const parts = await here.makeAll(PROJECTS, { cache: true });
    expect(here.journal()).toEqual([]);
    expect(parts).toEqual(await here.makeAll());
  });

  it('C06: a part without it may not be kept, and the verdict is the one that there is without it', async () => {
    here.uninstall('todo');
    const part = await here.make(APP ?? { project: 'app', root: 'app', nested: [] });
    expect(part.isLasting).toBe(false);
    expect(part.notExamined.map(({ file, code }) => `${file} ${code}`)).toEqual([
      'app/a.txt tool-failed',
      'app/a.txt tool-failed',
    ]);
    const merged = await here.check({ head: 'HEAD', cache: false, parts: await here.makeAll() });
    expect(merged.verdict.outcome).toBe('inconclusive');
    expect(verdictText(merged)).toBe(verdictText(await here.check({ head: 'HEAD', cache: false })));
  });

  it('a part that everything could look at may be kept', async () => {
    expect(await here.make(APP ?? { project: 'app', root: 'app', nested: [] })).toMatchObject({
      isLasting: true,
      notExamined: [],
      files: 2,
    });
  });
});
