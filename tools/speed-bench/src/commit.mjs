// @ts-check
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { mustRun, run } from './run.mjs';

/** @typedef {import('./run.mjs').Where} Where */

/**
 * Writes and stages a change, and gives a function that commits it from exactly this state as often as it is called.
 * @param {Where} where @param {Readonly<Record<string, string>>} files
 */
export function stage(where, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(where.cwd, path)), { recursive: true });
    writeFileSync(join(where.cwd, path), text);
  }
  mustRun(where, 'git', ['add', '--', ...Object.keys(files)]);
  const [index, saved] = [join(where.cwd, '.git/index'), join(where.cwd, '.git/staged-index')];
  copyFileSync(index, saved);
  const start = mustRun(where, 'git', ['rev-parse', 'HEAD']).stdout.trim();
  return {
    /** @param {'bare' | 'hook'} kind */
    commit(kind) {
      const options = kind === 'bare' ? ['-c', 'core.hooksPath=/dev/null'] : [];
      const ran = run(where, 'git', [...options, 'commit', '--quiet', '-m', 'Change']);
      mustRun(where, 'git', ['update-ref', 'HEAD', start]);
      copyFileSync(saved, index);
      return ran;
    },
    unstage: () => void mustRun(where, 'git', ['reset', '--quiet', '--hard', start]),
  };
}
