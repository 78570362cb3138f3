import type { Suppression } from '@pawl/findings';
import { languageOf, unsupportedCode } from '@pawl/syntax';
import { isTestFile } from '../change.ts';
import type { FilePair, SourceText } from '../source-text.ts';
import { generatedHeader } from './generated-header.ts';
import { matchesPattern } from './glob.ts';
import { BUILT, BUILT_FILE, VENDORED } from './settings/out-of-sight.ts';
import { countShared, linesMore, tellingLines } from './shared-lines.ts';

/** How much of what a file got must have been code elsewhere to say that it moved. */
const MOVED_SHARE = 0.5;
const MOVED_LINES = 3;

/** Why nobody looks at a file, in a word for the rule and in words for people. */
interface Hidden {
  readonly rule: string;
  readonly why: string;
}

/**
 * S04, S05: hand-written code that a change takes to where no scanner looks: among the code of others, among what is built, among
 * tests, under a pattern that is ignored, in a file that nothing reads, or behind a header that says a program wrote it. As suppressions of
 * all rules for a file. What was out of sight before is not told.
 */
export function hiddenMoves(pairs: readonly FilePair[], ignored: readonly string[]): readonly Suppression[] {
  const lost = once(() =>
    pairs.flatMap(({ base, head }) => (base && isInSight(base, ignored) ? linesMore(base.text, head?.text ?? '') : [])),
  );
  return pairs.flatMap(({ base, head }): readonly Suppression[] => {
    if (!head || head.text === '') return [];
    const hidden = hiddenAs(head, ignored) ?? unscanned(base, head);
    if (hidden === undefined) return [];
    const from = cameFrom(base, head, hidden, ignored, lost);
    return from === undefined ? [] : [told(head, hidden, from)];
  });
}

/** The file whose code is hidden now; undefined where none is. */
function cameFrom(
  base: SourceText | undefined,
  head: SourceText,
  hidden: Hidden,
  ignored: readonly string[],
  lost: () => readonly string[],
): string | undefined {
  if (base && isInSight(base, ignored)) {
    const kept = countShared(tellingLines(base.text), tellingLines(head.text));
    return kept >= tellingLines(base.text).length * MOVED_SHARE && tellingLines(base.text).length > 0
      ? base.file
      : undefined;
  }
  if (base && base.file === head.file && hiddenAs(base, ignored)?.rule === hidden.rule && base.text === head.text)
    return undefined;
  if (base !== undefined && base.file !== head.file) return undefined;
  const gained = linesMore(head.text, base?.text ?? '');
  if (gained.length < MOVED_LINES) return undefined;
  const shared = countShared(gained, lost());
  return shared >= MOVED_LINES && shared >= gained.length * MOVED_SHARE ? '' : undefined;
}

function isInSight(source: SourceText, ignored: readonly string[]): boolean {
  return isCode(source) && !isTestFile(source.file) && hiddenAs(source, ignored) === undefined;
}

function isCode({ file, text }: SourceText): boolean {
  const firstLine = text.slice(0, 200).split('\n', 1)[0];
  return languageOf(file, firstLine) !== undefined || unsupportedCode(file, firstLine) !== undefined;
}

/** What tests say that other code does not. */
const TESTS =
  /\b(?:describe|it|test|expect|assert\w*|beforeEach|jest|vi|mocha|chai|sinon|pytest|unittest|fixture|mock\w*|Mock\w*|stub\w*|cypress|playwright)\b/iu;

/** Endings that say that a file is kept and not run. */
const PARKED =
  /\.(?:txt|bak|old|orig|disabled|off|inc|tmpl|tpl|template|dist|save|backup|text|dat|data|_[a-z]+|[a-z]+_)$/iu;

/** Why nobody looks at a file; undefined where somebody does. */
export function hiddenAs(source: SourceText, ignored: readonly string[]): Hidden | undefined {
  const { file, text } = source;
  if (isCode(source) && generatedHeader(text) !== undefined)
    return { rule: 'generated-header', why: 'it says now that a program wrote it' };
  if (VENDORED.test(file))
    return { rule: 'vendored', why: 'its folder is for the code of others, or for generated code' };
  if (BUILT.test(file) || BUILT_FILE.test(file)) return { rule: 'built', why: 'its name says that it is built' };
  const pattern = ignored.find((one) => matchesPattern(one, file));
  if (pattern !== undefined) return { rule: 'ignored', why: `a scanner is told to ignore ${pattern}` };
  if (isTestFile(file) && isCode(source) && !TESTS.test(text))
    return { rule: 'tests', why: 'scanners leave out tests' };
  if ((!isCode(source) && PARKED.test(file)) || (languageOf(file) === 'php' && !text.includes('<?')))
    return { rule: 'unscanned', why: 'no scanner reads files of its ending' };
  return undefined;
}

/** Code that was renamed to what nobody reads as code. Settings change their format, and stay settings. */
function unscanned(base: SourceText | undefined, { file, text }: SourceText): Hidden | undefined {
  if (base === undefined || !isCode(base) || isCode({ file, text, blob: '' })) return undefined;
  if (/(?:^|\/)\.|rc$|config|settings/iu.test(base.file)) return undefined;
  return { rule: 'unscanned', why: 'no scanner reads files of its ending' };
}

function told({ file, text }: SourceText, { rule, why }: Hidden, from: string): Suppression {
  const header = rule === 'generated-header' ? generatedHeader(text) : undefined;
  return {
    tool: 'out-of-sight',
    rules: [rule],
    scope: 'file',
    code: from,
    text: header?.text ?? `${from === '' || from === file ? 'code moved here' : `${from} moved here`}: ${why}`,
    location: { file, line: header?.line ?? 1, symbol: '' },
  };
}

function once<Result>(make: () => Result): () => Result {
  let made: { readonly value: Result } | undefined;
  return () => (made ??= { value: make() }).value;
}
