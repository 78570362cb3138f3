import { isSecurity } from './concepts.ts';
import { countConditions, DISABLING } from './condition-edits.ts';
import type { Sign, Way } from './evidence.ts';
import { countNumbers } from './number-edits.ts';
import { countRawValues } from './raw-values.ts';
import { countShortened } from './string-edits.ts';
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
    countRawValues(tally, before, now, 'worse');
    countShortened(tally, before, now, 'worse');
    countDecorators(tally, before, now, 'worse');
  }
  const earlier = bySymbol(lost);
  for (const [symbol, now] of bySymbol(gained)) {
    const before = earlier.get(symbol) ?? [];
    if (before.length > MOST_IN_FUNCTION || now.length > MOST_IN_FUNCTION) continue;
    countDropped(tally, now, before, 'plainly better');
    countRawValues(tally, now, before, 'better');
    countShortened(tally, now, before, 'better');
    countDecorators(tally, now, before, 'better');
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

/** A decorator that speaks of a defence, and none in its place. */
function countDecorators(tally: Tally, before: readonly Sign[], now: readonly Sign[], how: string): void {
  if (now.some(({ kind }) => kind === 'decorator')) return;
  for (const sign of before) {
    if (sign.kind !== 'decorator' || !sign.stays || !isSecurity(sign.words)) continue;
    tally.add(`${how} decorator`, sign);
    tally.add(`plainly ${how}`, sign);
  }
}

/** What lets everything through, or nobody would let through by its name, on whatever list it stands. */
const WIDEST = /^"(?:\*|\.\*|none|0\.0\.0\.0\/0|::\/0|__\w+__)"$/iu;

/** A name that went from a list of what is refused, or came to a list of what is let through. */
function countItem(tally: Tally, sign: Sign, bad: 'denied item' | 'allowed item'): void {
  const { text, detail } = sign;
  const meaning = detail === 'item' && WIDEST.test(text) ? 'allowed item' : detail;
  if (meaning !== 'denied item' && meaning !== 'allowed item') return;
  const how = meaning === bad ? 'worse' : 'better';
  tally.add(`${how} list`, sign);
  tally.add(`plainly ${how}`, sign);
}
