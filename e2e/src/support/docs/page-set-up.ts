import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Answer } from '../converse.ts';

/** What a page takes for granted. */
export interface SetUp {
  /** Shell commands at the start of the page. */
  readonly first: string;
  /** Shell commands before the first block under a heading, or before the command that begins with a line. */
  readonly before: ReadonlyMap<string, string>;
  /** What stands for something in the page, and what it stands for here, as the shell reads it. */
  readonly instead: ReadonlyMap<string, string>;
  /** How commands that begin so end, where they do not succeed. */
  readonly exits: ReadonlyMap<string, string>;
  /** Whether the page is typed at a terminal. */
  readonly isAtTerminal: boolean;
  /** What is typed when a question appears, in their order. */
  readonly answers: readonly Answer[];
}

const FOLDER = fileURLToPath(new URL('../../fixtures/docs/', import.meta.url));

/** Where the set-up of a page lies: `docs/server.md` has `docs-server.sh`. */
export function setUpFile(page: string): string {
  return `${FOLDER}${page.replace(/\.md$/u, '').replaceAll('/', '-')}.sh`;
}

/**
 * Reads the set-up of a page, a shell script in which these lines say more:
 *
 * - `#! before: HEADING`: what follows is done before the first block under that heading, and not at the start. The first
 *   line of a command stands for that command;
 * - `#! instead: WRITTEN -> MEANT`: a placeholder of the page, and what the shell gets;
 * - `#! exits: COMMAND -> STATUS`: how a line that begins so ends, where it does not succeed;
 * - `#! terminal`: the page is typed at a terminal;
 * - `#! type: PROMPT -> ANSWER`: what is typed there. `CASE` is the number of the last case on the screen, `ENTER`
 *   nothing but that key.
 */
export function setUpOf(page: string): SetUp {
  const file = setUpFile(page);
  return readSetUp(existsSync(file) ? readFileSync(file, 'utf8') : '');
}

export function readSetUp(text: string): SetUp {
  const [first = '', ...sections] = text.split(/^#! before: /mu);
  const before = sections.map((section) => {
    const end = section.indexOf('\n');
    return [section.slice(0, end), section.slice(end + 1)] as const;
  });
  const said = (word: string): readonly (readonly [string, string])[] =>
    [...text.matchAll(new RegExp(`^#! ${word}: (.+) -> (.+)$`, 'gmu'))].map(([, from = '', to = '']) => [from, to]);
  return {
    first,
    before: new Map(before),
    instead: new Map(said('instead')),
    exits: new Map(said('exits')),
    isAtTerminal: /^#! terminal$/mu.test(text),
    answers: said('type').map(([prompt, answer]) => [prompt, ANSWERS.get(answer) ?? answer]),
  };
}

const ANSWERS: ReadonlyMap<string, Answer[1]> = new Map<string, Answer[1]>([
  ['CASE', lastCase],
  ['ENTER', ''],
]);

function lastCase(said: string): string {
  const number = [...said.matchAll(/\b(?=[0-9a-f]*\d)[0-9a-f]{8}\b/gu)].at(-1)?.[0];
  if (number === undefined) throw new Error(`no case on the screen:\n${said}`);
  return number;
}
