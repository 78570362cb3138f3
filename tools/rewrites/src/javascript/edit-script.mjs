// @ts-check
import { ASYNC_REWRITES } from './async-rewrites.mjs';
import { canonical } from './canonical.mjs';
import { NAME_REWRITES } from './name-rewrites.mjs';
import { parsePlain, parseToEdit, print } from './script.mjs';
import { TURN_REWRITES } from './turn-rewrites.mjs';

/** @typedef {import('./script.mjs').Path} Path */
/** @typedef {import('../sources.mjs').Source} Source */
/**
 * @typedef {object} Site What a rewrite may use and must tell.
 * @property {import('@babel/types').File} tree
 * @property {string} file
 * @property {import('../seeded.mjs').Seeded} random
 * @property {(name: string) => string} fresh A name that the file does not hold yet.
 * @property {{ names: Record<string, string>, inlined?: string }} undo How the check reads the rewrite back.
 */
/**
 * @typedef {object} Rewrite
 * @property {string} kind
 * @property {(tree: import('@babel/types').File) => Path[]} candidates
 * @property {(path: Path, site: Site) => void} apply
 * @property {boolean} [unproved] Whether the check cannot follow it, so that its own conditions must be enough.
 * @property {number} [most] How many places it may change at once; three if not said.
 */
/**
 * @typedef {object} Tried
 * @property {import('../pairs.mjs').Pair[]} [pairs]
 * @property {'canonical' | 'parses'} [proof]
 * @property {string} [why] Why there are none: `nothing` to do, `unparsable`, or the meaning was `changed`.
 */

export const EDITS = [...TURN_REWRITES, ...NAME_REWRITES, ...ASYNC_REWRITES];

/** @param {Rewrite} rewrite @param {Source} source @param {import('../seeded.mjs').Seeded} random @returns {Tried} */
export function editScript(rewrite, { file, text }, random) {
  const count = rewrite.candidates(parseToEdit(text, file)).length;
  if (count === 0) return { why: 'nothing' };
  const tree = parseToEdit(text, file);
  const used = new Set(text.match(/[\w$]+/gu));
  /** @type {Site} */
  const site = { tree, file, random, fresh: (name) => fresh(name, used), undo: { names: {} } };
  for (let turn = 0; turn < Math.min(rewrite.most ?? 3, count); turn += 1) {
    // Looked for anew each time: a change moves what stands around it.
    const path = random.pick(rewrite.candidates(tree));
    if (path) rewrite.apply(path, site);
  }
  const head = print(tree, text);
  if (!rewrite.unproved) return proved(file, text, head, site.undo);
  if (!parses(head, file)) return { why: 'unparsable' };
  return { pairs: [{ base: { file, text }, head: { file, text: head } }], proof: 'parses' };
}

/**
 * A pair only where both sides parse and mean the same.
 * @param {string} file @param {string} base @param {string} head @param {import('./canonical.mjs').Undo} [undo] @returns {Tried}
 */
export function proved(file, base, head, undo = {}) {
  if (head === base) return { why: 'nothing' };
  if (!parses(head, file)) return { why: 'unparsable' };
  if (canonical(base, file) !== canonical(head, file, undo)) return { why: 'changed' };
  return { pairs: [{ base: { file, text: base }, head: { file, text: head } }], proof: 'canonical' };
}

/** @param {string} text @param {string} file */
export function parses(text, file) {
  try {
    parsePlain(text, file);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** @param {string} name @param {Set<string>} used */
function fresh(name, used) {
  let made = name;
  for (let number = 2; used.has(made); number += 1) made = `${name}${number}`;
  used.add(made);
  return made;
}
