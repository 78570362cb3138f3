import { isAboutSecurity } from './fix-words.ts';

/** What the lines of a changelog that are about security point to. */
export interface Mentions {
  /** Of pull requests and issues. */
  readonly numbers: ReadonlySet<string>;
  /** Ids of commits, as short as they were written. */
  readonly commits: ReadonlySet<string>;
}

const CHANGELOG =
  /^(?:docs?\/)?(?:changelog|changes|history|news|release[-_]?notes|security)(?:\.(?:md|rst|txt|adoc))?$/iu;

export function isChangelog(path: string): boolean {
  return CHANGELOG.test(path);
}

export function mentionsIn(changelog: string): Mentions {
  const entries = entriesOf(changelog).filter(isAboutSecurity);
  const found = (pattern: RegExp): ReadonlySet<string> =>
    new Set(entries.flatMap((entry) => [...entry.matchAll(pattern)].flatMap(([, what]) => what ?? [])));
  return {
    numbers: found(/(?:#|\/(?:pull|issues)\/|:(?:issue|pr|pull):`)(\d{1,6})\b/gu),
    // Seven letters of a word can be hexadecimal; with a digit in them it is hardly a word.
    commits: found(/\b(?=[0-9a-f]*\d)([0-9a-f]{7,40})\b/gu),
  };
}

/** The number of what was merged stands at the end of a subject. */
export function isMentioned(
  { id, message }: { readonly id: string; readonly message: string },
  mentions: Mentions,
): boolean {
  const subject = message.split('\n', 1).join('');
  const numbers = [...subject.matchAll(/#(\d{1,6})\b/gu)].flatMap(([, number]) => number ?? []);
  return (
    numbers.some((number) => mentions.numbers.has(number)) ||
    [...mentions.commits].some((short) => id.startsWith(short))
  );
}

/** A list item with the lines that go on below it, or a line. */
function entriesOf(changelog: string): readonly string[] {
  const entries: string[] = [];
  for (const line of changelog.split(/\r?\n/u)) {
    const last = entries.at(-1);
    if (last !== undefined && /^\s{2,}\S/u.test(line) && !/^\s*[-*+] /u.test(line))
      entries[entries.length - 1] = `${last} ${line.trim()}`;
    else entries.push(line);
  }
  return entries;
}
