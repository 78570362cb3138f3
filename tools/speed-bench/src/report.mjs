// @ts-check
// Measures what a report costs by the length of its loop: the first one, and the second, which finds most of it known. A benchmark, not a
// test: it says what it saw and ends with 0.
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { check } from '@pawl/checkpoint';
import { LOOP, reportLoop } from './report-loop.mjs';
import { run } from './run.mjs';
import { runCounted } from './run-counted.mjs';
import { PAWL } from './scratch-repository.mjs';

const { values } = parseArgs({
  options: {
    checkpoints: { type: 'string', default: '3,50,500' },
    files: { type: 'string', default: '1000' },
    keep: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});

const root = realpathSync(mkdtempSync(join(tmpdir(), 'pawl-report-')));
try {
  const measured = [];
  for (const checkpoints of values.checkpoints.split(',').map(Number)) measured.push(await measure(checkpoints));
  process.stdout.write(values.json ? `${JSON.stringify(measured, null, 2)}\n` : tableOf(measured));
} finally {
  rmSync(root, { recursive: true, force: true, maxRetries: 3 });
}

/** @param {number} checkpoints */
async function measure(checkpoints) {
  const home = join(root, String(checkpoints));
  mkdirSync(home);
  const { where, stopped } = await reportLoop(home, { checkpoints, files: Number(values.files) }, check);
  const file = join(values.keep ?? home, `report-${checkpoints}.html`);
  // Whoever is no person at a terminal gets a page with nothing in it.
  const command = `"${process.execPath}" "${PAWL}" report --quiet --loop ${LOOP} --out "${file}"`;
  const make = () => {
    const ran = runCounted(where, 'script', ['-qec', command, '/dev/null']);
    if (ran.status !== 0) throw new Error(`the report ended with ${ran.status}: ${ran.stdout}${ran.stderr}`);
    return { milliseconds: ran.milliseconds, cpu: ran.cpu, megabytes: ran.megabytes };
  };
  const [first, second] = [make(), make()];
  const page = readFileSync(file, 'utf8');
  const { stdout } = run(where, 'script', [
    '-qec',
    `${command.replace(/--out .*/u, '')} --format json --out -`,
    '/dev/null',
  ]);
  const data = JSON.parse(stdout);
  if (data.checkpoints.length !== checkpoints || data.cases.length !== stopped)
    throw new Error(`the report has ${data.checkpoints.length} checkpoints and ${data.cases.length} cases`);
  if (!page.includes('<svg')) throw new Error('the page has no picture');
  const measuredOnes = data.checkpoints.filter(
    (/** @type {{ measures: unknown }} */ { measures }) => measures !== null,
  );
  return { checkpoints, cases: stopped, measured: measuredOnes.length, first, second, bytes: statSync(file).size };
}

/** @param {readonly Awaited<ReturnType<typeof measure>>[]} measured */
function tableOf(measured) {
  const head = ['checkpoints', 'cases', 'measured', 'first report', 'second report', 'peak memory', 'size of the page'];
  const rows = measured.map(({ checkpoints, cases, measured: some, first, second, bytes }) => [
    ...[checkpoints, cases, some].map(String),
    ...[first, second].map(({ milliseconds, cpu }) => `${seconds(milliseconds)} (${seconds(cpu)})`),
    `${Math.round(Math.max(first.megabytes, second.megabytes))} MB`,
    `${Math.round(bytes / 1000)} kB`,
  ]);
  return `${[head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')}\n\nTime until the page lies there, and in brackets that of the processor.\n`;
}

/** @param {number} milliseconds */
function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
