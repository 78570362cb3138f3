import type { CodeLine, LinesLostAndGained } from './code-lines.ts';

/** What a change says less and more than before: words as written, their parts (`~path`), and neighbours (`if (`). */
export interface Wording {
  readonly lost: ReadonlySet<string>;
  readonly gained: ReadonlySet<string>;
}

const TOKEN = /[\p{L}_$][\p{L}\p{N}_$]*|\p{N}+|[^\s\p{L}\p{N}_$]{1,3}/gu;
const PART = /\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+/gu;

/** Saying a word twice makes no stronger defence: only which words there are more or fewer of counts, not how many. */
export function wordingOf({ lost, gained }: LinesLostAndGained): Wording {
  const [before, after] = [phrasesIn(lost), phrasesIn(gained)];
  return { lost: moreOf(before, after), gained: moreOf(after, before) };
}

/** The change undone. */
export function undone({ lost, gained }: Wording): Wording {
  return { lost: gained, gained: lost };
}

function moreOf(here: ReadonlyMap<string, number>, there: ReadonlyMap<string, number>): ReadonlySet<string> {
  return new Set([...here].flatMap(([phrase, count]) => (count > (there.get(phrase) ?? 0) ? [phrase] : [])));
}

function phrasesIn(lines: readonly CodeLine[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (phrase: string): void => void counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  for (const { text } of lines) {
    let before: string | undefined;
    for (const token of text.match(TOKEN) ?? []) {
      add(token);
      if (before !== undefined) add(`${before} ${token}`);
      if (/^[\p{L}_$]/u.test(token)) for (const part of token.match(PART) ?? []) add(`~${part.toLowerCase()}`);
      before = token;
    }
  }
  return counts;
}
