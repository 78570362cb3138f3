// Gates our own commits with our own build, in every worktree. Runs after `npm install`; before the first build there is
// nothing to install yet, and in CI there is nobody to gate.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { spawnSync } from 'node:child_process';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const built = existsSync(here('../../packages/cli/dist/bundle/hook.js'));
const isClone = existsSync(here('../../.git'));

if (built && isClone && !process.env.CI) {
  const { status } = spawnSync(process.execPath, [here('../../packages/cli/bin/pawl.js'), 'init', '--hooks-only'], {
    cwd: here('../..'),
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
}
