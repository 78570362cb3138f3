// Installs the pinned versions of Node, each by the hash of its tarball, into `.pawl-nodes` at the root or where PAWL_NODES says.
// Does nothing for a version that is there already.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const folder = process.env.PAWL_NODES ?? here('../../.pawl-nodes');
const platform = `${process.platform}-${process.arch}`;

try {
  main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}

function main() {
  const pinned = JSON.parse(readFileSync(here('./nodes.json'), 'utf8'))[platform];
  if (pinned === undefined)
    fail(`No Node is pinned for ${platform}.`, 'Add its versions and their integrity to tools/nodes/nodes.json.');
  for (const [line, node] of Object.entries(pinned)) {
    if (process.versions.node.startsWith(`${line}.`)) continue;
    if (versionOf(programOf(line)) !== node.version) install(line, node);
  }
  console.log(`The Nodes are installed: ${folder}`);
}

function install(line, { version, integrity }) {
  // Beside its place, so that it can be renamed into it: two runs at once end with a whole program.
  mkdirSync(folder, { recursive: true });
  const scratch = mkdtempSync(join(folder, 'new-'));
  try {
    const tarball = fetched(`node-${platform}`, version, scratch);
    verify(tarball, version, integrity);
    if (run('tar', ['-xzf', tarball, '-C', scratch, 'package/bin/node', 'package/LICENSE']).status !== 0)
      fail(`tar could not unpack Node ${version}.`, 'Free some space and try again.');
    const program = join(scratch, 'package/bin/node');
    if (versionOf(program) !== version)
      fail(`Node ${version} does not run on this machine.`, 'Pin another version in tools/nodes/nodes.json.');
    rmSync(join(folder, line), { recursive: true, force: true });
    renameSync(join(scratch, 'package'), join(folder, line));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function fetched(name, version, scratch) {
  const { status, stdout } = run('npm', ['pack', `${name}@${version}`, '--silent', '--pack-destination', scratch]);
  if (status !== 0)
    fail(
      `npm could not fetch ${name} ${version}; its own words are above.`,
      'Without a network, set PAWL_NODES to a folder that has <line>/bin/node.',
    );
  return join(scratch, stdout.trim().split('\n').at(-1));
}

/** npm checks what it fetches against what the registry says; this checks it against what a person saw. */
function verify(tarball, version, integrity) {
  const digest = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`;
  if (digest !== integrity)
    fail(`What came for Node ${version} is ${digest}, not ${integrity}.`, 'Do not run it; find out who changed it.');
}

function programOf(line) {
  return join(folder, line, 'bin/node');
}

function versionOf(program) {
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim().replace(/^v/u, '') : undefined;
}

function run(command, args) {
  return spawnSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

function fail(what, next) {
  throw new Error(`${what}\n${next}`);
}
