// Installs actionlint, from source, and ShellCheck, each file by its hash, into `.installed` beside this file or where
// PAWL_LINTERS says. Does nothing where the same versions are installed already.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const PINS = ['go.mod', 'go.sum', 'requirements.txt'];
const STAMP = 'pawl-linters.sha256';

const folder = process.env.PAWL_LINTERS ?? here('./.installed');
const exe = process.platform === 'win32' ? '.exe' : '';
const program = (name) => join(folder, `${name}${exe}`);

main();

function main() {
  const digest = PINS.reduce((hash, file) => hash.update(readFileSync(here(file))), createHash('sha256')).digest('hex');
  if (isInstalled(digest)) return console.log(`The linters are there already: ${folder}`);
  mkdirSync(folder, { recursive: true });
  // Whatever breaks off below is made anew next time.
  rmSync(join(folder, STAMP), { force: true });
  buildActionlint();
  installShellcheck();
  writeFileSync(join(folder, STAMP), `${digest}\n`);
  console.log(`The linters are installed: ${folder}`);
}

function isInstalled(digest) {
  const stamp = join(folder, STAMP);
  return (
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8').trim() === digest &&
    ['actionlint', 'shellcheck'].every((name) => existsSync(program(name)))
  );
}

/** `go.sum` has the hash of every module, and `-mod=readonly` takes no other. */
function buildActionlint() {
  const args = ['build', '-mod=readonly', '-trimpath', '-buildvcs=false', '-o', program('actionlint')];
  // No other version of Go is fetched for it, and nobody's settings have a say.
  const env = { ...process.env, GOTOOLCHAIN: 'local', GOFLAGS: '', GOWORK: 'off', CGO_ENABLED: '0' };
  const { error, status } = spawnSync('go', [...args, 'github.com/rhysd/actionlint/cmd/actionlint'], {
    ...{ cwd: here('.'), env, stdio: ['ignore', 'inherit', 'inherit'] },
  });
  if (error !== undefined || status !== 0)
    fail('actionlint could not be built.', 'It wants Go 1.25 or newer on the PATH, and the Go module proxy.');
}

/** The wheel holds the program itself; nothing of it is built or run to install it. */
function installShellcheck() {
  const python = findPython() ?? fail('No Python was found.', 'Install one, as python3, and try again.');
  const staged = mkdtempSync(join(tmpdir(), 'linters-'));
  const options = ['--require-hashes', '--only-binary=:all:', '--no-deps', '--disable-pip-version-check', '--no-input'];
  const args = ['-m', 'pip', 'install', ...options, '--quiet', '--target', staged, '-r', here('requirements.txt')];
  const { status } = spawnSync(python, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status === 0) copyFileSync(join(staged, 'bin', `shellcheck${exe}`), program('shellcheck'));
  rmSync(staged, { recursive: true, force: true });
  if (status !== 0)
    fail('pip could not install ShellCheck; its own words are above.', 'python3 -m ensurepip, if it has no pip');
}

function findPython() {
  return ['python3', 'python'].find((name) => spawnSync(name, ['-m', 'pip', '--version']).status === 0);
}

function fail(what, next) {
  console.error(`${what}\n${next}`);
  process.exit(2);
}
