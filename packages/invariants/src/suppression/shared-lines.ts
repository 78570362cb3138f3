import { Multiset } from '../multiset.ts';

/** Lines that are like no other by chance: brackets, keywords and blank lines are everywhere. */
export function tellingLines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim().replace(/\s+/gu, ' '))
    .filter(
      (line) =>
        line.length >= 10 && /[A-Za-z_]\w*\s*[(=.:[]/u.test(line) && !/^(?:\/\/|#|\*|\/\*|import\b|from\b)/u.test(line),
    );
}

/** The lines that one text has more of than another. */
export function linesMore(text: string, than: string): readonly string[] {
  const others = new Multiset();
  for (const line of tellingLines(than)) others.add(line);
  return tellingLines(text).filter((line) => !others.take(line));
}

/** How many of some lines are among others. */
export function countShared(lines: readonly string[], others: readonly string[]): number {
  const bag = new Multiset();
  for (const line of others) bag.add(line);
  return lines.filter((line) => bag.take(line)).length;
}
