import { mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FakePrograms, fakePrograms } from './support/fake-programs.ts';
import { type ForgeScript, forgeScripts } from './support/forge-scripts.ts';
import { type OnGithub, onGithub } from './support/on-github.ts';
import { removedAfterAll } from './support/removed-after-all.ts';
import { mustSucceed, type Ran, run } from './support/run.ts';
import { EDITED_JS, GUARDED_JS, UNGUARDED_JS } from './support/sources.ts';
import { caseNumberIn, stopped } from './support/stopped.ts';
import { PAWL } from './support/workspace.ts';

/** A script, and the variables in which its forge says what is to be judged. */
interface Forge extends ForgeScript {
  readonly variables: (machine: Machine) => NodeJS.ProcessEnv;
  /** Whether the forge lays the repository out before the script, and with which commit in the work tree. */
  readonly clone?: (work: Work) => string;
}

interface Work {
  readonly head: string;
  readonly branch: string;
}

interface Machine extends Work {
  readonly url: string;
  /** Where the forge laid the repository out. */
  readonly clone: string;
  readonly temp: string;
}

const [gitlab, bitbucket, azure, jenkins] = await forgeScripts();
const FORGES: readonly Forge[] = [
  {
    ...need(gitlab),
    // With GIT_CHECKOUT: "false" a fresh clone is left on the default branch.
    clone: () => 'main',
    variables: ({ head, branch, clone }) => ({
      ...{ CI_PROJECT_DIR: clone, CI_COMMIT_SHA: head, CI_COMMIT_REF_NAME: branch, CI_DEFAULT_BRANCH: 'main' },
      PAWL_VERSION: '0.1.0',
    }),
  },
  {
    ...need(bitbucket),
    clone: ({ head }) => head,
    variables: ({ head, branch, clone }) => ({
      ...{ BITBUCKET_CLONE_DIR: clone, BITBUCKET_COMMIT: head, BITBUCKET_BRANCH: branch },
    }),
  },
  {
    ...need(azure),
    variables: ({ head, branch, url, temp }) => ({
      ...{ AGENT_TEMPDIRECTORY: temp, BUILD_REPOSITORY_URI: url, SYSTEM_ACCESSTOKEN: 'of this run' },
      ...{ BUILD_SOURCEBRANCH: `refs/heads/${branch}`, BUILD_SOURCEVERSION: head },
      ...{ PAWL_VERSION: '0.1.0', PAWL_TARGET: 'main' },
    }),
  },
  {
    ...need(jenkins),
    variables: ({ head, branch, url }) => ({
      ...{ PAWL_HEAD: head, PAWL_BRANCH: branch, PAWL_URL: url, PAWL_VERSION: '0.1.0', PAWL_TARGET: 'main' },
    }),
  },
];

const SLIP = { 'app.js': UNGUARDED_JS };
const EDIT = { 'app.js': EDITED_JS };

const atTheEnd = removedAfterAll();
let forge: OnGithub;
let programs: FakePrograms;

beforeAll(async () => {
  forge = await onGithub({ 'app.js': GUARDED_JS }, atTheEnd);
  programs = await fakePrograms(forge.work.root);
  await programs.add('npm', NPM);
  await programs.add(
    'git',
    `[ -z "$GIT_CONFIG_VALUE_0" ] || echo "git $GIT_CONFIG_VALUE_0" >>"$NOTES"\nexec ${await realGit()} "$@"`,
  );
});
beforeEach(() => programs.forget());

describe.each(FORGES)('when $file runs', (script) => {
  it('an ordinary change is clean, judged by the version that is named', async () => {
    expect(await runs(script, 'agent/edit', EDIT)).toEqual({ status: 0, stdout: 'pawl: clean\n', stderr: '' });
    expect(await programs.notes()).toContain(
      'npm install --silent --no-audit --no-fund --ignore-scripts pawl@0.1.0 in an empty folder',
    );
  });

  it('a change that takes a guard away is stopped, and the log has a case number and no more', async () => {
    const ran = await runs(script, 'agent/slip', SLIP);
    expect(ran).toEqual({ status: 1, stdout: stopped(caseNumberIn(ran.stdout)), stderr: '' });
  });

  it('what the judged commit brings along has no part in it, and the name of its branch is no command', async () => {
    const ran = await runs(script, 'agent/$(touch${IFS}pwned);`touch${IFS}pwned`', {
      ...SLIP,
      '.npmrc': 'registry=http://127.0.0.1:1/\n',
      'node_modules/.bin/pawl': '#!/bin/sh\nexit 0\n',
    });
    expect(ran).toMatchObject({ status: 1, stdout: stopped(caseNumberIn(ran.stdout)) });
    expect(await readdir(forge.work.root, { recursive: true })).not.toContainEqual(expect.stringMatching(/pwned$/u));
  });

  it('without an anchor nothing is judged', async () => {
    const ran = await runs(script, 'agent/edit', EDIT, { PAWL_ANCHOR: '' });
    expect(ran.status).not.toBe(0);
    expect(ran.stdout).toBe('');
    expect(ran.stderr).toContain('PAWL_ANCHOR');
  });
});

it('on Azure, of a pull request what is to be merged is judged, and not the merge that nobody has', async () => {
  const edit = await forge.push('agent/edit', EDIT);
  const ran = await runs(named('azure'), 'agent/slip', SLIP, {
    ...{ BUILD_SOURCEBRANCH: 'refs/pull/7/merge', BUILD_SOURCEVERSION: '1'.repeat(40) },
    ...{ SYSTEM_PULLREQUEST_SOURCEBRANCH: 'refs/heads/agent/edit', SYSTEM_PULLREQUEST_SOURCECOMMITID: edit },
  });
  expect(ran).toEqual({ status: 0, stdout: 'pawl: clean\n', stderr: '' });
});

it('on Azure, git alone gets the token of the run', async () => {
  await runs(named('azure'), 'agent/edit', EDIT);
  const notes = await programs.notes();
  expect(notes.filter((line) => line.includes('of this run'))).toEqual(['git AUTHORIZATION: bearer of this run']);
  expect(notes).toContain('pawl without a token');
});

it('on Jenkins, what is handed over has to be a commit', async () => {
  for (const PAWL_HEAD of ['main', '--upload-pack=touch pwned', '']) {
    const ran = await runs(named('jenkins'), 'agent/slip', SLIP, { PAWL_HEAD });
    expect(ran).toEqual({ status: 2, stdout: '', stderr: 'PAWL_HEAD is not the id of a commit\n' });
  }
});

it('on GitLab, history that is cut is told and never called clean', async () => {
  // People have gone on, so where the work left them has to be found out.
  await forge.work.commit('go on', { 'README.md': '# Shop\n' });
  await forge.work.git('push', '--quiet', '--no-verify', 'origin', 'main');
  const ran = await runs(named('gitlab'), 'agent/edit', EDIT, {}, ['--depth=1', '--no-single-branch']);
  expect(ran).toMatchObject({ status: 2, stdout: '' });
  expect(ran.stderr).toContain('is missing');
});

/** Pushes a change, and runs the script on a machine that has seen nothing, with what its forge sets. */
async function runs(
  { script, shell, clone, variables }: Forge,
  branch: string,
  changed: Readonly<Record<string, string>>,
  over: NodeJS.ProcessEnv = {},
  depth: readonly string[] = [],
): Promise<Ran> {
  const { work, bare, by } = forge;
  const head = await forge.push(branch, changed);
  const temp = await mkdtemp(join(work.root, 'machine-'));
  const machine: Machine = {
    head,
    branch,
    url: `file://${bare.dir}`,
    clone: join(temp, 'clone'),
    temp: join(temp, 'temp'),
  };
  await Promise.all([machine.temp, join(temp, 'home')].map((folder) => mkdir(folder)));
  if (clone !== undefined) {
    await work.git('clone', '--quiet', '--no-checkout', ...depth, machine.url, machine.clone);
    await work.git(
      '-C',
      machine.clone,
      'checkout',
      '--quiet',
      '--detach',
      depth.length > 0 ? 'origin/main' : clone(machine),
    );
  }
  const file = join(temp, 'script');
  await writeFile(file, script);
  const PATH = [programs.folder, work.env['PATH']].join(delimiter);
  return run(shell, [file], {
    cwd: clone === undefined ? machine.temp : machine.clone,
    env: {
      PATH,
      HOME: join(temp, 'home'),
      CI: 'true',
      TMPDIR: machine.temp,
      PAWL_ANCHOR: by.anchor,
      ...variables(machine),
      ...over,
    },
  });
}

function named(forge: string): Forge {
  return need(FORGES.find(({ file }) => file.startsWith(forge)));
}

function need<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('a template is missing');
  return value;
}

async function realGit(): Promise<string> {
  const { root, env } = forge.work;
  return mustSucceed(await run('sh', ['-c', 'command -v git'], { cwd: root, env }));
}

/** In the place of the registry: the program that was built here, in the place where npm puts it. */
const NPM = `
echo "npm $* in $([ -z "$(ls -A)" ] && echo an empty folder || echo a folder with something in it)" >>"$NOTES"
mkdir -p node_modules/.bin
cat >node_modules/.bin/pawl <<'EOF'
#!/bin/sh
echo "pawl $([ -n "$SYSTEM_ACCESSTOKEN$GIT_CONFIG_VALUE_0" ] && echo with || echo without) a token" >>"$NOTED"
exec '${process.execPath}' '${PAWL}' "$@"
EOF
sed -i "s#\\$NOTED#$NOTES#" node_modules/.bin/pawl
chmod +x node_modules/.bin/pawl`;
