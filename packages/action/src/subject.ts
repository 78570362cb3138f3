import { ActionError } from './action-error.ts';
import type { GithubRun } from './github-run.ts';
import type { Inputs } from './inputs.ts';
import { isCommitId } from './payload.ts';

/** What an event asks to be judged. */
export interface Subject {
  /** The commit, or a revision that the workflow names. */
  readonly head: string;
  /** What the event compares with, where it says so. */
  readonly base: string | undefined;
  /** The branch that it is to come to. */
  readonly target: string | undefined;
  /** The name of the branch, or of the pull request from a fork: nobody else's branch has a part in a loop of ours. */
  readonly loop: string;
  /** Whose it is, as GitHub authenticated them; nobody where it is several people's. */
  readonly authors: readonly string[];
  /** Whether a branch has moved to it already: then that branch says nothing of what people accepted. */
  readonly isPushed: boolean;
  /** Whether the workflow has secrets though anybody's code may be judged. */
  readonly isPrivileged: boolean;
  /** The repository that head comes from, `owner/name`. */
  readonly from: string | undefined;
}

/** `undefined` for a branch that was deleted: it brings nothing in. */
export function subjectOf(run: GithubRun, inputs: Pick<Inputs, 'head' | 'loop'>): Subject | undefined {
  const subject = subjectOfEvent(run, inputs.head);
  if (subject === undefined) return undefined;
  const { head } = inputs;
  const loop = inputs.loop ?? (head === undefined ? subject.loop : loopOfRevision(head));
  return { ...subject, head: head ?? subject.head, loop };
}

/** What a workflow names by itself is not the work that the event is about. */
function loopOfRevision(head: string): string {
  return isCommitId(head) ? `commit/${head}` : shortName(head);
}

function subjectOfEvent(run: GithubRun, head: string | undefined): Subject | undefined {
  switch (run.event) {
    case 'push':
      return pushed(run);
    case 'pull_request':
    case 'pull_request_target':
      return pulled(run);
    case 'merge_group':
      return queued(run);
    case 'workflow_run':
      return ranBefore(run);
    case 'workflow_dispatch':
    case 'schedule':
      return ofRef(run, false);
  }
  // Whoever else starts a workflow may be anybody: somebody who comments, say.
  if (head !== undefined) return ofRef(run, true);
  throw new ActionError('unknown-event', `the event ${JSON.stringify(run.event)} does not say what is to be judged`, {
    next: 'name it, with: head:, or run on push, pull_request, pull_request_target or merge_group',
  });
}

function pushed({ payload, ref, repository }: GithubRun): Subject | undefined {
  if (payload.flag('deleted')) return undefined;
  const before = payload.maybe('before');
  return {
    head: payload.commit('after'),
    base: before !== undefined && isCommitId(before) ? before : undefined,
    target: undefined,
    loop: shortName(ref),
    authors: payload.maybe('sender', 'login') === undefined ? [] : [payload.text('sender', 'login')],
    isPushed: true,
    isPrivileged: false,
    from: repository,
  };
}

function pulled({ event, payload, repository }: GithubRun): Subject {
  const from = payload.maybe('pull_request', 'head', 'repo', 'full_name');
  const isFork = from?.toLowerCase() !== repository.toLowerCase();
  return {
    head: payload.commit('pull_request', 'head', 'sha'),
    base: payload.commit('pull_request', 'base', 'sha'),
    target: payload.text('pull_request', 'base', 'ref'),
    loop: isFork ? `pull/${payload.number('pull_request', 'number')}` : payload.text('pull_request', 'head', 'ref'),
    // Who opened it, and who pushed to it now: a person's pull request may be an agent's work by now.
    authors: [payload.text('pull_request', 'user', 'login'), payload.text('sender', 'login')],
    isPushed: false,
    isPrivileged: event === 'pull_request_target',
    from,
  };
}

function queued({ payload, repository }: GithubRun): Subject {
  return {
    head: payload.commit('merge_group', 'head_sha'),
    base: payload.commit('merge_group', 'base_sha'),
    target: shortName(payload.text('merge_group', 'base_ref')),
    loop: shortName(payload.text('merge_group', 'head_ref')),
    authors: [],
    isPushed: false,
    isPrivileged: false,
    from: repository,
  };
}

function ranBefore({ payload, repository }: GithubRun): Subject {
  const from = payload.maybe('workflow_run', 'head_repository', 'full_name');
  const isFork = from?.toLowerCase() !== repository.toLowerCase();
  const head = payload.commit('workflow_run', 'head_sha');
  return {
    head,
    base: undefined,
    target: undefined,
    loop: isFork ? `fork/${head}` : payload.text('workflow_run', 'head_branch'),
    authors: [],
    isPushed: false,
    isPrivileged: true,
    from,
  };
}

function ofRef({ ref, sha, payload, repository }: GithubRun, isPrivileged: boolean): Subject {
  const sender = payload.maybe('sender', 'login');
  return {
    head: sha,
    base: undefined,
    target: undefined,
    loop: shortName(ref),
    authors: sender === undefined || isPrivileged ? [] : [sender],
    isPushed: false,
    isPrivileged,
    from: isPrivileged ? undefined : repository,
  };
}

/** A tag keeps its `tags/`, so that it is no branch's loop. */
export function shortName(ref: string): string {
  return ref.replace(/^refs\/(?:heads\/)?/u, '');
}

/** Whether all that had a part in it are people by the workflow's list. */
export function isOfPeople({ authors }: Subject, people: ReadonlySet<string>): boolean {
  return authors.length > 0 && authors.every((login) => people.has(login.toLowerCase()));
}
