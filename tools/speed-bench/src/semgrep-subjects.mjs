// @ts-check
import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mustRun } from './run.mjs';
import { cleanEnvironment, PAWL, SETTINGS, sourceAt, sourcePath } from './scratch-repository.mjs';
import { PLANTED_RULE } from './semgrep-rules.mjs';

/** @typedef {import('./run.mjs').Where} Where */
/**
 * One change of one repository, which is checked out at its head.
 * @typedef {object} Subject
 * @property {string} name
 * @property {Where} where
 * @property {string} base what Semgrep compares with; a lock, too
 * @property {readonly Variant[]} variants
 * @property {boolean | undefined} isClean what both have to say; unknown of a repository that was given
 */
/** @typedef {{ readonly name: string, readonly target: string, readonly locked: string, readonly head: string }} Variant */

const SCANNERS = process.env['PAWL_SCANNERS'] ?? fileURLToPath(new URL('../../../.pawl-scanners', import.meta.url));
export const RULES = 'pawl-speed-bench';
/** The same work as Semgrep's, and all that Pawl does where a person writes no more than `semgrep`. */
const VARIANTS = [
  { name: 'Semgrep alone', target: 'alone', scanners: { secrets: false, javascript: false, python: false } },
  { name: 'every scanner', target: 'all', scanners: {} },
];
const PLANTED = '\n\ndef planted(text):\n    return eval(text)\n';

/**
 * The same edit of some files, once with and once without a new finding.
 * @param {string} root
 * @param {{ readonly files: number, readonly changed: number, readonly rules: string }} wanted
 * @returns {readonly Subject[]}
 */
export function scratchSubjects(root, { files, changed, rules }) {
  /** @param {(path: string) => string} suffix @returns {Readonly<Record<string, string>>} */
  const edited = (suffix) =>
    Object.fromEntries(
      Array.from({ length: changed }, (_, file) => [
        sourcePath(file),
        `${sourceAt(file, { number: 1 })}${suffix(sourcePath(file))}`,
      ]),
    );
  return [
    { name: 'nothing new is found', isClean: true, edit: edited(() => '') },
    { name: 'one new finding', isClean: false, edit: edited((path) => (path === sourcePath(2) ? PLANTED : '')) },
  ].map(({ name, isClean, edit }, number) => {
    const where = emptyRepository(join(root, String(number)), root);
    const before = Array.from({ length: files }, (_, file) => [sourcePath(file), sourceAt(file, { number: 0 })]);
    const base = commitFiles(where, Object.fromEntries(before));
    const head = commitFiles(where, edit);
    return { name, isClean, ...subjectOf(where, { base, head, rules }) };
  });
}

/**
 * @param {string} root
 * @param {{ readonly repository: string, readonly base: string, readonly head: string, readonly rules: string }} given
 * @returns {readonly Subject[]}
 */
export function givenSubjects(root, { repository, base, head, rules }) {
  const where = emptyRepository(root, root);
  const revisions = [base, head].map((name) =>
    mustRun(where, 'git', ['-C', resolve(repository), 'rev-parse', `${name}^{commit}`]).stdout.trim(),
  );
  mustRun(where, 'git', ['fetch', '--quiet', resolve(repository), ...revisions]);
  const [from = '', to = ''] = revisions;
  return [{ name: `${base}..${head}`, isClean: undefined, ...subjectOf(where, { base: from, head: to, rules }) }];
}

/** With a home that several share: what one lock found is known to the next. @param {string} folder @param {string} root @returns {Where} */
function emptyRepository(folder, root) {
  const env = cleanEnvironment(root);
  const where = {
    cwd: join(folder, 'repository'),
    env: { ...env, PATH: [join(SCANNERS, 'bin'), env['PATH']].join(delimiter) },
  };
  for (const path of [where.cwd, join(root, 'home'), join(root, 'state')]) mkdirSync(path, { recursive: true });
  mustRun(where, 'git', ['init', '--quiet', '--initial-branch=main']);
  for (const [key, value] of SETTINGS) mustRun(where, 'git', ['config', key, value]);
  return where;
}

/**
 * Adds the rules and a configuration to both sides, locks the base, and ends at the head of the first variant.
 * @param {Where} where @param {{ readonly base: string, readonly head: string, readonly rules: string }} change
 */
function subjectOf(where, { base, head, rules }) {
  const variants = [...VARIANTS].reverse().map(({ name, target, scanners }) => {
    const config = { target, scanners: { ...scanners, semgrep: { rules: [RULES] } } };
    const own = {
      [`${RULES}/rules.yml`]: rules,
      [`${RULES}/planted.yml`]: PLANTED_RULE,
      'pawl.config.jsonc': JSON.stringify(config),
    };
    mustRun(where, 'git', ['checkout', '--quiet', '--force', '-B', target, base]);
    const locked = commitFiles(where, own);
    mustRun(where, process.execPath, [PAWL, 'lock', '--target', target]);
    mustRun(where, 'git', ['checkout', '--quiet', '-B', `change/${target}`]);
    mustRun(where, 'git', ['read-tree', '-u', '--reset', head]);
    return { name, target, locked, head: commitFiles(where, own) };
  });
  const last = variants.at(-1);
  if (last === undefined) throw new Error('there is no variant');
  return { where, base: last.locked, variants: variants.reverse() };
}

/** @param {Where} where @param {Readonly<Record<string, string>>} files */
function commitFiles(where, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(where.cwd, path)), { recursive: true });
    writeFileSync(join(where.cwd, path), text);
  }
  mustRun(where, 'git', ['add', '--force', '--', ...Object.keys(files)]);
  mustRun(where, 'git', ['commit', '--quiet', '-m', 'Bench']);
  return mustRun(where, 'git', ['rev-parse', 'HEAD']).stdout.trim();
}
