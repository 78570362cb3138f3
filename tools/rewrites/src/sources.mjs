// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { seeded } from './seeded.mjs';

/**
 * @typedef {object} Source
 * @property {string} file A path as it could stand in a repository: package, then path.
 * @property {string} text
 * @property {'javascript' | 'python'} language
 */

const SCRIPT = /\.(?:[cm]?js|[cm]?ts)$/u;
/** Built, minified, declared or vendored code: nobody rewrites it by hand. */
const NOT_WRITTEN =
  /\.d\.[cm]?ts$|\.min\.|^v\d[\w-]*\/.*\.c?js$|(?:^|\/)(?:node_modules|dist|bundle|vendor|vendored|_vendor|pip|setuptools|pkg_resources|_distutils_hack|__pycache__)\//u;
const NOT_SERVED =
  /(?:^|\/)(?:tests?|benchmarks?|bench|examples?|docs|locales?|providers|migrations|idlelib|lib2to3|turtledemo|ensurepip)\//u;
const GUARD = {
  javascript: /\bif \([^\n]*\)[^\n]*\{?\s*(?:throw |return\b)/u,
  python: /\bif [^\n]*:\s*(?:raise |return\b)/u,
};

/** @param {import('./workshop.mjs').Workshop} workshop @param {string} seed @returns {Source[]} */
export function scriptSources({ nodeModules, npmPackages }, seed) {
  const files = npmPackages.flatMap((name) =>
    unbuilt(within(path.join(nodeModules, name), /./u)).map((file) => [`${name.replace('@', '')}/${file}`, name, file]),
  );
  return chosen(files, seed, 'javascript', (name, file) => path.join(nodeModules, name, file));
}

/** @param {import('./workshop.mjs').Workshop} workshop @param {string} seed @returns {Source[]} */
export function pythonSources({ sitePackages, standardLibrary }, seed) {
  const roots = [standardLibrary, sitePackages];
  const files = roots.flatMap((root) =>
    within(root, /\.py$/u)
      .filter((file) => !NOT_WRITTEN.test(file))
      .filter((file) => root !== standardLibrary || !file.startsWith('site-packages/'))
      .map((file) => [file, root, file]),
  );
  return chosen(files, seed, 'python', (root, file) => path.join(root, file));
}

/**
 * @param {readonly string[][]} files @param {string} seed @param {Source['language']} language
 * @param {(root: string, file: string) => string} where
 */
function chosen(files, seed, language, where) {
  const key = `${language} ${files.length} ${files[0]?.[1]}`;
  const all = read.get(key) ?? readAll(files, language, where);
  read.set(key, all);
  return seeded(seed).shuffle(all);
}

/** Every kind asks for the same files in another order. @type {Map<string, Source[]>} */
const read = new Map();

/**
 * @param {readonly string[][]} files @param {Source['language']} language
 * @param {(root: string, file: string) => string} where @returns {Source[]}
 */
function readAll(files, language, where) {
  // Sorted first: a file system lists in any order.
  const sorted = files.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1));
  return sorted.flatMap(([name = '', root = '', file = '']) => {
    const text = readFileSync(where(root, file), 'utf8');
    return isGuarded(text, language) ? [{ file: name, text, language }] : [];
  });
}

/** @param {string} text @param {Source['language']} language */
function isGuarded(text, language) {
  const lines = text.split('\n');
  if (lines.length < 40 || lines.length > 600 || text.includes('\r') || text.includes('�')) return false;
  if (lines.some((line) => line.length > 300) || text.includes('sourceMappingURL')) return false;
  return GUARD[language].test(text);
}

/** A script beside its own declarations came out of a compiler. @param {readonly string[]} files */
function unbuilt(files) {
  const all = new Set(files);
  const declared = (/** @type {string} */ file) => all.has(file.replace(/\.([cm]?)js$/u, '.d.$1ts'));
  return files.filter((file) => SCRIPT.test(file) && !NOT_WRITTEN.test(file) && !(/js$/u.test(file) && declared(file)));
}

/**
 * The files in which taking a defence away is a matter of security, by their path; not the code of developers' tools.
 * @param {readonly Source[]} sources @param {string} pattern
 */
export function relevant(sources, pattern) {
  const named = new RegExp(pattern, 'iu');
  return sources.filter(({ file }) => !DEVELOPERS_TOOL.test(file) && named.test(file));
}

const DEVELOPERS_TOOL =
  /^(?:black|blackd|libcst|rope|pytoolconfig|blib2to3|distutils|pyupgrade|sqlparse|zod|ajv|_pyrepl|unittest|test)\/|management\/commands|(?:^|\/)(?:tokenize_rt|compileall|trace|pdb|doctest|ast|inspect|cProfile)\.py$/u;

/** @param {string} root @param {RegExp} name */
function within(root, name) {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((file) => !NOT_SERVED.test(file));
}
