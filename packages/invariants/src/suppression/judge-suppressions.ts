import { suppressionDelta } from '@pawl/baseline';
import type { Suppression } from '@pawl/findings';
import { languageOf, type Syntax } from '@pawl/syntax';
import { readSide, type ReadSide } from '../read-side.ts';
import type { FilePair, SourceText } from '../source-text.ts';
import { ANNOTATION_MARK } from './annotations.ts';
import { DIRECTIVE_MARK } from './directives.ts';
import { isWithinPattern } from './glob.ts';
import { hiddenMoves } from './hidden-moves.ts';
import { introducedInCode, type SilencedText } from './introduced-in-code.ts';
import { suppressionsInSettings } from './settings/suppressions-in-settings.ts';
import { suppressionsInText } from './suppressions-in-text.ts';

export interface SuppressionOptions {
  /** The settings of scanners in head that did not change: a file may move to where they do not look. */
  readonly settings?: readonly SourceText[];
  /** What `judgeInvariants` said of the code of the same change: then no file is parsed a second time. */
  readonly inCode?: readonly Suppression[];
}

/** Beyond that many comparisons nobody asks which of the new ones are narrower: a baseline of thousands is new as it is. */
const MOST_COMPARED = 200_000;

/**
 * What a change silences that was not silenced before: comments and annotations, settings of scanners, and code that is taken out of
 * sight. Takes all changed texts, code or not. What moved, was removed or is narrower is not told. Throws only where a
 * grammar cannot be loaded.
 */
export async function judgeSuppressions(
  pairs: readonly FilePair[],
  syntax: Syntax,
  { settings = [], inCode }: SuppressionOptions = {},
): Promise<readonly Suppression[]> {
  const changed = pairs.filter(({ base, head }) => base?.text !== head?.text || base?.file !== head?.file);
  return [
    ...(inCode ?? (await introducedInComments(changed, syntax))),
    ...introducedInText(changed),
    ...(await introducedInSettings(changed)),
    ...hiddenMoves(changed, await ignoredIn([...settings, ...changed.flatMap(({ head }) => head ?? [])])),
  ];
}

/** Only files with a mark of a directive are parsed. */
async function introducedInComments(pairs: readonly FilePair[], syntax: Syntax): Promise<readonly Suppression[]> {
  const marked = pairs.filter((pair) => [pair.base, pair.head].some((source) => source && isMarked(source)));
  if (marked.length === 0) return [];
  const read: ReadSide[] = [];
  const silenced = async (source: SourceText | undefined): Promise<SilencedText | undefined> => {
    if (source === undefined) return undefined;
    const side = await readSide(source, syntax);
    read.push(side);
    return { text: source.text, silencings: side.suppressions, under: side.under };
  };
  try {
    const sides: { readonly base: SilencedText | undefined; readonly head: SilencedText | undefined }[] = [];
    for (const { base, head } of marked) sides.push({ base: await silenced(base), head: await silenced(head) });
    return introducedInCode(sides);
  } finally {
    for (const { tree } of read) tree?.release();
  }
}

function isMarked({ file, text }: SourceText): boolean {
  if (languageOf(file, text.slice(0, 200).split('\n', 1)[0]) === undefined) return false;
  return text.search(DIRECTIVE_MARK) !== -1 || ANNOTATION_MARK.test(text);
}

function introducedInText(pairs: readonly FilePair[]): readonly Suppression[] {
  const of = (side: 'base' | 'head'): readonly Suppression[] =>
    pairs.flatMap((pair) => (pair[side] ? suppressionsInText(pair[side].file, pair[side].text) : []));
  return suppressionDelta(of('base'), of('head')).introduced;
}

async function introducedInSettings(pairs: readonly FilePair[]): Promise<readonly Suppression[]> {
  const base = await inSettings(pairs.flatMap((pair) => pair.base ?? []));
  const { introduced } = suppressionDelta(base, await inSettings(pairs.flatMap((pair) => pair.head ?? [])));
  if (introduced.length * base.length > MOST_COMPARED) return introduced;
  return introduced.filter((one) => !base.some((other) => isNarrowerThan(one, other)));
}

async function inSettings(sources: readonly SourceText[]): Promise<readonly Suppression[]> {
  const read = await Promise.all(sources.map(({ file, text }) => suppressionsInSettings(file, text)));
  return read.flatMap((settings) => settings?.suppressions ?? []);
}

/** `src/legacy/**` where all of `src/` was ignored, `S608` where all of `S` was. */
function isNarrowerThan(one: Suppression, other: Suppression): boolean {
  // One more of the same is one more.
  if (one.tool !== other.tool || (one.code === other.code && one.rules[0] === other.rules[0])) return false;
  const samePlace = other.code === one.code || other.code === '' || isWithinPattern(one.code, other.code);
  const [rule, wide] = [one.rules[0], other.rules[0]];
  const sameRule =
    wide === undefined ||
    rule === wide ||
    (rule !== undefined && /^[A-Z]+\d*$/u.test(wide) && (rule.startsWith(wide) || wide === 'ALL'));
  return samePlace && sameRule;
}

async function ignoredIn(sources: readonly SourceText[]): Promise<readonly string[]> {
  const found = await inSettings(sources);
  return [
    ...new Set(
      found
        .filter(
          ({ rules, code, tool }) =>
            rules.length === 0 && code !== '' && tool !== 'gitattributes' && !/[\s{]/u.test(code),
        )
        .map(({ code }) => code),
    ),
  ];
}
