// @ts-check
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mustRun, mustRunCounted } from './run.mjs';
import { projectsOf, workspaceFiles } from './workspace-files.mjs';

const MODULES = fileURLToPath(new URL('../../../node_modules', import.meta.url));
const PAWL = fileURLToPath(new URL('../../../packages/cli/bin/pawl.js', import.meta.url));

/** @typedef {import('./run.mjs').Where} Where */

/**
 * Two checkouts of one workspace: one that knows nothing of Pawl, and one that is set up with it and locked.
 * @typedef {object} BenchWorkspace
 * @property {Where} plain
 * @property {Where} gated
 * @property {readonly import('./workspace-files.d.mts').WorkspaceProject[]} projects
 * @property {Readonly<Record<string, number>>} locked what it took to lock, in milliseconds
 * @property {() => void} stop ends what was started for it
 */

/** What does nothing, in two ways: Nx's own, which is not hashed, and an executor whose result is kept like that of any target. */
const TARGETS = {
  nothing: { executor: 'nx:noop' },
  noop: { executor: './tools/noop:noop', cache: true, inputs: ['default'], outputs: [] },
};

const NOOP = {
  'tools/noop/package.json': '{ "name": "noop", "executors": "./executors.json" }\n',
  'tools/noop/executors.json':
    '{ "executors": { "noop": { "implementation": "./noop.cjs", "schema": "./schema.json" } } }\n',
  'tools/noop/schema.json': '{ "version": 2, "type": "object", "properties": {} }\n',
  'tools/noop/noop.cjs': 'module.exports.default = async () => ({ success: true });\n',
};

/**
 * @param {string} root @param {import('./workspace-files.d.mts').WorkspaceShape} shape @param {boolean} daemon
 * @param {(text: string) => void} note @returns {BenchWorkspace}
 */
export function benchWorkspace(root, shape, daemon, note) {
  const files = { ...workspaceFiles({ ...shape, targets: TARGETS }), ...NOOP };
  const env = environment(root, daemon);
  const [plain, gated] = ['plain', 'gated'].map((name) => checkout({ cwd: join(root, name), env }, files));
  if (plain === undefined || gated === undefined) throw new Error('no checkout');
  note(`made: ${Object.keys(files).length} files in ${shape.projects} projects, twice`);
  const locked = setUpPawl(gated, note);
  for (const where of [plain, gated]) mustRun(where, 'git', ['switch', '--quiet', '--create', 'agent/bench']);
  const stop = () => {
    if (daemon) for (const where of [plain, gated]) nx(where, ['daemon', '--stop']);
  };
  return { plain, gated, projects: projectsOf(shape), locked, stop };
}

/** @param {Where} where @param {readonly string[]} args */
export const nx = (where, args) =>
  mustRunCounted(where, process.execPath, [join(MODULES, 'nx/dist/bin/nx.js'), ...args]);

/** @param {Where} where @param {string} message */
export function commitAll(where, message) {
  mustRun(where, 'git', ['add', '--all']);
  mustRun(where, 'git', ['-c', 'core.hooksPath=/dev/null', 'commit', '--quiet', '-m', message]);
}

/** @param {Where} where @param {Readonly<Record<string, string>>} files */
function checkout(where, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(where.cwd, path)), { recursive: true });
    writeFileSync(join(where.cwd, path), text);
  }
  mustRun(where, 'git', ['init', '--quiet', '--initial-branch=main']);
  const settings = {
    'user.name': 'Bench',
    'user.email': 'bench@localhost',
    'gc.auto': '0',
    'maintenance.auto': 'false',
  };
  for (const [key, value] of Object.entries(settings)) mustRun(where, 'git', ['config', key, value]);
  writeFileSync(join(where.cwd, '.gitignore'), 'node_modules\n.nx\n');
  commitAll(where, 'start');
  symlinkSync(MODULES, join(where.cwd, 'node_modules'));
  return where;
}

/** As its user does it: the parts of a lock by Nx, and the lock of them. @param {Where} where @param {(text: string) => void} note */
function setUpPawl(where, note) {
  const config = join(where.cwd, 'nx.json');
  const nxJson = JSON.parse(readFileSync(config, 'utf8'));
  writeFileSync(config, `${JSON.stringify({ ...nxJson, plugins: ['@pawl/nx/plugin'] }, null, 2)}\n`);
  mustRun(where, process.execPath, [PAWL, 'init']);
  commitAll(where, 'Set up Pawl');
  const parts = nx(where, ['run-many', '-t', 'security', '-c', 'lock', '--batch']).milliseconds;
  note(`every file was scanned in ${Math.round(parts)} ms`);
  const lock = nx(where, ['security-lock', '--exclude-task-dependencies']).milliseconds;
  note(`locked from the parts in ${Math.round(lock)} ms`);
  return { parts, lock };
}

/** Nothing of the developer's git, node, Nx or agent set-up. @param {string} root @param {boolean} daemon @returns {NodeJS.ProcessEnv} */
function environment(root, daemon) {
  for (const folder of ['home', 'state', 'cache']) mkdirSync(join(root, folder), { recursive: true, mode: 0o700 });
  return {
    PATH: process.env['PATH'],
    HOME: join(root, 'home'),
    XDG_STATE_HOME: join(root, 'state'),
    XDG_CACHE_HOME: join(root, 'cache'),
    LC_ALL: 'C.UTF-8',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CEILING_DIRECTORIES: root,
    NX_DAEMON: String(daemon),
    NX_TUI: 'false',
    NX_NO_CLOUD: 'true',
  };
}
