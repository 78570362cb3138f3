import type { InvariantFinding } from '@pawl/findings';
import { symbolOf } from '@pawl/syntax';
import { toInvariantFinding } from '../defence-kind.ts';
import { subtractBoth } from '../multiset.ts';
import { hiddenCode } from './hidden-code.ts';
import { hollowDefence } from './hollow-defence.ts';
import { lookalikeName } from './lookalike-name.ts';
import { type Hunk, lineHunks } from '../line-hunks.ts';
import type { Against, Disguise, Mark, ReadText } from './mark.ts';
import { misleadingCharacters } from './misleading-characters.ts';

const DISGUISES: readonly Disguise[] = [hiddenCode, misleadingCharacters, lookalikeName, hollowDefence];

/** Rule → what it means, for documentation. */
export const DISGUISE_RULES: Readonly<Record<string, string>> = Object.assign(
  {},
  ...DISGUISES.map(({ rules }) => rules),
) as Readonly<Record<string, string>>;

interface ReadPair {
  readonly base: ReadText | undefined;
  readonly head: ReadText | undefined;
}

interface Found {
  readonly read: ReadText;
  readonly mark: Mark;
}

/**
 * What head has more of, over the whole change, that reads otherwise than it runs. No score weighs it and no parser has to
 * understand the file: that it cannot be read as it is meant is the point. What is alike in one file is told once, with its number.
 */
export function disguisedCode(pairs: readonly ReadPair[]): readonly InvariantFinding[] {
  const differing = pairs.filter(({ base, head }) => base?.source.text !== head?.source.text);
  const compared = differing.map((pair) => ({ ...pair, hunks: hunksOf(pair) }));
  const before = compared.flatMap(({ base, hunks }) =>
    base ? foundIn(base, { base: undefined, lines: () => hunks().map((hunk) => hunk.base) }) : [],
  );
  const after = compared.flatMap(({ base, head, hunks }) =>
    head ? foundIn(head, { base, lines: () => hunks().map((hunk) => hunk.head) }) : [],
  );
  const added = subtractBoth(before, after, ({ mark }) => mark.key).head;
  const together = new Map<string, Found[]>();
  for (const found of added) {
    const name = JSON.stringify([found.read.source.file, found.mark.together ?? found.mark.key]);
    const others = together.get(name);
    if (others) others.push(found);
    else together.set(name, [found]);
  }
  return [...together.values()].flatMap(told);
}

/** Found once, and only where somebody asks: most texts are plain. */
function hunksOf({ base, head }: ReadPair): () => readonly Hunk[] {
  let hunks: readonly Hunk[] | undefined;
  return () => (hunks ??= lineHunks(base?.source.text ?? '', head?.source.text ?? ''));
}

function foundIn(read: ReadText, against: Against): readonly Found[] {
  return DISGUISES.flatMap((disguise) => disguise.marks(read, against)).map((mark) => ({ read, mark }));
}

function told(found: readonly Found[]): readonly InvariantFinding[] {
  const first = found[0];
  if (first === undefined) return [];
  const { read, mark } = first;
  const { rule, severity, cwe, message, offset, snippet } = mark;
  const node = read.tree?.nodeAt(offset);
  const times = found.length === 1 ? '' : ` (${found.length} times)`;
  return [
    toInvariantFinding({
      kind: 'disguised-code',
      rule,
      severity,
      message: `${message}${times}`,
      cwe,
      at: { file: read.source.file, line: lineAt(read.source.text, offset) },
      symbol: node === undefined ? '' : symbolOf(node),
      snippet,
    }),
  ];
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/u).length;
}
