// @ts-check
import { readme, sourceAt, sourcePath, SOURCES } from './scratch-repository.mjs';

/**
 * @typedef {object} Case
 * @property {string} name
 * @property {'small' | 'big' | 'unlocked'} repository
 * @property {(revision: number) => Readonly<Record<string, string>>} edit the files of a commit, by path
 */

/** @param {number} count @returns {Case['edit']} */
const sources = (count) => (number) =>
  Object.fromEntries(Array.from({ length: count }, (_, file) => [sourcePath(file), sourceAt(file, { number })]));

/** @type {Case['edit']} */
const prose = (revision) => ({ 'README.md': readme(revision) });
/** @type {Case['edit']} */
const excluded = (revision) => ({ 'data/note.txt': `A note that nobody judges, revision ${revision}.\n` });

/** What must be stopped: without this, a hook that judges nothing would be the fastest. */
export const REGRESSION = { [sourcePath(0)]: sourceAt(0, { number: 1, unguarded: true }) };

/** @type {readonly Case[]} */
export const CASES = [
  { name: '3 files', repository: 'small', edit: sources(3) },
  { name: '3 files, big repository', repository: 'big', edit: sources(3) },
  { name: '1 file', repository: 'small', edit: sources(1) },
  { name: `${SOURCES} files`, repository: 'small', edit: sources(SOURCES) },
  { name: 'prose only', repository: 'small', edit: prose },
  { name: 'excluded file only', repository: 'small', edit: excluded },
  { name: '3 files, before the first lock', repository: 'unlocked', edit: sources(3) },
];
