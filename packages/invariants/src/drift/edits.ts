import { isSecurity } from './concepts.ts';
import type { Sign, Way } from './evidence.ts';
import { countNumbers } from './number-edits.ts';
import type { Tally } from './tally.ts';

/** More elements than these of one function were rewritten, not edited. */
const MOST_IN_FUNCTION = 60;

const TRUTH = /\b(?:true|false|True|False)\b/gu;

/** What became of elements that are still there, but say something else. */
export function countEdits(tally: Tally, lost: Way, gained: Way): void {
  const after = bySymbol(gained);
  for (const [symbol, before] of bySymbol(lost)) {
    const now = after.get(symbol) ?? [];
    if (before.length > MOST_IN_FUNCTION || now.length > MOST_IN_FUNCTION) continue;
    countConditions(tally, before, now);
    countSwitches(tally, before, now);
    countNumbers(tally, before, now);
    countDropped(tally, before, now, 'plainly worse');
  }
  const earlier = bySymbol(lost);
  for (const [symbol, now] of bySymbol(gained)) {
    const before = earlier.get(symbol) ?? [];
    if (before.length <= MOST_IN_FUNCTION && now.length <= MOST_IN_FUNCTION)
      countDropped(tally, now, before, 'plainly better');
  }
  for (const sign of lost.signs) countItem(tally, sign, 'denied item');
  for (const sign of gained.signs) countItem(tally, sign, 'allowed item');
}

function bySymbol({ signs }: Way): ReadonlyMap<string, readonly Sign[]> {
  const groups = new Map<string, Sign[]>();
  for (const sign of signs) {
    const group = groups.get(sign.symbol);
    if (group) group.push(sign);
    else groups.set(sign.symbol, [sign]);
  }
  return groups;
}

/**
 * A guard is written as what must hold for it to refuse: with more terms it refuses less. `a` that became `a & b` is weaker, and
 * the other way round stricter.
 */
function countConditions(tally: Tally, before: readonly Sign[], now: readonly Sign[]): void {
  for (const kind of ['guard', 'branch']) {
    for (const was of before.filter((sign) => sign.kind === kind)) {
      for (const is of now.filter((sign) => sign.kind === kind)) {
        if (hasMoreTerms(is.text, was.text)) tally.add(`weaker ${kind}`, was);
        else if (hasMoreTerms(was.text, is.text)) tally.add(`stricter ${kind}`, was);
      }
    }
  }
}

/** Whether one has all terms of the other and more. Whole terms: `n<100` is not `n<10` and something, nor `not a` more than `a`. */
function hasMoreTerms(one: string, other: string): boolean {
  const [terms, less] = [one.split(' & '), other.split(' & ')];
  return terms.length > less.length && less.every((term) => terms.includes(term));
}

/** Names of what is safer while it is off. */
const DISABLING =
  /skip|insecure|disabl|allow|unsafe|ignore|bypass|dangerous|trust|permit|exempt|debug|unverified|(?:^|["_.])no(?=[_A-Z])/iu;

/** An option or a constant that was switched over. */
function countSwitches(tally: Tally, before: readonly Sign[], now: readonly Sign[]): void {
  for (const sign of before) {
    const shape = sign.text.replace(TRUTH, '#');
    if (shape === sign.text || sign.kind === 'bool') continue;
    const other = now.find(
      ({ kind, text }) => kind === sign.kind && text !== sign.text && text.replace(TRUTH, '#') === shape,
    );
    if (other === undefined) continue;
    const isOn = /\btrue\b/iu.test(other.text);
    tally.add(isOn ? 'switched on' : 'switched off', sign);
    const isDefence = isOn !== DISABLING.test(sign.text);
    if (isSecurity(sign.words)) tally.add(isDefence ? 'plainly better' : 'plainly worse', sign);
  }
}

/** `x = check(y)` became a bare `check(y)`: what was checked is no longer what is used. */
function countDropped(tally: Tally, before: readonly Sign[], now: readonly Sign[], name: string): void {
  for (const sign of before) {
    if (sign.kind !== 'assignment' || !sign.stays) continue;
    const call = sign.text.slice(sign.text.indexOf('=') + 1);
    if (!/^(?:await )?[\p{L}_$][\p{L}\p{N}_$.]*\(/u.test(call)) continue;
    if (before.some(({ kind, text }) => kind === 'call' && call.includes(text))) continue;
    if (now.some(({ text }) => text.includes(call))) continue;
    tally.add(name, sign);
  }
}

/** A name that went from a list of what is refused, or came to a list of what is let through. */
function countItem(tally: Tally, sign: Sign, bad: 'denied item' | 'allowed item'): void {
  if (sign.detail !== 'denied item' && sign.detail !== 'allowed item') return;
  tally.add(sign.detail === bad ? 'plainly worse' : 'plainly better', sign);
}
