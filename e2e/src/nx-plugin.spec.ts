import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { shellBlocks } from './support/code-blocks.ts';
import { localRegistry } from './support/local-registry.ts';
import { nxTasks } from './support/nx-tasks.ts';
import { nxWorkspace, type NxWorkspace } from './support/nx-workspace.ts';
import { removedAfterAll } from './support/removed-after-all.ts';
import { mustSucceed, run, type Ran } from './support/run.ts';
import { onlyCase, stopped } from './support/stopped.ts';
import { NO_HOOKS } from './support/temporary-repository.ts';

const LIBRARY = 'libs/js-1/src/part_0/module_1.js';
/** The library and what needs it. */
const AFFECTED = ['@acme/js-1', '@acme/js-3', '@acme/js-4'];
const DOCS = { 'docs/project.json': '{ "name": "docs" }\n', 'docs/index.md': '# Docs\n' };
/** Engines load once for all projects. */
const BATCH = { env: { NX_BATCH_MODE: 'true' } };

const atTheEnd = removedAfterAll();
let workspace: NxWorkspace;
let page: ReadonlyMap<string, readonly string[]>;
let fromRegistry: NodeJS.ProcessEnv;
let start: string;

const nx = (...args: string[]): Promise<Ran> => workspace.nx(args);
const security = (project: string): string => `${project}:security`;

/** Does what the page on Nx says under a heading. */
async function follow(heading: string): Promise<string> {
  const script = page.get(heading)?.join('\n') ?? '';
  if (script === '') throw new Error(`docs/nx.md has no commands under ${heading}`);
  const { root, dir: cwd, env } = workspace;
  const alone = { NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true' };
  return mustSucceed(
    await run('sh', ['-eu', '-c', script], {
      cwd,
      env: { ...fromRegistry, ...env, ...alone, HOME: join(root, 'home') },
    }),
  );
}

/** As a stranger sets Pawl up: twenty projects in three languages, and everything of ours from a registry. */
beforeAll(async () => {
  page = await shellBlocks('docs/nx.md');
  workspace = await nxWorkspace({ projects: 20, files: 5 }, atTheEnd, DOCS);
  ({ env: fromRegistry } = await localRegistry(workspace.root, atTheEnd));
  await follow('Set it up');
  start = await workspace.git('rev-parse', 'HEAD');
});

/** Each test is a loop of its own. */
beforeEach(async ({ task }) => {
  await workspace.git(...NO_HOOKS, 'checkout', '--quiet', '--force', '-B', `agent/${task.id}`, start);
});

async function edit(path: string, from: string, to: string): Promise<string> {
  const text = await workspace.read(path);
  if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
  return workspace.commit('an edit', { [path]: text.replace(from, to) });
}

const ordinaryEdit = (): Promise<string> =>
  edit(LIBRARY, "readFile(file, 'utf8')", "readFile(file, { encoding: 'utf8' })");
const loseGuard = (): Promise<string> =>
  edit(LIBRARY, "  if (!file.startsWith(root + path.sep)) throw new Error('outside');\n", '');

describe('when the plugin was added', () => {
  it('it is registered, its parts are no files of the project, and there is a configuration', async () => {
    expect(JSON.parse(await workspace.read('nx.json'))).toMatchObject({ plugins: ['@pawl/nx/plugin'] });
    expect((await workspace.read('.gitignore')).split('\n')).toContain('.nx');
    expect(await workspace.read('pawl.config.jsonc')).toContain('"target": "main"');
    const { dependencies, devDependencies } = JSON.parse(await workspace.read('package.json')) as Record<
      string,
      object
    >;
    expect({ ...dependencies, ...devDependencies }).toHaveProperty('@pawl/nx');
    expect({ ...dependencies, ...devDependencies }).toHaveProperty('pawl');
  });

  it('what the page on Nx says of every day, of a verifier and of a scanner is so', async () => {
    await edit('libs/ts-6/src/part_0/module_1.ts', 'The text of', 'All of');
    expect(await follow('Every day')).toContain('pawl: clean');
    expect(await follow('What may come from a cache, and what may not')).toContain('pawl: clean');
    await follow('A scanner of your own');
    expect(await workspace.git('status', '--porcelain')).toBe(' M package.json\n?? packages/');
    await workspace.git('clean', '--quiet', '-dff');
  });

  it('to set it up again changes nothing', async () => {
    mustSucceed(await nx('g', '@pawl/nx:init'));
    expect(await workspace.git('status', '--porcelain')).toBe('');
  });

  it('each project that has code has a target, and none had to be configured', async () => {
    const names = workspace.projects.map(({ name }) => name);
    const shown = mustSucceed(await nx('show', 'projects', '--with-target', 'security', '--json'));
    expect((JSON.parse(shown) as string[]).sort()).toEqual([...names].sort());
    const one = JSON.parse(mustSucceed(await nx('show', 'project', 'py-0', '--json'))) as { targets: object };
    expect(one.targets).toMatchObject({
      security: { executor: '@pawl/nx:security', cache: true, outputs: ['{workspaceRoot}/.nx/pawl/libs%2Fpy-0.json'] },
    });
  });

  it('the graph shows that a verdict comes after the parts of all projects', async () => {
    const file = join(workspace.root, 'graph.json');
    mustSucceed(await nx('run-many', '-t', 'security-verdict', `--graph=${file}`));
    const { tasks } = JSON.parse(await readFile(file, 'utf8')) as { tasks: { dependencies: Record<string, string[]> } };
    const parts = workspace.projects.map(({ name }) => security(name)).sort();
    expect(tasks.dependencies['@pawl/nx/root:security-verdict']?.toSorted()).toEqual(parts);
  });
});

describe('when one library changed', () => {
  it('its part is made anew, the parts of what needs it come from the cache, and of no other project is spoken', async () => {
    mustSucceed(await workspace.nx(['run-many', '-t', 'security'], BATCH));
    await ordinaryEdit();
    const first = await nx('affected', '-t', 'security', '--base=HEAD~1', '--head=HEAD');
    expect(first.status).toBe(0);
    expect(nxTasks(first)).toEqual({ made: ['@acme/js-1:security'], cached: AFFECTED.slice(1).map(security) });
  });

  it('a second time all of it comes from the cache, and Nx says so', async () => {
    await ordinaryEdit();
    mustSucceed(await nx('affected', '-t', 'security', '--base=HEAD~1'));
    const second = await nx('affected', '-t', 'security', '--base=HEAD~1');
    expect(nxTasks(second)).toEqual({ made: [], cached: AFFECTED.map(security) });
    expect(second.stdout).toContain(
      'read the output from the cache instead of running the command for 3 out of 3 tasks',
    );
  });

  it('base and head choose whose parts are made', async () => {
    await ordinaryEdit();
    await edit('libs/py-5/acme_py_5/part_0/module_0.py', 'if len(orders) > LARGEST:', 'if len(orders) >= LARGEST:');
    const last = await nx('affected', '-t', 'security', '--base=HEAD~1', '--head=HEAD');
    expect(nxTasks(last)).toEqual({ made: ['py-5:security'], cached: [] });
    const first = await nx('affected', '-t', 'security', '--base=HEAD~2', '--head=HEAD~1');
    expect([...nxTasks(first).made, ...nxTasks(first).cached].sort()).toEqual(AFFECTED.map(security));
  });
});

describe('when parts are made in other ways', () => {
  const FILES = ['libs%2Fjs-0', 'libs%2Fts-0', 'libs%2Fpy-0'].map((name) => `.nx/pawl/${name}.json`);
  const THREE = ['-p', '@acme/js-0,@acme/ts-0,py-0', '--skip-nx-cache'];
  const partsAfter = async (...args: string[]): Promise<readonly string[]> => {
    await rm(join(workspace.dir, '.nx/pawl'), { recursive: true });
    mustSucceed(await nx('run-many', '-t', 'security', ...THREE, ...args));
    return Promise.all(FILES.map((path) => workspace.read(path)));
  };

  it('one after the other, side by side or in one process: they are the same', async () => {
    const one = await partsAfter('--parallel=1');
    expect(await partsAfter('--parallel=8')).toEqual(one);
    expect(await partsAfter('--batch')).toEqual(one);
  });
});

describe('when all parts are judged', () => {
  const VERDICT = '@pawl/nx/root:security-verdict';
  const verdict = (...args: string[]): Promise<Ran> => nx('run-many', '-t', 'security-verdict', ...args);

  it('what is clean passes, is said, and is never taken from a cache', async () => {
    await ordinaryEdit();
    const first = await verdict('--outputStyle=static');
    expect({ status: first.status, ...nxTasks(first) }).toMatchObject({ status: 0 });
    expect(first.stdout).toContain('pawl: clean');
    expect(nxTasks(await verdict()).made).toEqual([VERDICT]);
  });

  it('a lost guard fails it, and the number of the case is all that is said', async () => {
    await loseGuard();
    const { status, stdout, stderr } = await verdict();
    const [, said = ''] = stdout.split(`> nx run ${VERDICT}\n\n`);
    expect(status).toBe(1);
    expect(said.slice(0, said.indexOf('\n') + 1)).toBe(stopped(await onlyCase(workspace)));
    for (const told of [LIBRARY, 'module_1', 'readAttachment', 'lost-guard', 'CWE', 'high']) {
      expect(stdout + stderr).not.toContain(told);
    }
  });

  it('a person is told all of it', async () => {
    await loseGuard();
    const { status, stdout } = await nx('run', VERDICT, '--audience=human');
    expect(status).toBe(1);
    expect(stdout).toContain(`${LIBRARY}:7`);
  });

  it('a part that is missing is no clean one: it could not tell', async () => {
    await ordinaryEdit();
    mustSucceed(await verdict());
    await rm(join(workspace.dir, '.nx/pawl/libs%2Fjs-1.json'));
    const { status, stdout, stderr } = await verdict('--excludeTaskDependencies');
    expect(status).toBe(1);
    expect(stdout + stderr).toContain('could not tell');
    // With what it depends on Nx has it back from its cache.
    mustSucceed(await verdict());
  });
});
