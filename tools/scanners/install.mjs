// Installs Semgrep, Bandit and pytest, each file by its hash, into `.pawl-scanners` at the root or where PAWL_SCANNERS says.
// Does nothing where the same requirements are installed already.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const REQUIREMENTS = here('./requirements.txt');
const STAMP = 'pawl-requirements.sha256';
const TOOLS = ['bandit', 'pytest', 'semgrep'];

const folder = process.env.PAWL_SCANNERS ?? here('../../.pawl-scanners');
const bin = (name) =>
  process.platform === 'win32' ? join(folder, 'Scripts', `${name}.exe`) : join(folder, 'bin', name);

main();

function main() {
  const digest = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex');
  if (isInstalled(digest)) return console.log(`The scanners are there already: ${folder}`);
  const python =
    findPython() ?? fail('No Python from 3.10 to 3.13 was found.', 'Install one, as python3, and try again.');
  clear();
  makeEnvironment(python);
  installRequirements();
  for (const tool of TOOLS) verify(tool);
  // Last, so that an installation that was broken off is made anew.
  writeFileSync(join(folder, STAMP), `${digest}\n`);
  console.log(`The scanners are installed: ${folder}`);
}

function isInstalled(digest) {
  const stamp = join(folder, STAMP);
  return (
    existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === digest && TOOLS.every((tool) => existsSync(bin(tool)))
  );
}

/** The hashes are of files for these versions. */
function findPython() {
  return ['python3', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python'].find((name) => {
    const { status, stdout } = spawnSync(name, ['--version'], { encoding: 'utf8' });
    return status === 0 && /^Python 3\.1[0-3]\./u.test(stdout);
  });
}

/** Removes what an earlier run made, and nothing else: PAWL_SCANNERS may name any folder. */
function clear() {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return;
  if (!existsSync(join(folder, STAMP)))
    fail(
      `${folder} is not empty and was not made by this program.`,
      'Remove it, or let PAWL_SCANNERS name another folder.',
    );
  rmSync(folder, { recursive: true, force: true });
}

function makeEnvironment(python) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, STAMP), 'unfinished\n');
  if (run(python, ['-m', 'venv', folder]) !== 0)
    fail(
      'Python could not make a virtual environment.',
      'Install its venv module (on Debian: python3-venv) and try again.',
    );
}

function installRequirements() {
  const options = ['--require-hashes', '--only-binary=:all:', '--disable-pip-version-check', '--no-input', '--quiet'];
  if (run(bin('python'), ['-m', 'pip', 'install', ...options, '--requirement', REQUIREMENTS]) !== 0)
    fail(
      'pip could not install the scanners; its own words are above.',
      'Without a network, set PAWL_SCANNERS to a folder that has them.',
    );
}

function verify(tool) {
  const pinned = new RegExp(`^${tool}==(\\S+)`, 'mu').exec(readFileSync(REQUIREMENTS, 'utf8'))?.[1];
  // Asked for its version, Semgrep looks for a newer one, and without a network it does so for a minute and a half.
  const env = { ...process.env, SEMGREP_ENABLE_VERSION_CHECK: '0' };
  const { stdout } = spawnSync(bin(tool), ['--version'], { encoding: 'utf8', env });
  const said = /\d+(?:\.\d+)+/u.exec(stdout ?? '')?.[0];
  if (pinned === undefined || said !== pinned)
    fail(`${tool} should be ${String(pinned)} and says ${String(said)}.`, `Remove ${folder} and try again.`);
}

function run(command, args) {
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status;
}

function fail(what, next) {
  console.error(`${what}\n${next}`);
  process.exit(2);
}
