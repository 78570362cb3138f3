import { appendFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LOCK } from './locked-repository.ts';
import { mustSucceed, type Ran, run } from './run.ts';
import { type SignedLock, signedLock } from './signed-lock.ts';
import {
  type AtTheEnd,
  type Files,
  repositoryAt,
  temporaryRepository,
  type TestRepository,
} from './temporary-repository.ts';
import { WORKSPACE } from './workspace.ts';

/** What a runner starts: the bundled file that `action.yml` names. */
export const ACTION: string = join(WORKSPACE, 'packages/action/dist/bundle/main.js');
export const WORKFLOW = '.github/workflows/pawl.yml';
const WORKFLOW_TEXT = `on: [push, pull_request, pull_request_target, merge_group]
jobs:
  pawl:
    runs-on: ubuntu-latest
    steps:
      - uses: acme/pawl-action@0000000000000000000000000000000000000000
        with:
          anchor: \${{ vars.PAWL_ANCHOR }}
`;

export type EventName =
  | 'push'
  | 'pull_request'
  | 'pull_request_target'
  | 'merge_group'
  | 'workflow_dispatch'
  | 'workflow_run'
  | 'issue_comment';

export interface Event {
  readonly name: EventName;
  readonly head: string;
  readonly base?: string;
  readonly branch?: string;
  /** The owner of the repository that a pull request comes from. */
  readonly fork?: string;
  readonly author?: string;
  /** The message of the commit, and the title and text of a pull request. */
  readonly message?: string;
  /** Over what the fixture of the event says. */
  readonly payload?: object;
}

export interface Step extends Partial<Where> {
  readonly with?: Readonly<Record<string, string>>;
  /** What runs, as the runner says; else what GitHub takes for this event. */
  readonly workflow?: { readonly ref?: string; readonly sha?: string };
  readonly env?: NodeJS.ProcessEnv;
}

interface Where {
  /** The folder with the checkout; else an empty one. */
  readonly workspace: string;
}

export interface ActionRan extends Ran {
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** What is left in the folder of the job. */
  readonly temp: string;
}

/** A repository as it lies on GitHub, and the runner of its workflows. */
export interface OnGithub {
  /** Where people and agents work; it pushes to `bare`. */
  readonly work: TestRepository;
  readonly bare: TestRepository;
  readonly by: SignedLock;
  /** As `actions/checkout` leaves it, with all history unless a depth is given. */
  checkout(commit: string, options?: { readonly depth?: number; readonly branch?: string }): Promise<TestRepository>;
  /** A branch that starts at `main`, with a commit, pushed. Gives the commit's id. */
  push(branch: string, files: Files, message?: string): Promise<string>;
  run(event: Event, step?: Step): Promise<ActionRan>;
}

/** `acme/shop`, locked and signed by a person, with a workflow on its protected branch. */
export async function onGithub(
  files: Files,
  atTheEnd: AtTheEnd,
  prepare: (repository: TestRepository) => Promise<void> = () => Promise.resolve(),
): Promise<OnGithub> {
  const work = await temporaryRepository({ ...files, [WORKFLOW]: WORKFLOW_TEXT }, atTheEnd);
  const { root } = work;
  await prepare(work);
  mustSucceed(await work.pawl(['lock']));
  const by = await signedLock(work);
  const bare = repositoryAt(root, join(root, 'github/acme/shop'));
  mustSucceed(
    await run('git', ['init', '--quiet', '--bare', '--initial-branch=main', bare.dir], { cwd: root, env: work.env }),
  );
  await work.git('remote', 'add', 'origin', bare.dir);
  await work.git('push', '--quiet', '--no-verify', 'origin', 'main', LOCK);
  return {
    work,
    bare,
    by,
    checkout: (commit, options) => checkout({ work, bare }, commit, options),
    push: async (branch, changed, message = 'edit') => {
      await work.git('checkout', '--quiet', '--force', '-B', branch, 'main');
      await work.write(changed);
      // Some are named like a pathspec.
      await work.git('add', '--all');
      const head = await work.commit(message);
      await work.git('push', '--quiet', '--no-verify', '--force', 'origin', branch);
      await work.git('checkout', '--quiet', '--force', 'main');
      return head;
    },
    run: (event, step = {}) => runStep({ work, by }, event, step),
  };
}

async function checkout(
  { work, bare }: Pick<OnGithub, 'work' | 'bare'>,
  commit: string,
  { depth, branch }: { readonly depth?: number; readonly branch?: string } = {},
): Promise<TestRepository> {
  const dir = await mkdtemp(join(work.root, 'workspace-'));
  const made = repositoryAt(work.root, dir);
  await made.git('init', '--quiet', '--initial-branch=main');
  await made.git('remote', 'add', 'origin', `file://${bare.dir}`);
  const what = depth === undefined ? ['+refs/heads/*:refs/remotes/origin/*', commit] : [`--depth=${depth}`, commit];
  await made.git('-c', 'gc.auto=0', 'fetch', '--quiet', '--no-tags', 'origin', ...what);
  await made.git('checkout', '--quiet', '--force', ...(branch === undefined ? ['--detach'] : ['-B', branch]), commit);
  return made;
}

/** Starts the action as the runner does: the event in a file, inputs and what is known of the run in variables, answers in files. */
async function runStep({ work, by }: Pick<OnGithub, 'work' | 'by'>, event: Event, step: Step): Promise<ActionRan> {
  const temp = await mkdtemp(join(work.root, 'runner-'));
  const workspace = step.workspace ?? join(temp, 'empty');
  const [output, summary, payload] = ['output', 'summary', 'event.json'].map((name) =>
    join(temp, '..', `${name}-${temp.slice(-6)}`),
  );
  if (step.workspace === undefined) await mkdir(workspace);
  for (const file of [output, summary]) await appendFile(file ?? '', '');
  await writeFile(payload ?? '', JSON.stringify(await payloadOf(event)));
  const inputs = Object.entries({ anchor: by.anchor, ...step.with }).map(([name, value]) => [
    `INPUT_${name.toUpperCase()}`,
    value,
  ]);
  const ran = await run(process.execPath, [ACTION], {
    cwd: work.root,
    env: {
      ...{ PATH: work.env['PATH'], HOME: work.env['HOME'], CI: 'true', GITHUB_ACTIONS: 'true', RUNNER_TEMP: temp },
      ...{
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: summary,
        GITHUB_EVENT_PATH: payload,
        GITHUB_WORKSPACE: workspace,
      },
      ...{
        GITHUB_SERVER_URL: `file://${work.root}/github`,
        GITHUB_REPOSITORY: 'acme/shop',
        GITHUB_EVENT_NAME: event.name,
      },
      ...(await sentBy(work, event, step)),
      ...Object.fromEntries(inputs),
      ...step.env,
    },
  });
  const said = {
    outputs: outputsIn(await readFile(output ?? '', 'utf8')),
    summary: await readFile(summary ?? '', 'utf8'),
  };
  if (step.workspace === undefined) await rm(workspace, { recursive: true });
  return { ...ran, ...said, temp };
}

/** Which ref and commit GitHub names, and from which it takes the workflow. */
async function sentBy(
  work: TestRepository,
  { name, head, branch = 'main' }: Event,
  { workflow = {} }: Step,
): Promise<NodeJS.ProcessEnv> {
  const main = { ref: 'refs/heads/main', sha: await work.git('rev-parse', 'main') };
  const own = { ref: `refs/heads/${branch}`, sha: head };
  const sent = {
    push: own,
    pull_request: { ref: 'refs/pull/2/merge', sha: head },
    pull_request_target: main,
    merge_group: { ref: 'refs/heads/gh-readonly-queue/main/pr-2', sha: head },
    workflow_dispatch: own,
    workflow_run: main,
    issue_comment: main,
  }[name];
  return {
    GITHUB_REF: sent.ref,
    GITHUB_SHA: sent.sha,
    GITHUB_WORKFLOW_REF: workflow.ref ?? `acme/shop/${WORKFLOW}@${sent.ref}`,
    GITHUB_WORKFLOW_SHA: workflow.sha ?? sent.sha,
  };
}

async function payloadOf({ name, payload = {}, ...said }: Event): Promise<object> {
  const file = name === 'pull_request_target' ? 'pull_request' : name === 'issue_comment' ? 'workflow_dispatch' : name;
  const text = await readFile(join(WORKSPACE, 'e2e/src/fixtures/events', `${file}.json`), 'utf8');
  const words: Readonly<Record<string, string>> = {
    base: '0'.repeat(40),
    branch: 'main',
    fork: 'acme',
    author: 'robot',
    message: 'edit',
    ...said,
  };
  const filled = text.replaceAll(/@(\w+)@/gu, (_, word: string) => JSON.stringify(words[word] ?? '').slice(1, -1));
  return { ...(JSON.parse(filled) as object), ...payload };
}

/** Reads the file as the runner does: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands */
export function outputsIn(text: string): Readonly<Record<string, string>> {
  const outputs: Record<string, string> = {};
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const [, name, delimiter] = /^([^=]+?)<<(.+)$/u.exec(lines[at] ?? '') ?? [];
    if (name === undefined) {
      const [, plain, value] = /^([^=]+)=(.*)$/u.exec(lines[at] ?? '') ?? [];
      if (plain !== undefined) outputs[plain] = value ?? '';
      continue;
    }
    const end = lines.indexOf(delimiter ?? '', at + 1);
    if (end === -1) throw new Error(`the block of ${name} does not end`);
    outputs[name] = lines.slice(at + 1, end).join('\n');
    at = end;
  }
  return outputs;
}
