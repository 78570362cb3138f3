// @ts-check
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * @typedef {object} Workshop
 * @property {string} python The interpreter of the environment that holds the pinned Python tools.
 * @property {string} sitePackages
 * @property {string} standardLibrary
 * @property {string} nodeModules The pinned npm packages whose code is rewritten.
 * @property {readonly string[]} npmPackages
 */

/**
 * A temporary folder with the pinned tools and the pinned packages whose code is rewritten. Named by what it holds, so
 * that it is made once and a change of the pins makes another.
 * @param {string} [root]
 * @returns {Workshop}
 */
export function openWorkshop(root) {
  const npmPins = input('npm.json');
  const pythonPins = input('python.txt');
  const digest = createHash('sha256').update(npmPins).update(pythonPins).digest('hex').slice(0, 12);
  const folder = root ?? path.join(tmpdir(), `pawl-rewrites-${digest}`);
  mkdirSync(folder, { recursive: true });
  const python = path.join(folder, 'venv', 'bin', 'python');
  once(folder, 'npm', () => installNpm(folder, npmPins));
  once(folder, 'python', () => installPython(folder, python, pythonPins));
  return {
    python,
    sitePackages: ask(python, 'import sysconfig; print(sysconfig.get_paths()["purelib"])'),
    standardLibrary: ask(python, 'import sysconfig; print(sysconfig.get_paths()["stdlib"])'),
    nodeModules: path.join(folder, 'node_modules'),
    npmPackages: Object.keys(JSON.parse(npmPins)),
  };
}

/** @param {string} name */
function input(name) {
  return readFileSync(new URL(`../inputs/${name}`, import.meta.url), 'utf8');
}

/** @param {string} folder @param {string} step @param {() => void} work */
function once(folder, step, work) {
  const mark = path.join(folder, `.${step}-done`);
  if (existsSync(mark)) return;
  work();
  writeFileSync(mark, '');
}

/** @param {string} folder @param {string} pins */
function installNpm(folder, pins) {
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: JSON.parse(pins) }));
  must('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--legacy-peer-deps'], folder);
}

/** @param {string} folder @param {string} python @param {string} pins */
function installPython(folder, python, pins) {
  writeFileSync(path.join(folder, 'python.txt'), pins);
  must('python3', ['-m', 'venv', 'venv'], folder);
  must(python, ['-m', 'pip', 'install', '--quiet', '--no-deps', '-r', 'python.txt'], folder);
}

/** @param {string} python @param {string} code */
function ask(python, code) {
  return must(python, ['-c', code], tmpdir()).trim();
}

/** @param {string} program @param {readonly string[]} args @param {string} cwd */
function must(program, args, cwd) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 26 });
  if (error) throw error;
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}: ${stderr}`);
  return stdout;
}
