import { GitError } from './git-error.ts';
import { checkObjectId, isObjectId } from './object-id.ts';
import { unreadableObject } from './object-reader.ts';
import { failedGit, runGit, type Place } from './run-git.ts';

/**
 * The commits that branches and tags do not have yet and would have with these, newest first; full ids only.
 *
 * @throws GitError `missing-object` when history has a gap, `output-too-large` when there are more than `atMost`.
 */
export async function newCommits(place: Place, tips: readonly string[], atMost: number): Promise<readonly string[]> {
  if (tips.length === 0) return [];
  const args = ['rev-list', '--stdin', `--max-count=${atMost + 1}`, '--not', '--branches', '--tags'];
  const input = tips.map((tip) => `${checkObjectId(tip)}\n`).join('');
  const { status, stdout, stderr } = await runGit(place, args, { input, okStatus: [0, 128] });
  if (/^(?:error|fatal): (?:Could not read|bad object|Failed to traverse|revision walk setup failed)/imu.test(stderr))
    throw unreadableObject('history has a gap', stderr);
  if (status !== 0) throw failedGit(args, status, stderr);
  const commits = stdout.toString('latin1').split('\n').slice(0, -1);
  if (!commits.every(isObjectId)) throw new GitError('unreadable-output', 'git listed commits in an unknown way');
  if (commits.length <= atMost) return commits;
  throw new GitError('output-too-large', `more than ${atMost} commits come at once`, {
    next: 'Push the history in several steps.',
  });
}
