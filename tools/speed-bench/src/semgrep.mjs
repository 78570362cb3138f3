// @ts-check
// Compares Semgrep's own baseline mode with Pawl running Semgrep, on one repository and change. A benchmark, not a test: it
// says what it saw and ends with 0.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compare } from './compare.mjs';
import { comparisonTable } from './comparison-table.mjs';
import { generatedRules, givenRules } from './semgrep-rules.mjs';
import { givenSubjects, scratchSubjects } from './semgrep-subjects.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '7' },
    files: { type: 'string', default: '300' },
    changed: { type: 'string', default: '5' },
    rules: { type: 'string', default: '200' },
    repository: { type: 'string' },
    base: { type: 'string', default: 'HEAD~1' },
    head: { type: 'string', default: 'HEAD' },
    json: { type: 'boolean', default: false },
  },
});
const note = (/** @type {string} */ text) => void process.stderr.write(`${text}\n`);

const root = realpathSync(mkdtempSync(join(tmpdir(), 'pawl-speed-')));
try {
  const rules = /^\d+$/u.test(values.rules) ? generatedRules(Number(values.rules)) : givenRules(values.rules);
  const subjects = values.repository
    ? givenSubjects(root, { repository: values.repository, base: values.base, head: values.head, rules })
    : scratchSubjects(root, { files: Number(values.files), changed: Number(values.changed), rules });
  const compared = subjects.map((subject) => {
    note(`comparing: ${subject.name}`);
    return compare(subject, Number(values.runs), note);
  });
  process.stdout.write(values.json ? `${JSON.stringify(compared, null, 2)}\n` : comparisonTable(compared));
} finally {
  rmSync(root, { recursive: true, force: true, maxRetries: 3 });
}
