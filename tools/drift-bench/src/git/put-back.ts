import { join } from 'node:path';
import { runGit } from './run-git.ts';

const SOMEBODY = {
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@b',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@b',
  GIT_AUTHOR_DATE: '1700000000 +0000',
  GIT_COMMITTER_DATE: '1700000000 +0000',
};

interface Fix {
  readonly commit: string;
  readonly parent: string;
  readonly files: readonly string[];
}

/** A commit on top of a fix in which the files that it mended are what they were before. Written into the scratch repository. */
export async function putBack(repo: string, { commit, parent, files }: Fix): Promise<string> {
  const env = { GIT_INDEX_FILE: join(repo, 'index') };
  await runGit(repo, ['read-tree', commit], { env });
  const before = (await runGit(repo, ['ls-tree', '-z', '--full-tree', parent, '--', ...files])).toString('utf8');
  await runGit(repo, ['update-index', '-z', '--index-info'], { env, input: indexInfo(before, files) });
  const tree = (await runGit(repo, ['write-tree'], { env })).toString().trim();
  const written = await runGit(repo, ['commit-tree', tree, '-p', commit, '-m', 'refactor'], { env: SOMEBODY });
  return written.toString().trim();
}

function indexInfo(listing: string, files: readonly string[]): string {
  const before = new Map(listing.split('\0').map((line) => [line.slice(line.indexOf('\t') + 1), line] as const));
  return files.map((file) => `${before.get(file) ?? `0 ${'0'.repeat(40)}\t${file}`}\0`).join('');
}
