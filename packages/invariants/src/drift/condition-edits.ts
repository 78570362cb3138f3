import { boundOf } from './bound-of.ts';
import type { Sign } from './evidence.ts';
import type { Tally } from './tally.ts';

/** Names of what is safer while it is off. */
export const DISABLING: RegExp =
  /skip|insecure|disabl|allow|unsafe|ignore|bypass|dangerous|trust|permit|exempt|debug|unverified|lenient|force|(?:^|["_.])no(?=[_A-Z])/iu;

/** What is asked about how and where code runs, and not about what is checked. */
const SURROUNDINGS = /\bprocess\.env\b|\bos\.(?:environ|getenv)\b|\bimport\.meta\.env\b|__debug__|\bNODE_ENV\b/u;

/**
 * A guard is written as what must hold for it to refuse: with more terms it refuses less. `a` that became `a & b` is weaker, and
 * the other way round stricter.
 */
export function countConditions(tally: Tally, before: readonly Sign[], now: readonly Sign[]): void {
  for (const kind of ['guard', 'branch']) {
    for (const was of before.filter((sign) => sign.kind === kind)) {
      for (const is of now.filter((sign) => sign.kind === kind)) {
        countTerms(tally, kind, was, is);
        if (kind === 'guard') countBounds(tally, was, is);
      }
    }
  }
}

function countTerms(tally: Tally, kind: string, was: Sign, is: Sign): void {
  const [added, dropped] = [moreTerms(is.text, was.text), moreTerms(was.text, is.text)];
  if (added.length > 0) tally.add(`weaker ${kind}`, was);
  else if (dropped.length > 0) tally.add(`stricter ${kind}`, was);
  if (kind !== 'guard') return;
  if (added.some((term) => isSwitch(term, is))) countSwitch(tally, 'worse', was);
  else if (dropped.some((term) => isSwitch(term, was))) countSwitch(tally, 'better', was);
}

function countSwitch(tally: Tally, how: 'worse' | 'better', sign: Sign): void {
  tally.add(`${how} guard behind a switch`, sign);
  tally.add(`plainly ${how}`, sign);
}

/** What one has beside all terms of the other. Whole terms: `n<100` is not `n<10` and something, nor `not a` more than `a`. */
function moreTerms(one: string, other: string): readonly string[] {
  const [terms, less] = [one.split(' & '), other.split(' & ')];
  if (terms.length <= less.length || !less.every((term) => terms.includes(term))) return [];
  return terms.filter((term) => !less.includes(term));
}

/** Whether somebody outside, or a setting, says by it that nothing is refused. */
function isSwitch(term: string, { side }: Sign): boolean {
  return SURROUNDINGS.test(term) || DISABLING.test(term) || side.tree.profile.requestData.test(term);
}

const BOUND = /^(not )?(?:(.+)(<)([\d_.]+)|([\d_.]+)(<)(.+))$/u;

/** `n<10` that became `n<1` refuses less, and so does `10<n` that became `100<n`. */
function countBounds(tally: Tally, was: Sign, is: Sign): void {
  const [terms, others] = [was.text.split(' & '), is.text.split(' & ')];
  const [gone, come] = [without(terms, others), without(others, terms)];
  const [before, after] = [gone[0], come[0]].map((term) => BOUND.exec(term ?? ''));
  if (gone.length !== 1 || come.length !== 1 || !before || !after) return;
  const isSame = [1, 2, 7].every((part) => before[part] === after[part]);
  const [value, next] = [before, after].map((bound) => boundOf(bound[4] ?? bound[5] ?? '', 0));
  if (!isSame || value === undefined || next === undefined || value === next) return;
  const isFloor = (before[4] !== undefined) !== (before[1] !== undefined);
  const how = next < value === isFloor ? 'worse' : 'better';
  tally.add(`${how} bound`, was);
  tally.add(`plainly ${how}`, was);
}

function without(terms: readonly string[], others: readonly string[]): readonly string[] {
  return terms.filter((term) => !others.includes(term));
}
