// @ts-check
// Measures what Pawl's pre-commit hook adds to a commit. A benchmark, not a test: it says what it saw and ends with 0.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CASES, REGRESSION } from './cases.mjs';
import { stage } from './commit.mjs';
import { measure } from './measure.mjs';
import { mustRun } from './run.mjs';
import { tableOf } from './table.mjs';
import { scratchRepository } from './scratch-repository.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '15' },
    files: { type: 'string', default: '50000' },
    only: { type: 'string', default: '' },
    json: { type: 'boolean', default: false },
  },
});
const runs = Number(values.runs);
const note = (/** @type {string} */ text) => void process.stderr.write(`${text}\n`);

const root = realpathSync(mkdtempSync(join(tmpdir(), 'pawl-speed-')));
try {
  const cases = CASES.filter(({ name }) => name.includes(values.only));
  const repositories = makeRepositories(new Set(cases.map(({ repository }) => repository)));
  const measured = cases.map((each) => {
    note(`measuring: ${each.name}`);
    return measure(repositories(each.repository).where, each, runs);
  });
  process.stdout.write(
    values.json ? `${JSON.stringify({ runs, files: Number(values.files), measured }, null, 2)}\n` : tableOf(measured),
  );
} finally {
  rmSync(root, { recursive: true, force: true, maxRetries: 3 });
}

/** @param {ReadonlySet<import('./cases.mjs').Case['repository']>} kinds */
function makeRepositories(kinds) {
  const made = new Map(
    [...kinds].map((kind) => {
      const files = kind === 'big' ? Number(values.files) : 100;
      const repository = scratchRepository(join(root, kind), { files, locked: kind !== 'unlocked' });
      note(`made: ${kind}, ${files} files, locked in ${Math.round(repository.lockMs)} ms`);
      if (kind !== 'unlocked') mustStop(repository);
      return [kind, repository];
    }),
  );
  return (/** @type {import('./cases.mjs').Case['repository']} */ kind) => {
    const repository = made.get(kind);
    if (repository === undefined) throw new Error(`there is no ${kind} repository`);
    return repository;
  };
}

/** @param {import('./scratch-repository.mjs').ScratchRepository} repository */
function mustStop({ where }) {
  // On a branch of its own, because a loop that was stopped stays stopped.
  mustRun(where, 'git', ['switch', '--quiet', '--create', 'agent/slips']);
  const staged = stage(where, REGRESSION);
  const { status } = staged.commit('hook');
  staged.unstage();
  mustRun(where, 'git', ['switch', '--quiet', '-']);
  if (status !== 1) throw new Error(`the hook judges nothing: a deleted check ended with ${status}`);
}
