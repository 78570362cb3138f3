// @ts-check
import { readFileSync } from 'node:fs';
import { askPython, pythonRemovalKinds } from './ask-python.mjs';
import { REMOVALS, removeFrom } from './javascript/removals.mjs';
import { filled, quota } from './quota.mjs';
import { seeded } from './seeded.mjs';
import { pythonSources, relevant, scriptSources } from './sources.mjs';
import { templateCases } from './templates.mjs';

/** @typedef {import('./pairs.mjs').Case} Case */
/** @typedef {import('./workshop.mjs').Workshop} Workshop */

/** @type {{ file: string }} */
const { file: FILE } = JSON.parse(readFileSync(new URL('patterns.json', import.meta.url), 'utf8'));

/** How much of the set is hand-written code; the rest is taken out of real code. */
const FROM_TEMPLATES = 0.55;

/**
 * Edits that take one defence away, half of them in each language.
 * @param {Workshop} workshop @param {number} wanted @param {string} seed @param {import('./quota.mjs').Tally} tally
 * @returns {Promise<Case[]>}
 */
export async function removalCases(workshop, wanted, seed, tally) {
  const half = Math.ceil(wanted / 2);
  const written = Math.round(half * FROM_TEMPLATES);
  const [scripts, python] = [
    scriptRemovals(workshop, half - written, seed, tally),
    pythonRemovals(workshop, half - written, seed, tally),
  ];
  return [
    ...templateCases('javascript', written, seed),
    ...templateCases('python', written, seed),
    ...(await scripts),
    ...(await python),
  ];
}

/** @param {Workshop} workshop @param {number} wanted @param {string} seed @param {import('./quota.mjs').Tally} tally */
function scriptRemovals(workshop, wanted, seed, tally) {
  return filled(Object.keys(REMOVALS), wanted, async (kind, most) => {
    const take = quota({ set: 'removal', language: 'javascript', kind, tool: 'splice' }, most, tally);
    for (const source of relevant(scriptSources(workshop, `${seed} removal ${kind}`), FILE)) {
      if (take.isFull()) break;
      take.add(source, removeFrom(kind, source, seeded(`${seed} ${kind} ${source.file}`)));
    }
    return take.cases;
  });
}

/** @param {Workshop} workshop @param {number} wanted @param {string} seed @param {import('./quota.mjs').Tally} tally */
function pythonRemovals(workshop, wanted, seed, tally) {
  return filled(pythonRemovalKinds(workshop), wanted, async (kind, most) => {
    const take = quota({ set: 'removal', language: 'python', kind, tool: 'splice' }, most, tally);
    const sources = relevant(pythonSources(workshop, `${seed} removal ${kind}`), FILE);
    for (let at = 0; at < sources.length && !take.isFull(); at += 200) {
      const some = sources.slice(at, at + 200);
      const tasks = some.map((source) => ({ set: 'removal', kind, seed: `${seed} ${source.file}`, ...source }));
      (await askPython(workshop, tasks)).forEach((tried, index) => take.add(some[index] ?? { file: '' }, tried));
    }
    return take.cases;
  });
}
