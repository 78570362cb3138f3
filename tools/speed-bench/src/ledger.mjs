// @ts-check
// Measures what recording a judgement costs in a process that has the repository open. A benchmark, not a test: it says what
// it saw and ends with 0.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openRepository } from '@pawl/git';
import * as ledger from '@pawl/ledger';
import { draftOf, LOOP, loopRepository } from './loop-repository.mjs';
import { summary } from './summary.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '31' },
    entries: { type: 'string', default: '10,10000' },
    json: { type: 'boolean', default: false },
  },
});
const NOTHING = { released: new Set() };

const root = realpathSync(mkdtempSync(join(tmpdir(), 'pawl-speed-')));
try {
  const measured = [];
  for (const entries of values.entries.split(',').map(Number))
    measured.push(await measure(entries, Number(values.runs)));
  process.stdout.write(values.json ? `${JSON.stringify(measured, null, 2)}\n` : tableOf(measured));
} finally {
  rmSync(root, { recursive: true, force: true, maxRetries: 3 });
}

/** @param {number} entries @param {number} runs */
async function measure(entries, runs) {
  const { cwd, env } = loopRepository(root, entries, ledger);
  const store = await openRepository(cwd, { env });
  const walked = await timed(async () => {
    let count = 0;
    for await (const entry of ledger.walkLoop(store, LOOP)) count = entry.statement.predicate.sequence;
    if (count !== entries) throw new Error(`walked over ${count} of ${entries} entries`);
  });
  const [first] = [draftOf('tree 1')];
  return {
    entries,
    append: await repeated(runs, (run) => record(`new ${run}`, true)),
    again: await repeated(runs, () => record(`new ${runs}`, false)),
    oldest: await repeated(runs, () => record('tree 1', false)),
    tip: await repeated(runs, () => ledger.readTip(store, LOOP)),
    find: await repeated(runs, () => ledger.findEntry(store, LOOP, ledger.questionDigest(first.question))),
    walk: { median: walked, min: walked, max: walked },
  };

  /** @param {string} name @param {boolean} isNew */
  async function record(name, isNew) {
    const { written } = await ledger.appendCheckpoint(store, draftOf(name), NOTHING);
    if (written !== isNew) throw new Error(`${name} was ${written ? '' : 'not '}written`);
  }
}

/** The first run warms the process. @param {number} runs @param {(run: number) => Promise<unknown>} work */
async function repeated(runs, work) {
  const times = [];
  for (let run = 0; run <= runs; run += 1) times.push(await timed(() => work(run)));
  return summary(times.slice(1));
}

/** @param {() => Promise<unknown>} work */
async function timed(work) {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** @param {readonly Awaited<ReturnType<typeof measure>>[]} measured */
function tableOf(measured) {
  const head = [
    'entries',
    'record a new judgement',
    'the same again',
    'the oldest again',
    'read the tip',
    'look up',
    'walk all',
  ];
  const rows = measured.map(({ entries, append, again, oldest, tip, find, walk }) => [
    String(entries),
    ...[append, again, oldest, tip, find].map(({ median, min, max }) => `${ms(median)} (${ms(min)} to ${ms(max)})`),
    ms(walk.median),
  ]);
  const lines = [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`);
  return `${lines.join('\n')}\n\nMilliseconds: median (min to max), in a process that has the repository open.\n`;
}

/** @param {number} milliseconds */
function ms(milliseconds) {
  return milliseconds.toFixed(milliseconds < 100 ? 1 : 0);
}
