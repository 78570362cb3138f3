// @ts-check
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A clone that borrows the objects of a mirror; nothing is written into that.
 * @typedef {{ root: string, dir: string, git: (args: readonly string[], more?: Record<string, string>, input?: string) => string, remove: () => void }} Clone
 * @param {string} mirror @param {string} commit @returns {Clone}
 */
export function cloneOf(mirror, commit) {
  const root = mkdtempSync(join(tmpdir(), 'pawl-web-app-'));
  const dir = join(root, 'repository');
  execFileSync('git', ['clone', '--quiet', '--shared', '--no-checkout', mirror, dir], { stdio: 'ignore' });
  const env = { ...process.env, GIT_AUTHOR_NAME: 'T', GIT_AUTHOR_EMAIL: 't@localhost', GIT_COMMITTER_NAME: 'T' };
  /** @type {Clone['git']} */
  const git = (args, more = {}, input = '') =>
    execFileSync('git', ['-C', dir, ...args], {
      input,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { ...env, GIT_COMMITTER_EMAIL: 't@localhost', ...more },
      stdio: ['pipe', 'pipe', 'ignore'],
    }).trim();
  const clone = { root, dir, git, remove: () => rmSync(root, { recursive: true, force: true }) };
  git(['checkout', '--quiet', '--force', '-B', 'main', commitWith(clone, commit)]);
  return clone;
}

/**
 * The tree of a revision as a commit, with a file more where one is given, and without what the mirror does not have: the largest files,
 * none of which is code that people wrote.
 * @param {Clone} clone @param {string} revision @param {{ path: string, text: string }} [more]
 */
export function commitWith({ root, git }, revision, more) {
  const index = { GIT_INDEX_FILE: join(root, 'index') };
  git(['read-tree', revision], index);
  const staged = git(['ls-files', '--stage', '-z'], index).split('\0').filter(Boolean);
  const blobs = staged.map((line) => line.slice(7, line.indexOf(' ', 7)));
  const known = git(['cat-file', '--batch-check=%(objecttype)'], {}, `${blobs.join('\n')}\n`).split('\n');
  const absent = staged.filter((line, at) => known[at] !== 'blob' && !line.startsWith('160000'));
  git(
    ['update-index', '-z', '--index-info'],
    index,
    absent.map((line) => `0 ${'0'.repeat(40)}\t${line.split('\t')[1]}\0`).join(''),
  );
  if (more !== undefined) {
    writeFileSync(join(root, 'more'), more.text);
    const blob = git(['hash-object', '-w', join(root, 'more')]);
    git(['update-index', '--add', '--cacheinfo', `100644,${blob},${more.path}`], index);
  }
  return git(['commit-tree', git(['write-tree', '--missing-ok'], index), '-m', 'as it was']);
}

/** @param {Clone} clone @param {import('./apps.mjs').Edit} edit */
export function apply({ dir }, { file, find, put }) {
  const path = join(dir, file);
  const text = readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
  if (find !== undefined && !text.includes(find)) throw new Error(`${file} has no ${JSON.stringify(find)}`);
  writeFileSync(path, find === undefined ? text + put : text.replace(find, () => put));
}
