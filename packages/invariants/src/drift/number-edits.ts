import { boundOf } from './bound-of.ts';
import type { Sign } from './evidence.ts';
import { subwords } from './subwords.ts';
import type { Tally } from './tally.ts';

const CEILING =
  /^(?:max\w*|limits?|sizes?|lengths?|depth|quota|attempts|tries|retries|ttl|age|expir\w*|lifetime|timeout|threshold|capacity|cap|budget|rate|window|lte?|le)$/u;
const FLOOR = /^(?:min\w*|iterations?|rounds?|cost|bits|salt\w*|entropy|workfactor|keysize|modulus|strength|gte?|ge)$/u;

/** What is stronger the longer it is, and a word for its length. */
const SECRET = /^(?:key|token|nonce|iv|secret|password|passphrase|otp|pin)$/u;
const LENGTH = /^(?:bytes?|size|length|len|chars|digits)$/u;

/** Name and value of `name = value`, `name: value`, `names["name"] = value` or an argument `name=value`. */
const SETTING = /^([\p{L}_$][\p{L}\p{N}_$.]*(?:\["[^"]*"\])?|"[^"]*")(?::[^=]{1,40})?[=:](?!=)(.+)$/u;

/** Name and value of a limit that is set by a call, as in `text().max(80)`. */
const LIMITING = /\.(max|min|limit|lte?|gte?|(?:max|min)[\p{L}_]{1,20})\(([^(),]{1,40})\)$/u;

/** A limit that was raised or taken off, and a number of rounds, bits or characters that was lowered. */
export function countNumbers(tally: Tally, before: readonly Sign[], now: readonly Sign[]): void {
  for (const sign of before) {
    const was = settingOf(sign);
    if (was === undefined) continue;
    const better = directionOf(was.name);
    const is = now.map(settingOf).find((setting) => setting?.key === was.key && setting.value !== was.value);
    const [value, next] = [boundOf(was.value, better), is && boundOf(is.value, better)];
    if (value === undefined || next === undefined || next === value) continue;
    tally.add(next > value ? 'raised a number' : 'lowered a number', sign);
    if (better === 0) continue;
    const how = next > value === better > 0 ? 'better' : 'worse';
    tally.add(`plainly ${how}`, sign);
    tally.add(`${how} bound`, sign);
  }
}

interface Setting {
  /** What it belongs to: equal for a setting before and after. */
  readonly key: string;
  readonly name: string;
  readonly value: string;
}

function settingOf({ kind, text }: Sign): Setting | undefined {
  if (kind === 'call') {
    const [whole, name, value] = LIMITING.exec(text) ?? [];
    if (whole === undefined || name === undefined || value === undefined) return undefined;
    return { key: text.slice(0, text.length - whole.length + name.length + 1), name, value };
  }
  if (kind !== 'assignment' && kind !== 'option') return undefined;
  const [, name, value] = SETTING.exec(text) ?? [];
  return name === undefined || value === undefined ? undefined : { key: name, name, value };
}

/** 1 where more is safer, -1 where less is, 0 where nobody knows. */
function directionOf(name: string): -1 | 0 | 1 {
  const words = [...subwords(name)];
  if (words.some((word) => FLOOR.test(word))) return 1;
  const isUpper = words.some((word) => word.startsWith('max') || word.startsWith('limit'));
  if (!isUpper && words.some((word) => SECRET.test(word)) && words.some((word) => LENGTH.test(word))) return 1;
  return words.some((word) => CEILING.test(word)) ? -1 : 0;
}
