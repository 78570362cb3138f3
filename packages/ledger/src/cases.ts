import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What was asked when the loop was stopped. A case is its question: a person recomputes every detail from it. */
export interface CaseQuestion {
  /** The commit that holds the lock, `null` when two revisions were compared without one. */
  readonly lock: string | null;
  readonly base: string;
  /** The judged tree: it exists even where the commit was refused. */
  readonly tree: string;
  readonly tier: 'fast' | 'full';
}

/**
 * A stop as it was noted here: its number (see {@link caseId}), its question, and when it was noted, as ISO 8601 in
 * UTC.
 */
export interface Case {
  readonly id: string;
  readonly question: CaseQuestion;
  readonly openedAt: string;
}

/** The SHA-256 of a question. By it two stops are two, though somebody has ground trees until they share a number. */
export function caseDigest({ lock, base, tree, tier }: CaseQuestion): string {
  return createHash('sha256').update([lock, base, tree, tier].join('\0')).digest('hex');
}

/** Eight hexadecimal digits of the question: the same stop has the same number wherever it is recomputed. */
export function caseId(question: CaseQuestion): string {
  return caseDigest(question).slice(0, 8);
}

/** Notes a case in the common git folder, where every worktree finds it. Noting it twice is noting it once. */
export async function openCase(commonDir: string, question: CaseQuestion, now: Date): Promise<Case> {
  const opened: Case = { id: caseId(question), question, openedAt: now.toISOString() };
  const folder = caseFolder(commonDir);
  await mkdir(folder, { recursive: true });
  const isNoted = await note(join(folder, `${opened.id}.json`), opened);
  // Another case that was ground until it had this number must not hide this one.
  if (!isNoted) await note(join(folder, `${caseDigest(question)}.json`), opened);
  return opened;
}

/** Whether the note is there now; not where another case has its place. */
async function note(file: string, opened: Case): Promise<boolean> {
  try {
    await writeFile(file, `${JSON.stringify(opened, null, 2)}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return isOf(await readFile(file, 'utf8'), opened.question);
  }
}

/** A note that somebody else is just writing is no note yet; the same case noted twice is one case. */
function isOf(text: string, question: CaseQuestion): boolean {
  try {
    return caseDigest((JSON.parse(text) as Case).question) === caseDigest(question);
  } catch {
    return false;
  }
}

/** The cases noted here, oldest first. A note that cannot be read is an error: a case is never lost quietly. */
export async function listCases(commonDir: string): Promise<readonly Case[]> {
  const folder = caseFolder(commonDir);
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const notes = names.filter((name) => /^(?:[0-9a-f]{8}|[0-9a-f]{64})\.json$/u.test(name));
  const cases = await Promise.all(
    notes.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as Case),
  );
  return cases.sort((a, b) => a.openedAt.localeCompare(b.openedAt));
}

function caseFolder(commonDir: string): string {
  return join(commonDir, 'pawl', 'cases');
}
