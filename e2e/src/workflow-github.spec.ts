import { beforeAll, describe, expect, it } from 'vitest';
import { fakePrograms } from './support/fake-programs.ts';
import { type Event, type OnGithub, onGithub } from './support/on-github.ts';
import { removedAfterAll } from './support/removed-after-all.ts';
import { EDITED_JS, GUARDED_JS, UNGUARDED_JS } from './support/sources.ts';
import { caseNumberIn, stopped } from './support/stopped.ts';
import { type JobRan, runWorkflow } from './support/workflow-run.ts';
import { template, templateText } from './support/workflow.ts';

const FILE = '.github/workflows/checkpoint.yml';
const EVENTS = ['push', 'pull_request_target', 'merge_group'] as const;

const atTheEnd = removedAfterAll();
let github: OnGithub;
let programs: string;

describe('when the workflow pawl.yml runs', () => {
  beforeAll(async () => {
    github = await onGithub({ 'app.js': GUARDED_JS, [FILE]: await templateText('github/pawl.yml') }, atTheEnd);
    programs = (await fakePrograms(github.work.root)).folder;
  });

  const run = async (event: Event, vars: Readonly<Record<string, string>> = {}): Promise<JobRan | undefined> => {
    const all = { PAWL_ANCHOR: github.by.anchor, ...vars };
    return (
      await runWorkflow(github, { workflow: await template('github/pawl.yml'), file: FILE, event, vars: all, programs })
    )['pawl'];
  };
  const event = async (kind: Event['name'], files: Readonly<Record<string, string>>): Promise<Event> => ({
    ...{ name: kind, branch: `agent/${kind}`, head: await github.push(`agent/${kind}`, files) },
    base: await github.work.git('rev-parse', 'main'),
  });

  it.each(EVENTS)('it passes an ordinary change on %s', async (kind) => {
    expect(await run(await event(kind, { 'app.js': EDITED_JS }))).toMatchObject({
      ...{ result: 'success', log: 'pawl: clean\n' },
    });
  });

  it.each(EVENTS)('it stops on %s at a guard that is gone, and tells a case number', async (kind) => {
    const ran = await run(await event(kind, { 'app.js': UNGUARDED_JS }));
    expect(ran).toMatchObject({ result: 'failure', log: stopped(caseNumberIn(ran?.log ?? '')) });
  });

  it.each(['push', 'merge_group'] as const)('it judges nothing on %s where the work brought it along', async (kind) => {
    const changed = { 'app.js': EDITED_JS, [FILE]: `${await templateText('github/pawl.yml')}# mine\n` };
    const ran = await run(await event(kind, changed));
    expect(ran?.result).toBe('failure');
    expect(ran?.log).toContain('the workflow that runs is not the one of the protected branch');
  });

  it('on pull_request_target it is the protected branch’s own, whatever the work brought along', async () => {
    const changed = { 'app.js': UNGUARDED_JS, [FILE]: 'on: push\njobs: {}\n' };
    expect(await run(await event('pull_request_target', changed))).toMatchObject({
      result: 'failure',
      log: expect.stringMatching(/^pawl: stopped, case/u) as string,
    });
  });

  it('it judges nothing without the anchor of a variable', async () => {
    const ran = await run(await event('push', { 'app.js': EDITED_JS }), { PAWL_ANCHOR: '' });
    expect(ran?.result).toBe('failure');
    expect(ran?.log).toContain('there is no anchor');
  });
});
