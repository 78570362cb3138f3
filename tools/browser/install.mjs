// Makes sure that there is a Chromium for the tests of the pages. On Debian, as root, it installs the distribution's own, which apt
// checks by Debian's signature; elsewhere it says what to do. Does nothing where there is one.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { findBrowser } from './src/find-browser.mjs';

const PACKAGES = ['chromium', 'fonts-dejavu-core', 'fonts-droid-fallback', 'fonts-noto-color-emoji'];
const BY_HAND = 'Install Chromium by hand, or let PAWL_BROWSER name one, and try again.';

main();

function main() {
  const before = findBrowser();
  if (before.found) return tell(before.found);
  if (process.env.PAWL_BROWSER) fail(`There is no browser: ${before.why}.`, 'Name another one, or none.');
  if (!isDebian() || process.getuid?.() !== 0)
    fail(`There is no browser: ${before.why}. It is installed only on Debian, as root.`, BY_HAND);
  // What a fresh machine knows of packages may be older than what its mirror has.
  if (!apt('install') && !(apt('update') && apt('install')))
    fail('apt could not install Chromium; its own words are above.', BY_HAND);
  const { found, why } = findBrowser();
  if (!found) fail(`Chromium was installed and cannot be used: ${why}.`, BY_HAND);
  tell(found);
}

function isDebian() {
  try {
    return /^ID=debian$/mu.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

function apt(command) {
  const args = command === 'update' ? [] : ['--yes', '--no-install-recommends', ...PACKAGES];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', ['-qq', command, ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
}

function tell({ program, version }) {
  console.log(`The browser is there: ${program} ${version}`);
}

function fail(what, next) {
  console.error(`${what}\n${next}`);
  process.exit(2);
}
