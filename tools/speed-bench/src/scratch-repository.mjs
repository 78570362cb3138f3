// @ts-check
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mustRun } from './run.mjs';
import { sourceText } from './sources.mjs';

/** @typedef {import('./run.mjs').Where} Where */
/** @typedef {{ readonly where: Where, readonly lockMs: number }} ScratchRepository */

export const PAWL = fileURLToPath(new URL('../../../packages/cli/bin/pawl.js', import.meta.url));
/** What changes in the largest case: ten files of each language. */
export const SOURCES = 30;

/** The path of a source; the first three are one of each language.
 * @param {number} file */
export const sourcePath = (file) => `src/area-${file % 5}/module-${file}.${languageOf(file)}`;
/** @param {number} file @returns {import('./sources.mjs').Language} */
const languageOf = (file) => (file % 3 === 0 ? 'ts' : file % 3 === 1 ? 'js' : 'py');
/** @param {number} file @param {import('./sources.mjs').Revision} revision */
export const sourceAt = (file, revision) => sourceText(languageOf(file), file, revision);

/**
 * A repository of its own, with its own home, that holds the sources and as much other text as it takes to have so many files.
 * @param {string} root @param {{ readonly files: number, readonly locked: boolean }} wanted @returns {ScratchRepository}
 */
export function scratchRepository(root, { files, locked }) {
  const where = { cwd: join(root, 'repository'), env: cleanEnvironment(root) };
  for (const folder of ['repository', 'home', 'state']) mkdirSync(join(root, folder), { recursive: true });
  mustRun(where, 'git', ['init', '--quiet', '--initial-branch=main']);
  for (const [key, value] of SETTINGS) mustRun(where, 'git', ['config', key, value]);
  mustRun(where, 'git', ['fast-import', '--quiet'], importStream(files));
  mustRun(where, 'git', ['reset', '--quiet', '--hard', 'main']);
  const { milliseconds: lockMs } = setUpPawl(where, locked);
  mustRun(where, 'git', ['update-index', '-q', '--refresh']);
  return { where, lockMs };
}

/** @param {Where} where @param {boolean} locked */
function setUpPawl(where, locked) {
  mustRun(where, process.execPath, [PAWL, 'init']);
  const config = join(where.cwd, 'pawl.config.jsonc');
  // What is measured is the hook; scanning the filler once for the lock would only take long.
  writeFileSync(config, readFileSync(config, 'utf8').replace('"exclude": []', '"exclude": ["data/**"]'));
  mustRun(where, 'git', ['add', '--all']);
  mustRun(where, 'git', ['-c', 'core.hooksPath=/dev/null', 'commit', '--quiet', '-m', 'Set up Pawl']);
  return locked ? mustRun(where, process.execPath, [PAWL, 'lock']) : { milliseconds: 0 };
}

/** @type {readonly (readonly [string, string])[]} */
export const SETTINGS = [
  ['user.name', 'Bench'],
  ['user.email', 'bench@localhost'],
  // A collection in the background would be measured with the commit that happened to start it.
  ['gc.auto', '0'],
  ['maintenance.auto', 'false'],
];

/**
 * Nothing of the developer's git, node or agent set-up, and no certificates to read (they cost node 30 to 60 ms).
 * @param {string} root @returns {NodeJS.ProcessEnv}
 */
export function cleanEnvironment(root) {
  return {
    PATH: process.env['PATH'],
    HOME: join(root, 'home'),
    XDG_STATE_HOME: join(root, 'state'),
    LC_ALL: 'C.UTF-8',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CEILING_DIRECTORIES: root,
  };
}

/** One commit, already packed, as in a fresh clone.
 * @param {number} files */
function importStream(files) {
  const parts = ['commit refs/heads/main\ncommitter Bench <bench@localhost> 1700000000 +0000\ndata 5\nStart\n'];
  /** @param {string} path @param {string} text */
  const add = (path, text) => parts.push(`M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`);
  for (let file = 0; file < SOURCES; file += 1) add(sourcePath(file), sourceAt(file, { number: 0 }));
  add('README.md', readme(0));
  for (let file = SOURCES + 2; file < files; file += 1) {
    const folder = `data/part-${Math.floor(file / 1000)}/group-${Math.floor(file / 100) % 10}`;
    const kind = ['txt', 'md', 'json'][file % 3];
    add(
      `${folder}/entry-${file}.${kind}`,
      JSON.stringify({ entry: file, note: 'a record of no interest', tags: [file % 7, file % 11] }),
    );
  }
  return parts.join('');
}

/** @param {number} revision */
export function readme(revision) {
  return Array.from(
    { length: 100 },
    (_, line) => `Line ${line} of a text, as it stands in revision ${line === 50 ? revision : 0}.`,
  ).join('\n');
}
