import type { Data } from './data.ts';

/** A JSON text, also with comments and trailing commas; `undefined` where it is none. */
export function readJson(text: string): Data {
  if (isTooDeep(text)) return undefined;
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    return readJsonWithComments(text);
  }
}

function readJsonWithComments(text: string): Data {
  // A string first, so that `//` in one is no comment.
  const bare = text
    .replace(/("(?:[^"\\\n]|\\.)*"?)|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/gu, (_, said: string | undefined) => said ?? ' ')
    .replace(/("(?:[^"\\\n]|\\.)*"?)|,(?=\s{0,9999}[}\]])/gu, (_, said: string | undefined) => said ?? '');
  try {
    return JSON.parse(bare.replace(/^\uFEFF/u, ''));
  } catch {
    return undefined;
  }
}

/** Nobody nests settings like that, and what walks them calls itself. */
const DEEPEST = 300;

function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [sign] of text.matchAll(/[[\]{}]/gu)) {
    depth += sign === '[' || sign === '{' ? 1 : -1;
    if (depth > DEEPEST) return true;
  }
  return false;
}
