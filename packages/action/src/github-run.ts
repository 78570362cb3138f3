import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { ActionError } from './action-error.ts';
import type { Environment } from './inputs.ts';
import { type Payload, readPayload } from './payload.ts';

/** What the runner says of this run: https://docs.github.com/actions/reference/workflows-and-actions/variables */
export interface GithubRun {
  readonly event: string;
  readonly payload: Payload;
  /** `owner/name`. */
  readonly repository: string;
  /** Where the repository is fetched from. */
  readonly url: string;
  /** Like `refs/heads/agent/x`, and its commit. */
  readonly ref: string;
  readonly sha: string;
  /** The file that tells what runs, like `owner/name/.github/workflows/pawl.yml@refs/heads/main`, and the commit that it is from. */
  readonly workflowRef: string;
  readonly workflowSha: string;
  readonly workspace: string;
  /** A folder for this job alone. */
  readonly temp: string;
}

/** @throws ActionError `malformed-event` */
export async function readRun(env: Environment): Promise<GithubRun> {
  const need = (name: string): string => {
    const value = env[name];
    if (value !== undefined && value !== '') return value;
    throw new ActionError('malformed-event', `${name} is not set`, { next: 'run it as a step of a workflow' });
  };
  const repository = need('GITHUB_REPOSITORY');
  return {
    event: need('GITHUB_EVENT_NAME'),
    payload: readPayload(await contentOf(need('GITHUB_EVENT_PATH'))),
    repository,
    url: `${(env['GITHUB_SERVER_URL'] || 'https://github.com').replace(/\/+$/u, '')}/${repository}`,
    ref: need('GITHUB_REF'),
    sha: need('GITHUB_SHA'),
    workflowRef: env['GITHUB_WORKFLOW_REF'] ?? '',
    workflowSha: env['GITHUB_WORKFLOW_SHA'] ?? '',
    workspace: need('GITHUB_WORKSPACE'),
    temp: env['RUNNER_TEMP'] || tmpdir(),
  };
}

async function contentOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new ActionError('malformed-event', `the event in ${file} cannot be read`, {
      next: 'run it as a step of a workflow',
      cause,
    });
  }
}
