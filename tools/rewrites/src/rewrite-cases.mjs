// @ts-check
import { setImmediate } from 'node:timers/promises';
import { askPython, pythonKinds } from './ask-python.mjs';
import { EDITS, editScript } from './javascript/edit-script.mjs';
import { FORMATS, prettify } from './javascript/formats.mjs';
import { LINT_FIXES, lintFix } from './javascript/lint-fixes.mjs';
import { REFACTORINGS, refactor } from './javascript/refactorings.mjs';
import { filled, quota } from './quota.mjs';
import { seeded } from './seeded.mjs';
import { pythonSources, scriptSources } from './sources.mjs';

/** @typedef {import('./pairs.mjs').Case} Case */
/** @typedef {import('./quota.mjs').Tally} Tally */
/** @typedef {{ kind: string, tool: string, rewrite: (source: import('./sources.mjs').Source) => Promise<import('./javascript/edit-script.mjs').Tried> }} Maker */

/**
 * Rewrites that keep the meaning, half of them in each language, as evenly over the kinds as the sources allow.
 * @param {import('./workshop.mjs').Workshop} workshop @param {number} wanted @param {string} seed @param {Tally} tally
 * @returns {Promise<Case[]>}
 */
export async function rewriteCases(workshop, wanted, seed, tally) {
  const half = Math.ceil(wanted / 2);
  const [python, scripts] = await Promise.all([
    pythonCases(workshop, half, seed, tally),
    scriptCases(workshop, half, seed, tally),
  ]);
  return [...scripts, ...python];
}

/** @param {import('./workshop.mjs').Workshop} workshop @param {number} wanted @param {string} seed @param {Tally} tally */
function scriptCases(workshop, wanted, seed, tally) {
  const each = makers(seed);
  return filled(each, wanted, async (maker, most) => {
    const take = quota({ set: 'rewrite', language: 'javascript', ...maker }, most, tally);
    for (const source of scriptSources(workshop, `${seed} ${maker.kind}`)) {
      if (take.isFull()) break;
      await setImmediate();
      take.add(source, await attempted(maker, source));
    }
    return take.cases;
  });
}

/** A tool that gives up on a file is counted, not hidden. @param {Maker} maker @param {import('./sources.mjs').Source} source */
async function attempted({ rewrite }, source) {
  try {
    return await rewrite(source);
  } catch (error) {
    return { why: 'gave up', detail: String(error) };
  }
}

/** @param {string} seed @returns {Maker[]} */
function makers(seed) {
  const chance = (/** @type {string} */ kind, /** @type {string} */ file) => seeded(`${seed} ${kind} ${file}`);
  return [
    ...EDITS.map((edit) => ({
      kind: edit.kind,
      tool: 'recast',
      rewrite: async (/** @type {import('./sources.mjs').Source} */ source) =>
        editScript(edit, source, chance(edit.kind, source.file)),
    })),
    ...Object.entries(LINT_FIXES).map(([kind, rules]) => ({
      kind,
      tool: 'eslint',
      rewrite: async (/** @type {import('./sources.mjs').Source} */ source) => lintFix(rules, source),
    })),
    ...Object.entries(FORMATS).map(([kind, options]) => ({
      kind,
      tool: 'prettier',
      rewrite: (/** @type {import('./sources.mjs').Source} */ source) => prettify(options, source),
    })),
    ...REFACTORINGS.map((each) => ({
      kind: each.kind,
      tool: 'typescript',
      rewrite: async (/** @type {import('./sources.mjs').Source} */ source) =>
        refactor(each, source, chance(each.kind, source.file)),
    })),
  ];
}

/** @param {import('./workshop.mjs').Workshop} workshop @param {number} wanted @param {string} seed @param {Tally} tally */
function pythonCases(workshop, wanted, seed, tally) {
  return filled(pythonKinds(workshop), wanted, async ({ kind, tool }, most) => {
    const take = quota({ set: 'rewrite', language: 'python', kind, tool }, most, tally);
    const sources = pythonSources(workshop, `${seed} ${kind}`);
    // In handfuls, as most kinds are full after one or two.
    for (let at = 0; at < sources.length && !take.isFull() && at < 400; at += 40) {
      const tasks = sources
        .slice(at, at + 40)
        .map((source) => ({ set: 'rewrite', kind, tool, seed: `${seed} ${source.file}`, ...source }));
      (await askPython(workshop, tasks)).forEach((tried, index) =>
        take.add(/** @type {any} */ (sources[at + index]), tried),
      );
    }
    return take.cases;
  });
}
