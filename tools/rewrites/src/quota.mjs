// @ts-check
import { createHash } from 'node:crypto';

/** @typedef {import('./pairs.mjs').Case} Case */
/** @typedef {Map<string, Map<string, number>>} Tally What came of the attempts, by language and kind. */
/** @typedef {Pick<Case, 'set' | 'language' | 'kind' | 'tool'>} Label */

/** One package may not fill a kind, and one file may be in it once. */
const MOST_OF_A_PACKAGE = 4;

/** @param {Label} label @param {number} most @param {Tally} tally */
export function quota({ set, language, kind, tool }, most, tally) {
  /** @type {Case[]} */
  const cases = [];
  /** @type {Map<string, number>} */
  const packages = new Map();
  return {
    cases,
    isFull: () => cases.length >= most,
    /** @param {{ file: string }} source @param {{ pairs?: import('./pairs.mjs').Pair[], proof?: string, why?: string }} tried */
    add({ file }, { pairs, proof, why }) {
      const owner = file.split('/')[0] ?? file;
      const own = packages.get(owner) ?? 0;
      if (cases.length >= most) return;
      if (!pairs) return count(tally, `${set} ${language} ${kind}`, why ?? 'nothing');
      if (own >= MOST_OF_A_PACKAGE) return;
      packages.set(owner, own + 1);
      count(tally, `${set} ${language} ${kind}`, proof ?? 'made');
      cases.push({ id: idOf(set, kind, tool, pairs), set, kind, tool, language, ...(proof && { proof }), pairs });
    },
  };
}

/** @param {Tally} tally @param {string} key @param {string} what */
export function count(tally, key, what) {
  const row = tally.get(key) ?? new Map();
  tally.set(key, row.set(what, (row.get(what) ?? 0) + 1));
}

/**
 * Asks each maker for its share; what some cannot fill is shared among the others.
 * @template M
 * @param {readonly M[]} makers @param {number} wanted @param {(maker: M, most: number) => Promise<Case[]>} make
 * @returns {Promise<Case[]>}
 */
export async function filled(makers, wanted, make) {
  // Twice the even share: some kinds are rare in any code.
  const most = Math.ceil((2 * wanted) / makers.length);
  const made = [];
  for (const maker of makers) made.push(await make(maker, most));
  return evenly(made, wanted);
}

/** The first of each list, then the second, and so on. @param {readonly Case[][]} lists @param {number} wanted */
function evenly(lists, wanted) {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  const turns = Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1)));
  const seen = new Set();
  const unique = turns.flat().filter(({ id }) => !seen.has(id) && seen.add(id));
  return unique.slice(0, wanted);
}

/** The same case has the same id in every run. @param {string} set @param {string} kind @param {string} tool @param {import('./pairs.mjs').Pair[]} pairs */
export function idOf(set, kind, tool, pairs) {
  const digest = createHash('sha256')
    .update(JSON.stringify([tool, pairs]))
    .digest('hex')
    .slice(0, 10);
  return `${set}.${kind}.${digest}`;
}
