// @ts-check
// Measures what Pawl's target adds to an affected run of a large workspace. A benchmark, not a test: it says what it saw and ends with 0.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchWorkspace } from './bench-workspace.mjs';
import { measure } from './measure.mjs';
import { tableOf } from './table.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '7' },
    projects: { type: 'string', default: '200' },
    files: { type: 'string', default: '100' },
    daemon: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});
const note = (/** @type {string} */ text) => void process.stderr.write(`${text}\n`);

const root = realpathSync(mkdtempSync(join(tmpdir(), 'pawl-nx-bench-')));
try {
  const shape = { projects: Number(values.projects), files: Number(values.files) };
  const workspace = benchWorkspace(root, shape, values.daemon, note);
  const measured = measure(workspace, Number(values.runs), note);
  workspace.stop();
  const result = { ...shape, runs: Number(values.runs), daemon: values.daemon, locked: workspace.locked, measured };
  process.stdout.write(values.json ? `${JSON.stringify(result, null, 2)}\n` : tableOf(result));
} finally {
  if (values.keep) note(`kept: ${root}`);
  else rmSync(root, { recursive: true, force: true, maxRetries: 3 });
}
