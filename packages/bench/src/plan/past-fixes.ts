import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Context } from '@pawl/checkpoint';
import { isPawlError } from '@pawl/errors';
import { type PastCommit, readHistory, type Repository } from '@pawl/git';
import { BenchError } from '../bench-error.ts';
import { isChangelog, isMentioned, type Mentions, mentionsIn } from './changelog.ts';
import { type CodeToPutBack, codeToPutBack } from './code-to-put-back.ts';
import { isFromAdvisory, LOOKED_FOR, wordsOfFix } from './fix-words.ts';
import { revisionsIn } from './given-fixes.ts';
import type { BenchRequest } from '../request.ts';

/** Why a commit counts as a security fix. */
export type FoundBy = 'given' | 'message' | 'changelog';

export interface PastFix extends PastCommit {
  readonly parent: string;
  readonly by: FoundBy;
  /** Of its message; none where something else said so. */
  readonly words: readonly string[];
  readonly code: CodeToPutBack;
}

export interface PastFixes {
  readonly fixes: readonly PastFix[];
  /** How many were found beyond `maxFixes`: older ones. */
  readonly older: number;
}

/** So many messages and mentions are looked at: a history of decades is not read to its end for guesses. */
const MOST_CANDIDATES = 2000;
const MOST_CHANGELOG_BYTES = 4 * 1024 * 1024;

/** The security fixes of a history, newest first: those that are given, else those that messages and changelogs tell of. */
export async function pastFixes(
  repository: Repository,
  tip: string,
  request: Pick<BenchRequest, 'directory' | 'fixes' | 'maxFixes'>,
  context: Context,
): Promise<PastFixes> {
  if (request.fixes === 'none') return { fixes: [], older: 0 };
  if (request.fixes !== undefined) return { fixes: await givenFixes(repository, request.fixes, context), older: 0 };
  const dir = request.directory ?? context.cwd;
  const mentions = await mentionsAt(repository, tip);
  const words = [...LOOKED_FOR, ...[...mentions.numbers].map((number) => `#${number}`)];
  const candidates = await readHistory(
    dir,
    { tip, words, merges: true, atMost: MOST_CANDIDATES },
    { env: context.env },
  );
  const named = await byId(repository, mentions.commits);
  return withCode(repository, [...candidates, ...named].flatMap(foundIn(mentions)), request.maxFixes);
}

type Candidate = Omit<PastFix, 'code'>;

function foundIn(mentions: Mentions): (commit: PastCommit) => readonly Candidate[] {
  const seen = new Set<string>();
  return (commit) => {
    const [parent] = commit.parents;
    if (parent === undefined || seen.has(commit.id)) return [];
    seen.add(commit.id);
    const words = wordsOfFix(commit.message);
    // A merge brings commits that are found by themselves, unless they were made in private.
    if (commit.parents.length > 1 && !isFromAdvisory(commit.message)) return [];
    if (words.length > 0) return [{ ...commit, parent, by: 'message', words }];
    return isMentioned(commit, mentions) ? [{ ...commit, parent, by: 'changelog', words }] : [];
  };
}

/** A commit that changes prose, tests or dependencies alone has nothing that could be put back. */
async function withCode(repository: Repository, found: readonly Candidate[], most: number): Promise<PastFixes> {
  const fixes: PastFix[] = [];
  let older = 0;
  for (const candidate of found.toSorted((a, b) => Date.parse(b.date) - Date.parse(a.date))) {
    if (fixes.length === most) older += 1;
    else {
      const code = codeToPutBack(await repository.changes(candidate.parent, candidate.id).catch(unreadable));
      if (code !== undefined) fixes.push({ ...candidate, code });
    }
  }
  return { fixes, older };
}

/** What git cannot compare, or what no honest tree holds, cannot be put back; as an ordinary commit it is judged all the same. */
function unreadable(error: unknown): [] {
  if (isPawlError(error)) return [];
  throw error;
}

async function mentionsAt(repository: Repository, tip: string): Promise<Mentions> {
  const entries = await repository.listTree(await repository.resolveTree(tip)).catch(unreadable);
  const changelogs = entries.filter(({ path, mode }) => mode.startsWith('100') && isChangelog(path));
  const contents = await repository.readBlobs(
    changelogs.map(({ blob }) => blob),
    { maxBytes: MOST_CHANGELOG_BYTES },
  );
  const texts = [...contents.values()].flatMap((content) =>
    content.kind === 'content' ? [new TextDecoder().decode(content.bytes)] : [],
  );
  return mentionsIn(texts.join('\n'));
}

async function byId(repository: Repository, ids: Iterable<string>): Promise<readonly PastCommit[]> {
  const commits: PastCommit[] = [];
  for (const id of ids) {
    // What looks like the id of a commit in prose may be anything.
    const commit = await commitOf(repository, id).catch(() => undefined);
    if (commit !== undefined) commits.push(commit);
  }
  return commits;
}

async function givenFixes(repository: Repository, given: string, { cwd }: Context): Promise<readonly PastFix[]> {
  const fixes: PastFix[] = [];
  const mistakes: string[] = [];
  for (const revision of revisionsIn(await listOf(given, cwd))) {
    const found = await givenFix(repository, revision);
    if (typeof found === 'string') mistakes.push(`${JSON.stringify(revision)} ${found}`);
    else fixes.push(found);
  }
  if (mistakes.length === 0) return fixes;
  throw new BenchError('bad-fixes', `the fixes cannot be used:\n${mistakes.join('\n')}`, {
    next: 'name commits of this repository that mend code: git log --oneline',
  });
}

/** Commits given one by one, or the text of the file of that name. */
async function listOf(given: string, cwd: string): Promise<string> {
  try {
    return await readFile(resolve(cwd, given), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return given;
    throw new BenchError('bad-fixes', `the list of fixes cannot be read: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

async function givenFix(repository: Repository, revision: string): Promise<PastFix | string> {
  const commit = await commitOf(repository, revision).catch((error: unknown) => {
    if (isPawlError(error)) return undefined;
    throw error;
  });
  if (commit === undefined) return 'names no commit';
  const [parent] = commit.parents;
  if (parent === undefined) return 'has no parent here to put back';
  const changes = await repository.changes(parent, commit.id).catch(told);
  if (typeof changes === 'string') return changes;
  const code = codeToPutBack(changes);
  return code === undefined ? 'changes no code' : { ...commit, parent, by: 'given', words: [], code };
}

function told(error: unknown): string {
  if (isPawlError(error)) return `cannot be compared with its parent: ${error.message}`;
  throw error;
}

async function commitOf(repository: Repository, revision: string): Promise<PastCommit> {
  const id = await repository.resolveCommit(revision);
  const objects = repository.openObjects();
  try {
    const { parents, bytes } = await objects.commit(id);
    return { id, parents, ...wordsOf(bytes.toString('utf8')) };
  } finally {
    objects.close();
  }
}

function wordsOf(commit: string): Pick<PastCommit, 'date' | 'message'> {
  const head = commit.indexOf('\n\n');
  const seconds = Number(/^committer .*> (\d+) [+-]\d{4}$/mu.exec(commit.slice(0, head))?.[1] ?? Number.NaN);
  const date = Number.isFinite(seconds) ? new Date(seconds * 1000).toISOString() : '';
  return { date, message: commit.slice(head + 2).trimEnd() };
}
