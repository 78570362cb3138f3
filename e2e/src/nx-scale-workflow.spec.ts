import { chmod, cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { gatedNxWorkspace } from './support/gated-nx-workspace.ts';
import { describeWithLinters, linter } from './support/linters.ts';
import type { NxWorkspace } from './support/nx-workspace.ts';
import { removedAfterAll } from './support/removed-after-all.ts';
import { mustSucceed, run, type Ran } from './support/run.ts';
import { EDITED_JS, GUARDED_JS, UNGUARDED_JS } from './support/sources.ts';
import { type Contexts, filled } from './support/workflow-expression.ts';
import type { Job, Step, Workflow } from './support/workflow.ts';
import { WORKSPACE } from './support/workspace.ts';

const FILE = join(WORKSPACE, 'packages/nx/templates/ci/pawl-shards.yml');
const workflow = parse(await readFile(FILE, 'utf8')) as Workflow & { readonly env: Readonly<Record<string, string>> };
const { parts, verdict } = workflow.jobs as Readonly<Record<'parts' | 'verdict', Job & Sharded>>;
const SHARDS = [1, 2, 3, 4];

interface Sharded {
  readonly env?: Readonly<Record<string, string>>;
  readonly strategy?: { readonly matrix: { readonly shard: readonly number[] }; readonly 'fail-fast': boolean };
}

const atTheEnd = removedAfterAll();
let workspace: NxWorkspace;
let base: string;
let edited: string;
let unguarded: string;
let anchor: string;

beforeAll(async () => {
  workspace = await gatedNxWorkspace({ projects: 5, files: 4 }, atTheEnd, { 'libs/js-0/src/files.js': GUARDED_JS });
  base = await workspace.git('rev-parse', 'main');
  anchor = mustSucceed(await workspace.pawl(['trust', '--print-anchor']));
  // What the judged commit says of Nx, and what it brings along for it, must not run.
  const hostile = {
    'nx.json': '{ "plugins": ["./plugin.cjs"] }\n',
    'plugin.cjs': `require('node:fs').writeFileSync(${JSON.stringify(join(workspace.root, 'ran'))}, '');\n`,
  };
  await workspace.git('switch', '--quiet', '--create', 'agent/edit');
  edited = await workspace.commit('an ordinary edit', { 'libs/js-0/src/files.js': EDITED_JS });
  await workspace.git('switch', '--quiet', '--create', 'agent/slip', 'main');
  unguarded = await workspace.commit('a guard goes', { 'libs/js-0/src/files.js': UNGUARDED_JS, ...hostile });
  await workspace.git('switch', '--quiet', 'main');
  // As a forge gives the commit of a pull request, of whichever branch or fork.
  await workspace.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  // In the place of npm, which would install what lies here already.
  const npm = `#!/bin/sh\nln -s '${join(workspace.dir, 'node_modules')}' node_modules\n`;
  await mkdir(join(workspace.root, 'programs'));
  await writeFile(join(workspace.root, 'programs/npm'), npm);
  await chmod(join(workspace.root, 'programs/npm'), 0o755);
});

describe('when the jobs of the workflow run as they stand', () => {
  it('is clean where nothing slipped', async () => {
    const { status, log } = await judge(edited, SHARDS);
    expect(log).toContain('pawl: clean');
    expect(status).toBe(0);
  });

  it('stops what slipped, says no more than a case number, and has run nothing of what it judged', async () => {
    const { status, log } = await judge(unguarded, SHARDS);
    expect(status).toBe(1);
    expect(log).toMatch(/case [0-9a-f]{8}/u);
    expect(log).not.toMatch(/files\.js|lost|guard|high/u);
    expect(await run('ls', ['ran'], { cwd: workspace.root, env: workspace.env })).toMatchObject({ status: 2 });
  });

  it('does not come to a clean end where a machine has made nothing', async () => {
    const owner = await shardOf('@acme/js-0');
    const { status, log } = await judge(
      edited,
      SHARDS.filter((shard) => shard !== owner),
    );
    expect(status).toBe(1);
    expect(log).not.toContain('pawl: clean');
  });
});

describe('in the text of the workflow', () => {
  const steps = [parts, verdict].flatMap((job) => job.steps ?? []);

  it('no script has an expression in it: whoever names a branch would write the script (C12)', () => {
    for (const { run: script = '' } of steps) expect(script).not.toContain('${{');
  });

  it('what is laid out is the protected branch, all other commits are objects, and no installation runs a script', () => {
    const scripts = steps.map(({ run: script = '' }) => script).filter((script) => script.includes('git init'));
    expect(scripts).toHaveLength(2);
    expect(scripts[0]).toBe(scripts[1]);
    expect(scripts[0]?.match(/git checkout .*/gu)).toEqual(['git checkout --quiet --detach "$BASE"']);
    expect(scripts[0]).toMatch(/^npm ci --ignore-scripts/mu);
    expect(workflow.env['BASE']).toBe('${{ github.event.pull_request.base.sha || github.event.merge_group.base_sha }}');
  });

  it('the protected branch says what runs, and nobody may do more than read', () => {
    expect(Object.keys(workflow.on)).toEqual(['pull_request_target', 'merge_group']);
    expect(workflow.permissions).toEqual({});
    for (const job of [parts, verdict]) expect(job.permissions).toEqual({ contents: 'read' });
    expect(JSON.stringify(workflow)).not.toMatch(/secrets\.|continue-on-error|\|\| true|always\(\)/u);
  });

  it('each machine has a share, and the verdict comes whatever became of them: a job that is skipped counts as a success', () => {
    expect(parts.strategy).toEqual({ 'fail-fast': false, matrix: { shard: SHARDS } });
    expect(String(workflow.env['SHARDS'])).toBe(String(SHARDS.length));
    expect(verdict).toMatchObject({ name: workflow.name, needs: 'parts', if: '${{ !cancelled() }}' });
  });

  it('what it uses is pinned to a commit', () => {
    const used = steps.flatMap(({ uses }) => uses ?? []);
    expect(used).toHaveLength(2);
    for (const name of used) expect(name).toMatch(/^actions\/(?:up|down)load-artifact@[0-9a-f]{40}$/u);
  });
});

describeWithLinters('when real linters read the workflow', () => {
  it('actionlint has nothing to say', async () => {
    const args = ['-no-color', '-shellcheck', linter('shellcheck'), '-pyflakes', '', FILE];
    const { root, env } = workspace;
    expect(await run(linter('actionlint'), args, { cwd: root, env })).toEqual({ status: 0, stdout: '', stderr: '' });
  });
});

interface Judged {
  readonly status: number | null;
  /** Of all jobs. */
  readonly log: string;
}

/** Runs the jobs as a runner does, some of the machines of the first one, and hands their parts on as artifacts are. */
async function judge(head: string, shards: readonly number[]): Promise<Judged> {
  const event = { pull_request: { base: { sha: base }, head: { sha: head, ref: `agent/${head.slice(0, 8)}` } } };
  const github = { event, server_url: `file://${workspace.root}`, repository: 'repository', sha: base, token: 'ghs_x' };
  const contexts = { github, vars: { PAWL_ANCHOR: anchor } };
  const artifacts = await mkdtemp(join(workspace.root, 'artifacts-'));
  const logs: string[] = [];
  for (const shard of shards) {
    const made = await runJob(parts, { ...contexts, matrix: { shard } }, artifacts);
    expect(made.status, made.stdout + made.stderr).toBe(0);
    logs.push(made.stdout + made.stderr);
  }
  const judged = await runJob(verdict, contexts, artifacts);
  return { status: judged.status, log: [...logs, judged.stdout + judged.stderr].join('') };
}

async function runJob(job: Job & Sharded, contexts: Contexts, artifacts: string): Promise<Ran> {
  const cwd = await mkdtemp(join(workspace.root, 'job-'));
  let all: Ran = { status: 0, stdout: '', stderr: '' };
  for (const step of job.steps ?? []) {
    const ran =
      step.uses === undefined ? await runScript(step, job, cwd, contexts) : await handOn(step, cwd, artifacts);
    all = { status: ran.status, stdout: all.stdout + ran.stdout, stderr: all.stderr + ran.stderr };
    if (ran.status !== 0) break;
  }
  return all;
}

function runScript(step: Step, job: Sharded, cwd: string, contexts: Contexts): Promise<Ran> {
  const { PATH = '' } = workspace.env;
  const values = Object.entries({ ...workflow.env, ...job.env, ...step.env });
  const env = {
    ...{
      PATH: [join(workspace.root, 'programs'), PATH].join(delimiter),
      HOME: `${cwd}-home`,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
    },
    ...Object.fromEntries(values.map(([name, value]) => [name, filled(String(value), contexts)])),
  };
  return run('bash', ['-e', '-c', step.run ?? ''], { cwd, env });
}

async function handOn({ uses = '' }: Step, cwd: string, artifacts: string): Promise<Ran> {
  const [from, to] = [join(cwd, '.nx/pawl'), artifacts];
  if (uses.startsWith('actions/upload-artifact@')) await cp(from, to, { recursive: true });
  else await cp(to, from, { recursive: true });
  return { status: 0, stdout: '', stderr: '' };
}

async function shardOf(project: string): Promise<number | undefined> {
  for (const shard of SHARDS) {
    const names = mustSucceed(await workspace.installed('pawl-nx-shard', [`${shard}/${SHARDS.length}`]));
    if (names.split(',').includes(project)) return shard;
  }
  return undefined;
}
