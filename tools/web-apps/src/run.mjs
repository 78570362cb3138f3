// @ts-check
// Tries Pawl on ten real web applications. A measurement, not a test: it says what it saw and ends with 0.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { check, checkContracts, lock, suggestContracts } from '@pawl/checkpoint';
import { APPS } from './apps.mjs';
import { apply, cloneOf, commitWith } from './commits.mjs';

const { values } = parseArgs({
  options: { mirrors: { type: 'string' }, only: { type: 'string' }, commits: { type: 'string', default: '20' } },
});
if (values.mirrors === undefined) throw new Error('--mirrors DIR: a folder with <owner>+<name>/repo; only read');

const CONTRACTS = 'pawl.contracts.jsonc';
/** What the checks of contracts, paths, security tests, suppressions and the gate say. */
const OURS = ['broken-contract', 'unguarded-path', 'test-floor', 'suppression', 'unreachable', 'gate-integrity'];
const REQUEST = /** @type {const} */ ({
  base: undefined,
  head: undefined,
  target: undefined,
  tier: 'full',
  only: undefined,
  audience: 'human',
  cache: true,
  logs: [],
  baseLogs: [],
  loop: undefined,
  identity: undefined,
  signAs: undefined,
});
const rows = [];
for (const app of APPS.filter(({ name }) => values.only === undefined || name.includes(values.only))) {
  const started = performance.now();
  const row = await tryApp(app);
  rows.push({ ...row, seconds: Math.round((performance.now() - started) / 1000) });
  process.stdout.write(`${JSON.stringify(rows.at(-1))}\n`);
}
const sum = (/** @type {'judged' | 'stopped' | 'others'} */ key) => rows.reduce((total, row) => total + row[key], 0);
process.stdout.write(
  `commits of people: ${sum('stopped')} of ${sum('judged')} stopped by these checks, ${sum('others')} by others alone\n`,
);

/** @param {import('./apps.mjs').App} app */
async function tryApp({ name, commit, ...edits }) {
  const clone = cloneOf(join(String(values.mirrors), name.replace('/', '+'), 'repo'), commit);
  try {
    const context = contextOf(clone);
    const suggested = await suggestContracts({ directory: clone.dir, head: undefined }, context);
    writeFileSync(join(clone.dir, CONTRACTS), suggested);
    clone.git(['add', CONTRACTS]);
    clone.git(['commit', '--quiet', '--no-verify', '--message', 'contracts']);
    const { contracts, matches, warnings } = await checkContracts({ directory: clone.dir, head: undefined }, context);
    const request = { directory: clone.dir, target: undefined, cache: true, logs: [], signWith: undefined };
    await lock(request, context, () => undefined, undefined);
    const people = await judgePeople(clone, commit, suggested, context);
    return {
      name,
      contracts: contracts.length,
      broken: matches.filter(({ held }) => !held).length,
      warnings: warnings.length,
      guard: await judgeEdit(clone, edits.guard, context),
      route: await judgeEdit(clone, edits.route, context),
      silence: await judgeEdit(clone, edits.silence, context),
      ...people,
    };
  } finally {
    clone.remove();
  }
}

/**
 * One edit against the lock: whether it stops, and what is said of the place.
 * @param {import('./commits.mjs').Clone} clone @param {import('./apps.mjs').Edit} edit @param {import('@pawl/checkpoint').Context} context
 */
async function judgeEdit(clone, edit, context) {
  clone.git(['reset', '--quiet', '--hard', 'main']);
  apply(clone, edit);
  clone.git(['add', '--all']);
  const { verdict } = await check({ ...REQUEST, directory: clone.dir, loop: `edit ${edit.put.length}` }, context);
  clone.git(['reset', '--quiet', '--hard', 'main']);
  const there = verdict.reasons.filter(({ file }) => file === edit.file);
  return {
    outcome: verdict.outcome,
    place: there.some(({ outcome }) => outcome === 'regression' || outcome === 'escalated'),
    said: [...new Set(there.map(({ kind, rule }) => `${kind} ${rule}`))],
  };
}

/**
 * The commits before the pinned one, each against its parent, with the contracts that hold at the end.
 * @param {import('./commits.mjs').Clone} clone @param {string} commit @param {string} contracts @param {import('@pawl/checkpoint').Context} context
 */
async function judgePeople(clone, commit, contracts, context) {
  const commits = clone.git(['rev-list', '--first-parent', `--max-count=${values.commits}`, commit]).split('\n');
  let stopped = 0;
  let others = 0;
  const why = [];
  for (const one of commits) {
    const base = commitWith(clone, `${one}^`, { path: CONTRACTS, text: contracts });
    const head = commitWith(clone, one, { path: CONTRACTS, text: contracts });
    const { verdict } = await check({ ...REQUEST, directory: clone.dir, base, head }, context);
    const stops = verdict.reasons.filter(({ outcome }) => outcome === 'regression' || outcome === 'escalated');
    const ours = stops.filter(({ kind }) => OURS.includes(kind));
    if (ours.length > 0) {
      stopped += 1;
      why.push(
        `${one.slice(0, 10)} ${[...new Set(ours.map(({ kind, rule, file }) => `${kind} ${rule} ${file}`))].slice(0, 3).join(', ')}`,
      );
    } else if (stops.length > 0) others += 1;
  }
  return { judged: commits.length, stopped, others, why };
}

/** @param {import('./commits.mjs').Clone} clone @returns {import('@pawl/checkpoint').Context} */
function contextOf({ root, dir }) {
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, XDG_STATE_HOME: join(root, 'state'), XDG_CONFIG_HOME: join(root, 'config') };
  return { cwd: dir, env, now: () => new Date(), terminal: true };
}
