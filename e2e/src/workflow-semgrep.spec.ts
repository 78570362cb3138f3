import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { type FakePrograms, fakePrograms } from './support/fake-programs.ts';
import { type EventName, type OnGithub, onGithub } from './support/on-github.ts';
import { fileOf, javascriptSample, textIn } from './support/planted.ts';
import { describeWithScanners, installScanners, programOf, uninstall } from './support/real-scanners.ts';
import { removedAfterAll } from './support/removed-after-all.ts';
import { mustSucceed, run } from './support/run.ts';
import { projectFiles } from './support/scanned-project.ts';
import { stopped } from './support/stopped.ts';
import type { Files } from './support/temporary-repository.ts';
import { type JobRan, runWorkflow } from './support/workflow-run.ts';
import { template, templateText } from './support/workflow.ts';
import { WORKSPACE } from './support/workspace.ts';

const FILE = '.github/workflows/semgrep-checkpoint.yml';
const workflow = await template('github/semgrep-checkpoint.yml');
const sample = javascriptSample(await projectFiles('notes'));
const { code, old, clean } = sample;

/** One finding is mended, and one of the same rule comes in the function beside it. */
const SWAPPED = fileOf(sample, code.careful('pack'), code.careless('keep'));
const MOVED = code.comment('moved down').repeat(200) + textIn(sample, old);

const atTheEnd = removedAfterAll();
let github: OnGithub;
let main: string;
let programs: FakePrograms;

describeWithScanners('when an agent works under the Semgrep checkpoint', () => {
  beforeAll(async () => {
    const files: Files = { ...sample.files, [FILE]: await templateText('github/semgrep-checkpoint.yml') };
    github = await onGithub(files, atTheEnd, ({ root }) => installScanners(root));
    const { root, git } = github.work;
    main = await git('rev-parse', 'main');
    // What the lock was made with is gone: there is the Semgrep that the workflow installs, and no other.
    await uninstall(root, 'semgrep');
    programs = await fakePrograms(root);
    await programs.add('python3', INSTALLS);
    await programs.add('gh', GH);
  });
  beforeEach(() => programs.forget());

  it('counting would not see one fixed and one added', async () => {
    expect(await counts(textIn(sample, old), SWAPPED)).toEqual([1, 1]);
  });

  it.each(['push', 'pull_request_target', 'merge_group'] as const)(
    'one fixed and one added is a stop on %s',
    async (event) => {
      const { checkpoint, person } = await after(event, { [old]: SWAPPED });
      const number = checkpoint.outputs['case'] ?? '';
      expect(checkpoint).toMatchObject({ result: 'failure', log: stopped(number) });
      expect(checkpoint.summary).toContain(number);
      expect(checkpoint.summary).not.toMatch(/backup|shell|semgrep|high|regression/u);
      expect(person.result).toBe('success');
      expect(await programs.notes()).toEqual([
        `acme/shop ghs_of_this_job issue list --state open --search "Pawl stopped a loop, case ${number}" in:title --json number --jq length`,
        expect.stringContaining(`issue create --title Pawl stopped a loop, case ${number} --body Work is paused`),
      ]);
    },
  );

  it('a person is called once for a case', async () => {
    await github.work.write({ '../notes.open': '1' });
    const { checkpoint, person } = await after('pull_request_target', { [old]: SWAPPED });
    await github.work.write({ '../notes.open': '0' });
    expect([checkpoint.result, person.result]).toEqual(['failure', 'success']);
    expect(await programs.notes()).toEqual([expect.stringContaining('issue list')]);
  });

  it('a finding that only moved is none, and nobody is called', async () => {
    const { checkpoint, person } = await after('pull_request_target', { [old]: MOVED });
    expect(checkpoint).toMatchObject({ result: 'success', log: 'pawl: clean\n', outputs: { case: '' } });
    expect(person.result).toBe('skipped');
    expect(await programs.notes()).toEqual([]);
  });

  it('a rule that the branch takes away is asked all the same', async () => {
    const rules = textIn(sample, 'security/javascript.yml');
    const fewer = rules.replace(/ {2}- id: node-shell[\s\S]*?(?= {2}- id: )/u, '');
    expect(fewer).not.toContain('node-shell');
    const changed = { 'security/javascript.yml': fewer, [clean]: textIn(sample, clean) + code.careless('backup') };
    const { checkpoint } = await after('pull_request_target', changed);
    expect(checkpoint).toMatchObject({ result: 'failure', log: stopped(checkpoint.outputs['case'] ?? '') });
  });

  it('a branch that brings its own checkpoint along is refused by the one that it brings', async () => {
    const changed = { [FILE]: `${await templateText('github/semgrep-checkpoint.yml')}# mine\n`, [old]: SWAPPED };
    const { checkpoint } = await after('push', changed);
    expect(checkpoint.result).toBe('failure');
    expect(checkpoint.outputs).toEqual({ case: '' });
    expect(checkpoint.log).toContain('the workflow that runs is not the one of the protected branch');
  });

  it('its Semgrep is the version that was tried', async () => {
    const pinned = await readFile(join(WORKSPACE, 'tools/scanners/requirements.txt'), 'utf8');
    const version = workflow.jobs['checkpoint']?.steps?.[0]?.env?.['SEMGREP_VERSION'];
    expect(/^semgrep==(\S+)/mu.exec(pinned)?.[1]).toBe(version);
  });
});

/** Pushes what an agent did, and runs the workflow for it. */
async function after(
  event: EventName,
  changed: Files,
): Promise<{ readonly checkpoint: JobRan; readonly person: JobRan }> {
  const branch = `agent/${event}`;
  const head = await github.push(branch, changed);
  const ran = await runWorkflow(github, {
    ...{ workflow, file: FILE, event: { name: event, branch, head, base: main } },
    ...{ vars: { PAWL_ANCHOR: github.by.anchor }, programs: programs.folder },
  });
  const { checkpoint, person } = ran;
  if (checkpoint === undefined || person === undefined) throw new Error('the workflow has other jobs');
  return { checkpoint, person };
}

/** How many findings Semgrep has in each text: what the usual workflow looks at. */
async function counts(...texts: readonly string[]): Promise<readonly number[]> {
  const { work } = github;
  for (const [at, text] of texts.entries()) await work.write({ [`../counted/${at}.js`]: text });
  const options = ['scan', '--json', '--quiet', '--metrics=off', '--disable-version-check', '--no-git-ignore'];
  const where = ['--config', join(work.dir, 'security'), join(work.root, 'counted')];
  const ran = await run(programOf('semgrep'), [...options, ...where], { cwd: work.root, env: work.env });
  const { results } = JSON.parse(mustSucceed(ran)) as { readonly results: readonly { readonly path: string }[] };
  return texts.map((_, at) => results.filter(({ path }) => path.endsWith(`/${at}.js`)).length);
}

/** GitHub's command line: it notes what it is called with, and says how many issues of that name are open. */
const GH = `echo "$GH_REPO $GH_TOKEN $*" >>"$NOTES"
[ "$2" != list ] || cat "$NOTES.open" 2>/dev/null || echo 0`;

/**
 * In the place of the installation from the network: what `tools/scanners` installed already, in the place and by the commands
 * that the workflow has.
 */
const INSTALLS = `
[ "$1 $2 $3" = '-I -m venv' ] || exit 9
mkdir -p "$4/bin"
cat >"$4/bin/pip" <<'EOF'
#!/bin/sh
[ "$*" = 'install --quiet --disable-pip-version-check --only-binary=:all: semgrep==1.182.0' ] || exit 9
printf '#!/bin/sh\\nexec %s "$@"\\n' '${programOf('semgrep')}' >"$(dirname "$0")/semgrep"
chmod +x "$(dirname "$0")/semgrep"
EOF
chmod +x "$4/bin/pip"`;
