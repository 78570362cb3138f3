import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeWithLinters, linter } from './support/linters.ts';
import { forgeScripts } from './support/forge-scripts.ts';
import { run } from './support/run.ts';
import { emptyFolder } from './support/temporary-repository.ts';
import { type Job, type Step, template, templateText, type Workflow } from './support/workflow.ts';
import { WORKSPACE } from './support/workspace.ts';

const TEMPLATES = join(WORKSPACE, 'templates');
const GITHUB = (await readdir(join(TEMPLATES, 'github'))).sort();
const WORKFLOWS = await Promise.all(GITHUB.map(async (name) => [name, await template(`github/${name}`)] as const));
const SCRIPTS = await forgeScripts();

it('there is a template for each forge that the page names', () => {
  expect(GITHUB).toEqual(['pawl-call.yml', 'pawl-judge.yml', 'pawl.yml', 'semgrep-checkpoint.yml']);
  expect(SCRIPTS.map(({ file }) => file)).toEqual([
    'gitlab/pawl.gitlab-ci.yml',
    'bitbucket/bitbucket-pipelines.yml',
    'azure/pawl-judge.yml',
    'jenkins/Jenkinsfile',
  ]);
});

describeWithLinters('when real linters read the templates', () => {
  it.each(GITHUB)('actionlint has nothing to say of %s', async (name) => {
    const { root, env } = await emptyFolder();
    const args = ['-no-color', '-shellcheck', linter('shellcheck'), '-pyflakes', '', join(TEMPLATES, 'github', name)];
    expect(await run(linter('actionlint'), args, { cwd: root, env })).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('actionlint would say it: a text of the event in a script, and a variable that the shell splits', async () => {
    const { root, env, write } = await emptyFolder();
    const text = await templateText('github/semgrep-checkpoint.yml');
    const worse = text.replace(
      'title="Pawl',
      'echo ${{ github.event.pull_request.title }} $CASE\n          title="Pawl',
    );
    await write({ '../worse.yml': worse });
    const args = ['-oneline', '-no-color', '-shellcheck', linter('shellcheck'), join(root, 'worse.yml')];
    const { status, stdout } = await run(linter('actionlint'), args, { cwd: root, env });
    expect(status).toBe(1);
    expect(stdout).toMatch(/potentially untrusted/u);
    expect(stdout).toMatch(/SC2086/u);
  });

  it.each(SCRIPTS)('ShellCheck has nothing to say of the script in $file', async ({ shell, script }) => {
    const { root, env } = await emptyFolder();
    const ran = await run(linter('shellcheck'), ['--shell', shell, '-'], { cwd: root, env, input: script });
    expect(ran).toEqual({ status: 0, stdout: '', stderr: '' });
  });
});

describe.each(WORKFLOWS)('in the workflow %s', (_, workflow) => {
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps ?? []);

  it('no script has an expression in it: whoever names a branch would write the script (C12)', () => {
    for (const { run: script = '' } of steps) expect(script).not.toContain('${{');
  });

  it('nothing is checked out, so that nothing of the judged commit can run', () => {
    for (const { uses = '', run: script = '' } of steps) {
      expect(uses).not.toMatch(/checkout/u);
      expect(script).not.toMatch(/\bgit (?:checkout|switch|worktree|clone|pull|restore)\b/u);
    }
  });

  it('the token may do nothing but what a job says', () => {
    expect(workflow.permissions).toEqual({});
    for (const job of jobs) expect(job.permissions, job.name).toBeDefined();
    expect(judging(jobs).map(({ permissions }) => permissions)).toEqual(
      judging(jobs).map(() => ({ contents: 'read' })),
    );
    const others = jobs.filter((job) => !judging(jobs).includes(job));
    for (const { permissions } of others) expect(permissions).toEqual({ issues: 'write' });
  });

  it('a stop counts, and what runs is not cancelled by what comes later (C11)', () => {
    const text = JSON.stringify(workflow);
    expect(text).not.toMatch(/continue-on-error|\|\| true|always\(\)/u);
    for (const job of jobs) if (job.uses === undefined) expect(job['timeout-minutes']).toBeLessThanOrEqual(30);
    if (workflow.concurrency !== undefined) expect(workflow.concurrency['cancel-in-progress']).toBe(false);
  });

  it('what it uses is pinned to a commit, and ours to none until somebody has looked', () => {
    const used = [...steps, ...jobs].flatMap(({ uses }) => uses ?? []);
    expect(used.length).toBeGreaterThan(0);
    for (const name of used) expect(name).toMatch(/^OWNER\/[\w./-]+@0{40}$/u);
  });

  it('the anchor comes from outside the repository, and no secret is handed on', () => {
    for (const step of steps.filter(isOurs)) expect(step.with?.['anchor']).toBe('${{ vars.PAWL_ANCHOR }}');
    expect(JSON.stringify(workflow)).not.toMatch(/secrets\./u);
    for (const { secrets } of jobs) expect(secrets).toBeUndefined();
  });
});

describe.each(WORKFLOWS.filter(([name]) => name !== 'pawl-judge.yml'))(
  'in the workflow %s, which is started',
  (_, workflow) => {
    it('it starts for agents’ branches, for every pull request, from the protected branch’s own file, and in the queue', () => {
      expect(workflow.on).toEqual({ push: { branches: ['agent/**'] }, pull_request_target: null, merge_group: null });
    });

    it('each commit has a group of its own', () => {
      expect(workflow.concurrency?.group).toContain('github.event.pull_request.head.sha || github.sha');
    });
  },
);

it('the reusable workflow takes nothing from who calls it: on a push that is the agent', async () => {
  expect((await template('github/pawl-judge.yml')).on).toEqual({ workflow_call: null });
});

it('the reusable workflow and the one that stands alone judge by the same steps', async () => {
  const [alone, called] = await Promise.all([template('github/pawl.yml'), template('github/pawl-judge.yml')]);
  expect(stepsOf(called)).toEqual(stepsOf(alone));
});

it('every input of the action that a template names is one that the action has', async () => {
  const { parse } = await import('yaml');
  const action = parse(await readFile(join(WORKSPACE, 'packages/action/action.yml'), 'utf8')) as Action;
  for (const [name, workflow] of WORKFLOWS) {
    for (const step of stepsOf(workflow).filter(isOurs)) {
      expect(Object.keys(action.inputs), name).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})));
    }
  }
});

describe.each(SCRIPTS)('in the script of $file', ({ script, macros }) => {
  it('it stops at the first mistake, and ends as Pawl does', () => {
    const lines = script.split('\n').filter((line) => line.trim() !== '');
    expect(lines[0]).toBe('set -eu');
    expect(lines.at(-1)).toMatch(/^node_modules\/\.bin\/pawl check [^|;&]*$/u);
    expect(script).not.toMatch(/\|\||set \+e/u);
  });

  it('nothing is put into it before the shell reads it', () => {
    for (const macro of macros) expect(script).not.toMatch(macro);
  });

  it('nothing of the judged commit is laid out, and all history is there', () => {
    expect(script).not.toMatch(/\bgit (?:-C \S+ )?(?:checkout|switch|worktree|clone|pull|restore)\b|--depth/u);
    expect(script).toContain("'+refs/heads/*:refs/remotes/origin/*' '+refs/pawl/lock/*:refs/pawl/lock/*'");
  });

  it('the installation runs no script, and names the version', () => {
    expect(script).toMatch(/^npm install .*--ignore-scripts "pawl@\$\{?PAWL_VERSION/mu);
  });
});

describe('beside their scripts', () => {
  it('GitLab lays nothing out, cuts no history, and takes nothing from the judged project', async () => {
    const { pawl, ...rest } =
      await template<Readonly<Record<string, Readonly<Record<string, unknown>>>>>('gitlab/pawl.gitlab-ci.yml');
    expect(rest).toEqual({});
    expect(pawl?.['variables']).toMatchObject({ GIT_DEPTH: '0', GIT_CHECKOUT: 'false', GIT_STRATEGY: 'clone' });
    expect(pawl).toMatchObject({ ...{ allow_failure: false, interruptible: false, dependencies: [], cache: [] } });
    expect(pawl).toMatchObject({ inherit: { default: false, variables: false }, before_script: [], after_script: [] });
    expect(pawl?.['timeout']).toBe('20 minutes');
  });

  it('the policy of GitLab cannot be skipped or overruled, and injects that job before all others', async () => {
    expect(await template('gitlab/policy.yml')).toMatchObject({
      pipeline_execution_policy: [
        {
          ...{ enabled: true, pipeline_config_strategy: 'inject_policy', suffix: 'never' },
          ...{ skip_ci: { allowed: false }, variables_override: { allowed: false } },
          content: { include: [{ file: 'pawl-policy.gitlab-ci.yml' }] },
        },
      ],
    });
    expect(await template('gitlab/pawl-policy.gitlab-ci.yml')).toEqual({
      include: [{ project: 'GROUP/judge', file: '/pawl.gitlab-ci.yml' }],
      pawl: { stage: '.pipeline-policy-pre' },
    });
  });

  it('Azure starts from another repository, checks nothing out, and gives the token to one step', async () => {
    expect(await template('azure/pawl-judge.yml')).toMatchObject({
      ...{ trigger: 'none', pr: 'none' },
      resources: { repositories: [{ repository: 'judged', trigger: { branches: { include: ['agent/*'] } } }] },
      jobs: [
        {
          timeoutInMinutes: 20,
          steps: [{ checkout: 'none' }, { env: { SYSTEM_ACCESSTOKEN: '$(System.AccessToken)' } }],
        },
      ],
    });
  });

  it('Bitbucket has all history and a limit of time', async () => {
    expect(await template('bitbucket/bitbucket-pipelines.yml')).toMatchObject({
      clone: { depth: 'full' },
      definitions: { steps: [{ step: { 'max-time': 20 } }] },
    });
  });

  it('Jenkins checks nothing out and has a limit of time', async () => {
    const text = await templateText('jenkins/Jenkinsfile');
    expect(text).toContain('skipDefaultCheckout()');
    expect(text).toContain("timeout(time: 20, unit: 'MINUTES')");
    // Double quotes would let Groovy put a parameter into the script.
    expect(text).not.toMatch(/sh """|sh "/u);
  });
});

interface Action {
  readonly inputs: Readonly<Record<string, unknown>>;
}

function stepsOf({ jobs }: Workflow): readonly Step[] {
  return Object.values(jobs).flatMap(({ steps = [] }) => steps);
}

function isOurs({ uses = '' }: Step): boolean {
  return uses.startsWith('OWNER/pawl-action@');
}

function judging(jobs: readonly Job[]): readonly Job[] {
  return jobs.filter(({ uses, steps = [] }) => uses !== undefined || steps.some(isOurs));
}
