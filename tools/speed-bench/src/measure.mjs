// @ts-check
import { stage } from './commit.mjs';
import { peakMemory } from './peak-memory.mjs';
import { summary } from './summary.mjs';

/** @typedef {import('./run.mjs').Where} Where */
/** @typedef {ReturnType<typeof measure>} Measured */

/**
 * Commits the same change with and without the hook, in turns and in turn first, so that a machine that gets slower or
 * faster meanwhile counts for both, and nobody always finds the objects written already.
 * @param {Where} where @param {import('./cases.mjs').Case} each @param {number} runs
 */
export function measure(where, each, runs) {
  const pairs = [];
  for (let number = 0; number <= runs; number += 1) {
    const staged = stage(where, each.edit(number + 1));
    /** @param {'bare' | 'hook'} kind */
    const time = (kind) => mustPass(staged.commit(kind));
    const hookFirst = number % 2 === 0 ? time('hook') : undefined;
    const bare = time('bare');
    const hook = hookFirst ?? time('hook');
    // The first pair warms the file cache.
    if (number > 0) pairs.push({ bare, hook });
    staged.unstage();
  }
  const staged = stage(where, each.edit(runs + 2));
  const peak = peakMemory(where);
  staged.unstage();
  return {
    name: each.name,
    bare: summary(pairs.map(({ bare }) => bare)),
    hook: summary(pairs.map(({ hook }) => hook)),
    added: summary(pairs.map(({ bare, hook }) => hook - bare)),
    peakMegabytes: peak.megabytes,
    peakMeasuredBy: peak.by,
  };
}

/** @param {ReturnType<import('./run.mjs').run>} ran */
function mustPass({ status, stderr, milliseconds }) {
  if (status !== 0) throw new Error(`a commit that is clean was refused: ${stderr}`);
  return milliseconds;
}
