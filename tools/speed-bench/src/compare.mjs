// @ts-check
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runCounted } from './run-counted.mjs';
import { PAWL } from './scratch-repository.mjs';
import { RULES } from './semgrep-subjects.mjs';
import { summary } from './summary.mjs';

/** @typedef {import('./semgrep-subjects.mjs').Subject} Subject */
/** @typedef {import('./semgrep-subjects.mjs').Variant} Variant */
/** @typedef {ReturnType<typeof runCounted>} Ran */
/** @typedef {ReturnType<typeof compare>} Compared */

/**
 * Runs Semgrep, and Pawl on an empty cache for each variant, in turns: a machine that gets slower meanwhile counts for all.
 * Against a lock it runs twice, and between two revisions, where nothing is known of the base and nothing is kept, once.
 * @param {Subject} subject @param {number} runs @param {(text: string) => void} note
 */
export function compare(subject, runs, note) {
  const groups = [
    () => semgrep(subject),
    ...subject.variants.flatMap((variant) => [
      () => pawl(subject, variant, ['--target', variant.target], ['pawl check', 'again']),
      () => pawl(subject, variant, ['--base', variant.locked], ['pawl check without a lock']),
    ]),
  ];
  /** @type {Map<string, Ran[]>} */
  const seen = new Map();
  for (let round = 0; round <= runs; round += 1) {
    const turn = round % groups.length;
    const ran = [...groups.slice(turn), ...groups.slice(0, turn)].flatMap((group) => group());
    note(ran.map(({ name, milliseconds }) => `${name} ${Math.round(milliseconds)} ms`).join(' · '));
    // The first round warms the file cache, and gives the table its order.
    for (const one of ran) seen.set(one.name, round === 0 ? [] : [...(seen.get(one.name) ?? []), one]);
  }
  const measured = [...seen].map(([name, all]) => ({
    name,
    wall: summary(all.map(({ milliseconds }) => milliseconds)),
    cpu: summary(all.map(({ cpu }) => cpu)),
    peakMegabytes: Math.max(...all.map(({ megabytes }) => megabytes)),
  }));
  return { name: subject.name, runs, measured };
}

const SEMGREP = 'semgrep scan --baseline-commit';

/** What a person would write, without waiting for a server that a benchmark must not depend on. @param {Subject} subject */
function semgrep({ where, base, isClean }) {
  const output = join(where.cwd, '.git/semgrep.json');
  const options = ['--quiet', '--metrics=off', '--disable-version-check', '--json', '--output', output];
  const ran = runCounted(where, 'semgrep', ['scan', '--baseline-commit', base, '--config', RULES, ...options]);
  const { results } = JSON.parse(readFileSync(output, 'utf8'));
  if (ran.status !== 0 || (isClean !== undefined && (results.length === 0) !== isClean))
    throw new Error(`semgrep ended with ${ran.status} and ${results.length} results: ${ran.stderr}`);
  return [{ ...ran, name: SEMGREP }];
}

/** @param {Subject} subject @param {Variant} variant @param {readonly string[]} against @param {readonly string[]} titles */
function pawl({ where, isClean }, { name, head }, against, titles) {
  // Beside the repository: a cache in what is judged would not be used.
  const cache = join(where.cwd, '../cache');
  rmSync(cache, { recursive: true, force: true });
  mkdirSync(cache, { mode: 0o700 });
  const env = { ...where.env, XDG_CACHE_HOME: cache };
  const args = ['check', '--tier', 'full', ...against, '--head', head, '--audience', 'human'];
  return titles.map((title) => {
    const ran = runCounted({ ...where, env }, process.execPath, [PAWL, ...args]);
    if (isClean !== undefined && ran.status !== (isClean ? 0 : 1))
      throw new Error(`pawl ended with ${ran.status}: ${ran.stdout}${ran.stderr}`);
    return { ...ran, name: `${title}, ${name}` };
  });
}
