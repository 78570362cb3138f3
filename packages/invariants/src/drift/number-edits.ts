import type { Sign } from './evidence.ts';
import { subwords } from './subwords.ts';
import type { Tally } from './tally.ts';

const CEILING =
  /^(?:max\w*|limits?|sizes?|lengths?|depth|quota|attempts|tries|retries|ttl|age|expir\w*|lifetime|timeout|threshold|capacity|cap|budget|rate|window)$/u;
const FLOOR = /^(?:min\w*|iterations?|rounds?|cost|bits|salt\w*|entropy|workfactor|keysize|modulus|strength)$/u;
const BOUNDLESS = /\b(?:Infinity|MAX_SAFE_INTEGER|MAX_VALUE|maxsize|inf)\b/u;

/** As a ceiling it is none at all, as a floor it is the lowest. */
const NONE = /^(?:None|null|undefined|-1|0)$/u;

/** Name and value of `name = value`, `name: value` or an argument `name=value`. */
const SETTING = /^([\p{L}_$][\p{L}\p{N}_$.]*|"[^"]*")(?::[^=]{1,40})?[=:](?!=)(.+)$/u;

/** A limit that was raised or taken off, and a number of rounds, bits or characters that was lowered. */
export function countNumbers(tally: Tally, before: readonly Sign[], now: readonly Sign[]): void {
  for (const sign of before) {
    const was = settingOf(sign);
    if (was === undefined) continue;
    const better = directionOf(was.name);
    const is = now.map(settingOf).find((setting) => setting?.name === was.name && setting.value !== was.value);
    const [value, next] = [boundOf(was.value, better), is && boundOf(is.value, better)];
    if (value === undefined || next === undefined || next === value) continue;
    tally.add(next > value ? 'raised a number' : 'lowered a number', sign);
    if (better !== 0) tally.add(next > value === better > 0 ? 'plainly better' : 'plainly worse', sign);
  }
}

interface Setting {
  readonly name: string;
  readonly value: string;
}

function settingOf({ kind, text }: Sign): Setting | undefined {
  if (kind !== 'assignment' && kind !== 'option') return undefined;
  const [, name, value] = SETTING.exec(text) ?? [];
  return name === undefined || value === undefined ? undefined : { name, value };
}

/** 1 where more is safer, -1 where less is, 0 where nobody knows. */
function directionOf(name: string): -1 | 0 | 1 {
  const words = [...subwords(name)];
  if (words.some((word) => FLOOR.test(word))) return 1;
  return words.some((word) => CEILING.test(word)) ? -1 : 0;
}

function boundOf(text: string, better: -1 | 0 | 1): number | undefined {
  if (BOUNDLESS.test(text)) return Infinity;
  if (better !== 0 && NONE.test(text)) return better > 0 ? 0 : Infinity;
  return numberOf(text);
}

/** The value of a number that is written as a product, a sum, a power or a shift. Anything else is none. */
function numberOf(text: string): number | undefined {
  const plain = text.replaceAll('_', '').replaceAll(/[()]/gu, '');
  if (!/^\d[\d.]*(?:(?:\*\*|<<|[*+])\d[\d.]*)*$/u.test(plain)) return undefined;
  const sum = plain.split('+').map((term) => term.split(/(?<!\*)\*(?!\*)/u).map(powerOf));
  return sum.reduce((total, factors) => total + factors.reduce((product, factor) => product * factor, 1), 0);
}

function powerOf(text: string): number {
  const [base, ...rest] = text.split('**');
  if (rest.length > 0) return rest.reduce((value, exponent) => value ** Number(exponent), Number(base));
  const [start, shift] = text.split('<<');
  return shift === undefined ? Number(start) : Number(start) * 2 ** Number(shift);
}
