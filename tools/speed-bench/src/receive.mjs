// @ts-check
// Measures how long the pre-receive hook of a bare repository takes to answer a push of many commits, from the start of its
// process to its end. A benchmark, not a test: it says what it saw and ends with 0.
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { mustRun, run } from './run.mjs';
import { PAWL, scratchRepository, SOURCES, sourceAt, sourcePath } from './scratch-repository.mjs';
import { summary } from './summary.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '11' },
    commits: { type: 'string', default: '100' },
    files: { type: 'string', default: '1000' },
  },
});
const [runs, commits, files] = [Number(values.runs), Number(values.commits), Number(values.files)];

/** @typedef {import('./run.mjs').Where} Where */

const root = realpathSync(mkdtempSync(join(tmpdir(), 'pawl-receive-')));
try {
  const { where } = scratchRepository(join(root, 'work'), { files, locked: true });
  const server = serve(where);
  commitOften(where);
  vouch(where, server);
  process.stdout.write(`${commits} commits, ${files} files, median (min to max) of ${runs}, milliseconds\n`);
  for (const [name, settings] of [
    ['verify', { mode: 'verify' }],
    ['judge, fast tier', {}],
    ['judge, and require', { full: 'require' }],
  ]) {
    server.set(/** @type {object} */ (settings));
    const measured = Array.from({ length: runs }, () => pushOnce(where, server));
    process.stdout.write(`${name}: hook ${said(measured, 'hook')}, whole push ${said(measured, 'push')}\n`);
  }
} finally {
  rmSync(root, { recursive: true, force: true, maxRetries: 3 });
}

/** A signed lock, a bare repository that trusts who signed it, and a verifier.
 * @param {Where} where */
function serve(where) {
  const home = join(root, 'served');
  mkdirSync(home);
  const [person, ci] = ['person', 'ci'].map((name) => join(root, name));
  for (const file of [person, ci])
    mustRun(where, 'ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', `x@localhost`, '-f', String(file)]);
  mustRun(where, process.execPath, [PAWL, 'lock', '--sign-with', String(person)]);
  const anchor = JSON.parse(mustRun(where, process.execPath, [PAWL, 'trust', '--print-anchor']).stdout);
  const [type, key] = readFileSync(`${ci}.pub`, 'utf8').split(' ');
  anchor.verifiers = [`ci@localhost namespaces="pawl-checkpoint@v1" ${type} ${key}`];
  const [anchorFile, settingsFile, bare] = ['anchor.json', 'settings.json', 'app.git'].map((name) => join(home, name));
  /** @param {object} settings */
  const set = (settings) =>
    writeFileSync(
      String(settingsFile),
      JSON.stringify({ schema: 'pawl/receive@1', state: join(home, 'state'), ...settings }),
    );
  writeFileSync(String(anchorFile), JSON.stringify(anchor));
  set({});
  mustRun(where, 'git', ['init', '--quiet', '--bare', '--initial-branch=main', String(bare)]);
  mustRun({ ...where, cwd: String(bare) }, 'git', ['config', 'receive.autogc', 'false']);
  const options = ['--repo', String(bare), '--anchor', String(anchorFile), '--settings', String(settingsFile)];
  mustRun(where, process.execPath, [PAWL, 'pre-receive', 'install', ...options]);
  const note = timed(join(String(bare), 'hooks'));
  for (const ref of ['refs/pawl/lock/main', 'main']) mustPush(where, { bare: String(bare) }, ref);
  return { bare: String(bare), ci: String(ci), set, note };
}

/** Starts the hook from a script that notes when it began and ended.
 * @param {string} hooks */
function timed(hooks) {
  const note = join(root, 'note');
  renameSync(join(hooks, 'pre-receive'), join(hooks, 'measured'));
  const script = `#!/bin/sh\nbegin=$(date +%s%N)\n"\${0%/*}/measured"\nstatus=$?\necho "$begin $(date +%s%N)" >'${note}'\nexit $status\n`;
  writeFileSync(join(hooks, 'pre-receive'), script);
  chmodSync(join(hooks, 'pre-receive'), 0o755);
  return note;
}

/** A small edit in one of the sources, again and again.
 * @param {Where} where */
function commitOften(where) {
  mustRun(where, 'git', ['checkout', '--quiet', '-b', 'agent/often']);
  for (let number = 1; number <= commits; number += 1) {
    const file = number % SOURCES;
    writeFileSync(join(where.cwd, sourcePath(file)), sourceAt(file, { number }));
    mustRun(where, 'git', ['-c', 'core.hooksPath=/dev/null', 'commit', '--quiet', '-am', `Edit ${number}`]);
  }
}

/** What CI does.
 * @param {Where} where @param {{ readonly bare: string, readonly ci: string }} server */
function vouch(where, server) {
  mustRun(where, process.execPath, [PAWL, 'check', '--head', 'HEAD', '--loop', 'ci', '--sign-as', server.ci]);
  mustPush(where, server, 'refs/pawl/loop/ci');
}

/** @param {Where} where @param {{ readonly bare: string }} server @param {string} ref */
function mustPush(where, { bare }, ref) {
  return mustRun(where, 'git', ['push', '--quiet', '--no-verify', bare, ref]);
}

/** @param {Where} where @param {{ readonly bare: string, readonly note: string }} server */
function pushOnce(where, server) {
  run({ ...where, cwd: server.bare }, 'git', ['update-ref', '-d', 'refs/heads/agent/often']);
  const { milliseconds } = mustPush(where, server, 'agent/often');
  const [begin, end] = readFileSync(server.note, 'utf8').trim().split(' ').map(BigInt);
  return { hook: Number(((end ?? 0n) - (begin ?? 0n)) / 1000n) / 1000, push: milliseconds };
}

/** @param {readonly { readonly hook: number, readonly push: number }[]} measured @param {'hook' | 'push'} part */
function said(measured, part) {
  const { median, min, max } = summary(measured.map((one) => one[part]));
  return `${Math.round(median)} (${Math.round(min)} to ${Math.round(max)})`;
}
