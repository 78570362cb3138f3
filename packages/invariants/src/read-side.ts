import { type Coverage, type NotExaminedCode, type Suppression } from '@pawl/findings';
import { languageOf, scriptsIn, type Syntax, type SyntaxTree, unsupportedCode } from '@pawl/syntax';
import { INVARIANTS } from './defence-kind.ts';
import type { SourceText } from './source-text.ts';
import { codeUnder } from './suppression/code-under.ts';
import type { Silencing } from './suppression/silencing.ts';
import { suppressionsIn } from './suppression/suppressions-in.ts';
import { minified } from './too-large.ts';

/** One version of a file as the engine could read it. A tree with errors is read for what it is worth, and not examined. */
export interface ReadSide {
  readonly source: SourceText;
  readonly tree: SyntaxTree | undefined;
  readonly suppressions: readonly Silencing[];
  /** The calls under what is silenced as a block or a file. */
  readonly under: readonly Suppression[];
  readonly coverage: Coverage;
}

/** Reads one version of a file, `since` an earlier one. Files that are no code are not owed: they appear in no coverage. */
export async function readSide(source: SourceText, syntax: Syntax, since?: ReadSide): Promise<ReadSide> {
  const { file, text } = source;
  const firstLine = text.slice(0, 200).split('\n', 1)[0];
  const language = languageOf(file, firstLine);
  if (language === undefined) {
    const name = unsupportedCode(file, firstLine);
    return unread(source, name === undefined ? undefined : ['unread-language', `Pawl has no profile for ${name} yet`]);
  }
  // E02: to some languages and tools the whole text is one line, and what follows a comment a part of it.
  if (text.includes('\r') && !text.includes('\n'))
    return unread(source, ['syntax-error', 'its lines end in carriage returns alone, so that it reads as one line']);
  await syntax.load(language);
  const result = syntax.parse(scriptsIn(file, text), language, {
    tolerateErrors: true,
    ...(since?.tree && { since: since.tree }),
  });
  if (result.kind === 'not-parsed') return unread(source, [result.code, result.why]);
  const { tree } = result;
  const why = minified(tree);
  if (why !== undefined) {
    tree.release();
    return unread(source, ['too-large', why]);
  }
  const suppressions = suppressionsIn(file, tree);
  const under = codeUnder(file, tree, suppressions);
  if (tree.errorLine === undefined) {
    return {
      source,
      tree,
      suppressions,
      under,
      coverage: { examined: [{ file, blob: source.blob, by: INVARIANTS }], notExamined: [] },
    };
  }
  return { ...unread(source, ['syntax-error', `line ${tree.errorLine} does not parse`]), tree, suppressions, under };
}

/** The same version where it could be read, but not compared. Its tree still is the caller's to release. */
export function uncompared(side: ReadSide, why: string): ReadSide {
  return side.tree === undefined
    ? side
    : { ...unread(side.source, ['too-large', why]), suppressions: side.suppressions, under: side.under };
}

function unread(source: SourceText, reason: readonly [NotExaminedCode, string] | undefined): ReadSide {
  const { file, blob } = source;
  const notExamined = reason === undefined ? [] : [{ file, blob, by: INVARIANTS, code: reason[0], why: reason[1] }];
  return { source, tree: undefined, suppressions: [], under: [], coverage: { examined: [], notExamined } };
}
