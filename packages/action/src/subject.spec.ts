import { describe, expect, it } from 'vitest';
import type { GithubRun } from './github-run.ts';
import { readPayload } from './payload.ts';
import { isOfPeople, type Subject, subjectOf } from './subject.ts';

const head = 'a'.repeat(40);
const base = 'b'.repeat(40);
const NOTHING = { head: undefined, loop: undefined };

function run(event: string, payload: object, ref = 'refs/heads/agent/x'): GithubRun {
  return {
    event,
    payload: readPayload(JSON.stringify({ sender: { login: 'robot' }, ...payload })),
    repository: 'acme/shop',
    url: 'https://github.com/acme/shop',
    ref,
    sha: head,
    workflowRef: '',
    workflowSha: head,
    workspace: '/w',
    temp: '/t',
  };
}

const pull = (from: string | null): object => ({
  pull_request: {
    number: 7,
    user: { login: 'ann' },
    head: { ref: 'main', sha: head, repo: from === null ? null : { full_name: from } },
    base: { ref: 'release', sha: base },
  },
});

describe('when an event says what is to be judged', () => {
  it.each<[string, GithubRun, Partial<Subject>]>([
    [
      'a push',
      run('push', { after: head, before: base }),
      { head, base, target: undefined, loop: 'agent/x', isPushed: true },
    ],
    ['a push of a new branch', run('push', { after: head, before: '0'.repeat(40) }), { head, base: undefined }],
    ['a push of a tag', run('push', { after: head }, 'refs/tags/main'), { loop: 'tags/main' }],
    [
      'a pull request',
      run('pull_request', pull('Acme/Shop')),
      { head, base, target: 'release', loop: 'main', isPrivileged: false },
    ],
    [
      'one from a fork, whatever its branch is called',
      run('pull_request', pull('mallory/shop')),
      { loop: 'pull/7', from: 'mallory/shop' },
    ],
    ['one from a fork that is gone', run('pull_request_target', pull(null)), { loop: 'pull/7', isPrivileged: true }],
    ['a dispatch', run('workflow_dispatch', {}), { head, loop: 'agent/x', authors: ['robot'], isPrivileged: false }],
  ])('%s is understood', (_, asked, expected) => {
    expect(subjectOf(asked, NOTHING)).toMatchObject(expected);
  });

  it('a revision that the workflow names is no work of the branch that it runs on', () => {
    expect(subjectOf(run('workflow_dispatch', {}, 'refs/heads/main'), { head: base, loop: undefined })).toMatchObject({
      head: base,
      loop: `commit/${base}`,
    });
    expect(subjectOf(run('push', { after: head }), { head: 'v1', loop: 'mine' })).toMatchObject({
      head: 'v1',
      loop: 'mine',
    });
  });

  it('an event of which nobody knows what it is about is refused, and trusted with nothing where a commit is named', () => {
    const asked = run('issue_comment', {});
    expect(() => subjectOf(asked, NOTHING)).toThrow(expect.objectContaining({ code: 'unknown-event' }));
    expect(subjectOf(asked, { head, loop: undefined })).toMatchObject({ isPrivileged: true, authors: [] });
  });
});

describe('when people are told from agents', () => {
  const of = (...authors: readonly string[]): Subject => ({
    ...(subjectOf(run('push', { after: head }), NOTHING) as Subject),
    authors,
  });

  it('all who had a part in it have to be people, and somebody has to', () => {
    const people = new Set(['ann', 'bob']);
    expect([of('Ann', 'bob'), of('ann', 'robot'), of()].map((subject) => isOfPeople(subject, people))).toEqual([
      true,
      false,
      false,
    ]);
  });
});
