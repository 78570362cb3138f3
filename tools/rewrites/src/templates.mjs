// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import { seeded } from './seeded.mjs';
import { idOf } from './quota.mjs';

/** @typedef {import('./pairs.mjs').Case} Case */
/** @typedef {{ whole: string, kind: string, group: string, base: string, head: string }} Mark */

const FOLDER = new URL('../templates/', import.meta.url);
const MARK = /⟦([\w-]+)(#\d+)?: ?([^⟧]*)⟧/gu;
const SLOT = /‹(\w+)›/gu;
/** Where nothing is left of a mark. */
const GAP = '\u0001';

/**
 * Each mark of each template is one removal: the base shows every defence, the head all but that one. Names are drawn
 * anew for every case.
 * @param {'javascript' | 'python'} language @param {number} wanted @param {string} seed @returns {Case[]}
 */
export function templateCases(language, wanted, seed) {
  const random = seeded(`${seed} ${language} templates`);
  const slots = JSON.parse(readFileSync(new URL('slots.json', FOLDER), 'utf8'));
  const marks = templates(language).flatMap((template) =>
    groupsOf(template.text).map((group) => ({ ...template, ...group })),
  );
  /** @type {Case[]} */
  const cases = [];
  const seen = new Set();
  while (cases.length < wanted) {
    for (const { name, text, group, kind } of random.shuffle(marks)) {
      const names = drawn(slots, random);
      const file = `src/${names.noun}-${name.replace('.tpl', '')}`;
      const [base, head] = [undefined, group].map((gone) => ({ file, text: expanded(text, gone, names) }));
      const pairs = [{ base: base ?? null, head: head ?? null }];
      const id = idOf('removal', kind, 'template', pairs);
      if (!seen.has(id)) cases.push({ id, set: 'removal', kind, tool: 'template', language, pairs });
      seen.add(id);
    }
  }
  return cases.slice(0, wanted);
}

/** @param {string} language */
function templates(language) {
  const folder = new URL(`${language}/`, FOLDER);
  const names = readdirSync(folder).filter((name) => name.endsWith('.tpl'));
  return names.sort().map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));
}

/** The marks that change together: those with one number, and each that has none. @param {string} text */
function groupsOf(text) {
  const groups = new Map();
  let at = 0;
  for (const [, kind, number] of text.matchAll(MARK)) {
    groups.set(number ?? `at ${at}`, kind);
    at += 1;
  }
  return [...groups].map(([group, kind]) => ({ group, kind }));
}

/** @param {Record<string, string[]>} slots @param {import('./seeded.mjs').Seeded} random @returns {Record<string, string>} */
function drawn(slots, random) {
  const small = Object.entries(slots).map(([name, choices]) => [name, random.pick(choices) ?? name]);
  return Object.fromEntries(small);
}

/** @param {string} text @param {string | undefined} gone @param {Record<string, string>} names */
function expanded(text, gone, names) {
  let at = 0;
  const shown = text.replace(MARK, (_, _kind, number, content) => {
    const [base = '', head = ''] = content.split(/ ?⇒ ?/u);
    const group = number ?? `at ${at}`;
    at += 1;
    return (group === gone ? head : base) || GAP;
  });
  return named(tidied(shown), names);
}

/** Takes away the lines and the spaces that a gap leaves behind. @param {string} text */
function tidied(text) {
  return text
    .split('\n')
    .filter((line) => !line.includes(GAP) || line.replaceAll(GAP, '').trim() !== '')
    .map((line) =>
      line.includes(GAP)
        ? line
            .replaceAll(GAP, '')
            .replace(/(\S) {2,}(?=\S)/gu, '$1 ')
            .replace(/ +(?=[,;)\]:]|$)/gu, '')
        : line,
    )
    .join('\n');
}

/** @param {string} text @param {Record<string, string>} names */
function named(text, names) {
  return text.replace(SLOT, (_, /** @type {string} */ slot) => {
    const value = names[slot.toLowerCase()];
    if (value === undefined) throw new Error(`no slot ${slot}`);
    if (slot === slot.toUpperCase()) return value.toUpperCase();
    return slot.charAt(0) === slot.charAt(0).toUpperCase() ? value.charAt(0).toUpperCase() + value.slice(1) : value;
  });
}
