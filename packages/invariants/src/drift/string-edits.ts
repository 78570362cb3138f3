import { isSecurity } from './concepts.ts';
import type { Sign } from './evidence.ts';
import { subwords } from './subwords.ts';
import type { Tally } from './tally.ts';

/** A text that lost a part which speaks of a defence, and nothing else: `"Path=/; Secure"` became `"Path=/"`. */
export function countShortened(tally: Tally, before: readonly Sign[], now: readonly Sign[], how: string): void {
  const texts = now.filter(({ kind }) => kind === 'string').map(({ text }) => text);
  for (const sign of before) {
    if (sign.kind !== 'string') continue;
    const parts = texts.map((text) => partLost(sign.text, text));
    if (!parts.some((part) => part !== undefined && isSecurity(subwords(part)))) continue;
    tally.add(`${how} text`, sign);
    tally.add(`plainly ${how}`, sign);
  }
}

/** What stands in one text between a beginning and an end that together are all of the other. */
function partLost(text: string, less: string): string | undefined {
  if (less.length >= text.length) return undefined;
  let start = 0;
  while (start < less.length && text[start] === less[start]) start++;
  const end = text.length - (less.length - start);
  return text.slice(end) === less.slice(start) ? text.slice(start, end) : undefined;
}
