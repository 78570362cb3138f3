// @ts-check
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commitAll, nx } from './bench-workspace.mjs';

/** @typedef {import('./bench-workspace.mjs').BenchWorkspace} BenchWorkspace */
/** @typedef {{ readonly name: string, readonly affected: number, readonly rows: readonly Row[] }} Measured */

/**
 * Medians, in milliseconds; a ratio is the median over all rounds of what Pawl's target took to what this one took.
 * @typedef {object} Row
 * @property {string} target
 * @property {number} wall
 * @property {number} cpu
 * @property {number} wallRatio
 * @property {number} cpuRatio
 */

/** @typedef {{ readonly target: string, readonly at: 'plain' | 'gated', readonly label: string }} Subject */

/** The last one is what the others are compared with. @type {readonly Subject[]} */
const SUBJECTS = [
  { target: 'nothing', at: 'plain', label: '`nx:noop`, without the plugin' },
  { target: 'noop', at: 'plain', label: 'an executor that does nothing, without the plugin' },
  { target: 'nothing', at: 'gated', label: '`nx:noop`' },
  { target: 'noop', at: 'gated', label: 'an executor that does nothing' },
  { target: 'security', at: 'gated', label: '`security`' },
];

/**
 * One small edit, in each language in a project that no other needs, and in one that two others need: their parts come from the cache.
 * @param {BenchWorkspace} workspace @param {number} runs @param {(text: string) => void} note @returns {readonly Measured[]}
 */
export function measure(workspace, runs, note) {
  const { projects } = workspace;
  const needed = (/** @type {string} */ name) => projects.filter(({ needs }) => needs.includes(name)).length;
  const find = (/** @type {string} */ language, /** @type {number} */ times) => {
    const found = projects.findLast((project) => project.language === language && needed(project.name) === times);
    if (found === undefined) throw new Error(`${projects.length} projects are too few`);
    return found.modules[3] ?? '';
  };
  return [
    measureEdits('JavaScript', workspace, find('js', 0), runs, note),
    measureEdits('Python', workspace, find('py', 0), runs, note),
    measureEdits('TypeScript', workspace, find('ts', 0), runs, note),
    measureEdits('JavaScript that two others need', workspace, find('js', 2), runs, note),
  ];
}

/** @param {string} name @param {BenchWorkspace} workspace @param {string} path @param {number} runs @param {(text: string) => void} note @returns {Measured} */
function measureEdits(name, { plain, gated }, path, runs, note) {
  /** @type {(readonly { readonly wall: number, readonly cpu: number }[])[]} */
  const rounds = [];
  let affected = 0;
  for (let round = 0; round <= runs; round += 1) {
    for (const where of [plain, gated]) edit(where, path, `${name} ${round}`);
    const turn = round % SUBJECTS.length;
    const seen = new Map();
    for (const subject of [...SUBJECTS.slice(turn), ...SUBJECTS.slice(0, turn)]) {
      const { target, at } = subject;
      const ran = nx({ plain, gated }[at], ['affected', '-t', target, '--base=HEAD~1', '--head=HEAD']);
      affected = mustHaveRun(ran.stdout, target);
      seen.set(subject, { wall: ran.milliseconds, cpu: ran.cpu });
    }
    const times = SUBJECTS.map((subject) => seen.get(subject));
    note(`${name}: ${times.map(({ wall, cpu }) => `${Math.round(wall)} (${Math.round(cpu)})`).join(', ')} ms`);
    // The first round warms the file cache.
    if (round > 0) rounds.push(times);
  }
  return { name, affected, rows: SUBJECTS.map(({ label }, index) => rowOf(label, index, rounds)) };
}

/** @param {string} target @param {number} index @param {readonly (readonly { readonly wall: number, readonly cpu: number }[])[]} rounds @returns {Row} */
function rowOf(target, index, rounds) {
  const of = (/** @type {'wall' | 'cpu'} */ what) => median(rounds.map((times) => times[index]?.[what] ?? NaN));
  const ratio = (/** @type {'wall' | 'cpu'} */ what) =>
    median(rounds.map((times) => (times.at(-1)?.[what] ?? NaN) / (times[index]?.[what] ?? NaN)));
  return { target, wall: of('wall'), cpu: of('cpu'), wallRatio: ratio('wall'), cpuRatio: ratio('cpu') };
}

/** @param {import('./run.mjs').Where} where @param {string} path @param {string} text */
function edit(where, path, text) {
  const file = join(where.cwd, path);
  const comment = path.endsWith('.py') ? '#' : '//';
  writeFileSync(
    file,
    `${readFileSync(file, 'utf8').replace(/\n(?:#|\/\/) edit .*\n$/u, '\n')}${comment} edit ${text}\n`,
  );
  commitAll(where, text);
}

/** What found all in its cache would win every benchmark. @param {string} stdout @param {string} target */
function mustHaveRun(stdout, target) {
  const [, hits, tasks] = (/Cache:\s+(\d+)\/(\d+) hit/u.exec(stdout) ?? []).map(Number);
  if (hits === undefined || tasks === undefined || hits >= tasks) throw new Error(`${target} was not run:\n${stdout}`);
  return tasks;
}

/** @param {readonly number[]} values */
function median(values) {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2;
}
