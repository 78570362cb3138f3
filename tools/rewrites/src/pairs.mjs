// @ts-check

/**
 * @typedef {object} Text
 * @property {string} file
 * @property {string} text
 * @typedef {{ base: Text | null, head: Text | null }} Pair
 */
/**
 * @typedef {object} Case
 * @property {string} id
 * @property {'rewrite' | 'removal'} set
 * @property {string} kind
 * @property {string} tool What made it.
 * @property {'javascript' | 'python'} language
 * @property {string} [proof] How it is known that a rewrite kept the meaning: `canonical` or `parses`.
 * @property {Pair[]} pairs
 */
