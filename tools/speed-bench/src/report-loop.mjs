// @ts-check
import { mustRun } from './run.mjs';
import { scratchRepository, sourceAt, sourcePath } from './scratch-repository.mjs';

export const LOOP = 'agent/bench';
/** A loop works on a few files at a time. */
const FILES = 10;
/** How often it loses a check, which its next commit brings back. */
const SLIPS = 25;

/**
 * A locked repository and a loop of so many checkpoints, each of them a commit that was really judged. It is a person's, so that a stop
 * does not end it.
 * @param {string} root @param {{ readonly checkpoints: number, readonly files: number }} wanted @param {typeof import('@pawl/checkpoint').check} check
 */
export async function reportLoop(root, { checkpoints, files }, check) {
  const { where } = scratchRepository(root, { files, locked: true });
  // Our own hook would judge what a branch is moved to.
  mustRun(where, 'git', ['-c', 'core.hooksPath=/dev/null', 'fast-import', '--quiet'], commitsOf(checkpoints));
  const commits = mustRun(where, 'git', ['rev-list', '--reverse', `main..${LOOP}`])
    .stdout.trim()
    .split('\n');
  const context = { cwd: where.cwd, env: where.env, now: () => new Date(), terminal: false };
  let stopped = 0;
  for (const head of commits) {
    const asked = {
      directory: undefined,
      base: undefined,
      head,
      target: undefined,
      loop: LOOP,
      tier: /** @type {const} */ ('fast'),
    };
    const rest = { only: undefined, cache: true, logs: [], baseLogs: [], identity: undefined, signAs: undefined };
    const checked = await check({ ...asked, ...rest, audience: 'human' }, context);
    if (checked.case !== undefined) stopped += 1;
  }
  if (checkpoints >= SLIPS && stopped === 0) throw new Error('a lost check was not told');
  return { where, stopped };
}

/** Each edits the next file a little.
 * @param {number} checkpoints */
function commitsOf(checkpoints) {
  const parts = [`reset refs/heads/${LOOP}\nfrom refs/heads/main^0\n\n`];
  for (let at = 1; at <= checkpoints; at += 1) {
    const message = `Edit ${at}\n`;
    parts.push(
      `commit refs/heads/${LOOP}\ncommitter Bench <bench@localhost> ${1700000000 + at} +0000\n${data(message)}`,
    );
    // What lost its check gets it back with the next commit.
    const edits = at % SLIPS === 1 && at > 1 ? [at - 1, at] : [at];
    for (const edit of edits) {
      const file = edit % FILES;
      const text = sourceAt(file, { number: at, unguarded: edit === at && at % SLIPS === 0 });
      parts.push(`M 100644 inline ${sourcePath(file)}\n${data(text)}`);
    }
  }
  return parts.join('');
}

/** @param {string} text */
const data = (text) => `data ${Buffer.byteLength(text)}\n${text}\n`;
