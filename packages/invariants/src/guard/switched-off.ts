import { type InvariantFinding, normaliseCode } from '@pawl/findings';
import { symbolOf } from '@pawl/syntax';
import { type Change, sidesOf } from '../change.ts';
import { plainCode } from '../plain-code.ts';
import { guardFacts } from './guard-facts.ts';

/**
 * Whether a guard that refuses less still stands, and a constant or the environment keeps it from refusing (E07): `ok || true`,
 * `STRICT && !ok`. No score weighs that: whoever keeps a check and puts a switch before it knows that it is one.
 */
export function isSwitchedOff({ rule, location, snippet }: InvariantFinding, change: Change): boolean {
  if (rule !== 'lost-guard' && rule !== 'weakened-guard') return false;
  const asked = questionIn(normaliseCode(snippet).replaceAll('?.', '.'));
  if (asked.length < SHORTEST) return false;
  return sidesOf(change, 'head')
    .filter(({ source }) => source.file === location.file)
    .flatMap(guardFacts)
    .filter(({ node }) => symbolOf(node) === location.symbol)
    .some(({ condition }) => {
      const code = plainCode(condition);
      return code.includes(asked) && isSwitch(code.replace(asked, ' '));
    });
}

/** A shorter condition stands in any other. */
const SHORTEST = 5;

/** What a condition asks, whichever way round. */
function questionIn(code: string): string {
  const positive = code.replace(/^(?:!|not(?= |\()|\s)+/u, '');
  const inner = /^\((.*)\)$/u.exec(positive)?.[1];
  return inner !== undefined && isBalanced(inner) ? questionIn(inner) : positive;
}

function isBalanced(code: string): boolean {
  let open = 0;
  for (const character of code) {
    if (character === '(') open += 1;
    if (character === ')') open -= 1;
    if (open < 0) return false;
  }
  return open === 0;
}

const CONSTANT = /^(?:true|false|True|False|TRUE|FALSE|0|1)$/u;
const ENVIRONMENT =
  /^(?:process\.env|import\.meta\.env|os\.(?:environ|getenv)|environ|getenv|Deno\.env|System\.(?:getenv|getProperty)|ENV|std::env::var|Environment\.GetEnvironmentVariable)(?:\.\w+)*$|^__DEV__$/u;
const BETWEEN = /^(?:not|and|or|is|in|null|None|undefined|nil|get|Boolean|Number|bool|int|str|lower|toLowerCase)$/u;

/** What is left of a condition holds nothing but constants and the environment, at least one of them, and what joins it to the rest. */
function isSwitch(rest: string): boolean {
  const words = rest.replace(/"[^"]*"|`[^`]*`/gu, ' ').match(/[\p{L}_$][\w$.:]*|\d+/gu) ?? [];
  const isTurned = (word: string): boolean => CONSTANT.test(word) || ENVIRONMENT.test(word);
  if (!/&&|\|\||\b(?:and|or)\b/u.test(rest)) return false;
  return words.some(isTurned) && words.every((word) => isTurned(word) || BETWEEN.test(word.replace(/^\./u, '')));
}
