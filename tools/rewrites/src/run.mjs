// @ts-check
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { mustSeeADeletedCheck } from './control.mjs';
import { judge } from './judge.mjs';
import { removalCases } from './removal-cases.mjs';
import { rewriteCases } from './rewrite-cases.mjs';
import { share, table } from './table.mjs';
import { openWorkshop } from './workshop.mjs';

/** What may be stopped of the rewrites, and what must be stopped of the removals, in percent. */
const MOST_REWRITES = 1;
const LEAST_REMOVALS = 95;

const { values } = parseArgs({
  options: {
    set: { type: 'string', default: 'all' },
    limit: { type: 'string', default: '600' },
    seed: { type: 'string', default: 'pawl' },
    from: { type: 'string' },
    out: { type: 'string' },
    judged: { type: 'string' },
  },
});

const sets = values.set === 'all' ? ['rewrite', 'removal'] : [values.set];
if (!sets.every((set) => set === 'rewrite' || set === 'removal')) throw new Error(`--set is rewrite, removal or all`);

/** @type {import('./quota.mjs').Tally} */
const tally = new Map();
const cases = (values.from ? read(values.from) : await generate()).filter(({ set }) => sets.includes(set));
if (values.out) writeLines(values.out, cases);
for (const [key, row] of tally) console.log(`${key.padEnd(50)}${JSON.stringify(Object.fromEntries(row))}`);

await mustSeeADeletedCheck();
const judged = await judge(cases);
if (values.judged)
  writeLines(
    values.judged,
    judged.map((each) => ({ ...each, case: undefined, id: each.case.id })),
  );
console.log(table(judged));
process.exitCode = summary();

/** @param {string} file @returns {import('./pairs.mjs').Case[]} */
function read(file) {
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** @param {string} file @param {readonly object[]} list */
function writeLines(file, list) {
  writeFileSync(file, list.map((each) => `${JSON.stringify(each)}\n`).join(''));
}

async function generate() {
  const workshop = openWorkshop();
  const limit = Number(values.limit);
  const rewrites = sets.includes('rewrite') ? await rewriteCases(workshop, limit, values.seed, tally) : [];
  const removals = sets.includes('removal') ? await removalCases(workshop, limit, values.seed, tally) : [];
  return [...rewrites, ...removals];
}

function summary() {
  const [rewrites, removals] = [share(judged, 'rewrite'), share(judged, 'removal')];
  const text = (/** @type {typeof rewrites} */ { count, stopped, percent = 0 }) =>
    `${stopped} of ${count} stopped (${percent.toFixed(1)} %)`;
  console.log(`rewrites: ${text(rewrites)}, at most ${MOST_REWRITES} % wanted`);
  console.log(`removals: ${text(removals)}, at least ${LEAST_REMOVALS} % wanted`);
  // A set that is empty was not measured, and that is no pass.
  const failed = sets.some((set) => (set === 'rewrite' ? rewrites : removals).percent === undefined);
  return failed || (rewrites.percent ?? 0) > MOST_REWRITES || (removals.percent ?? 100) < LEAST_REMOVALS ? 1 : 0;
}
