import { type Finding, normaliseCode, type Suppression } from '@pawl/findings';
import { type Syntax, symbolOf, type SyntaxNode } from '@pawl/syntax';
import type { FilePair, SourceText } from '../source-text.ts';
import { hiddenAs } from '../suppression/hidden-moves.ts';
import { judgeSuppressions } from '../suppression/judge-suppressions.ts';
import { matchesPattern } from '../suppression/glob.ts';
import { linesOf } from '../suppression/silencing.ts';
import { type Danger, dangerOf, dangerousText, occurrences } from './danger.ts';
import { conditionsAround, whyDead, whySwitchedOff } from './dead-code.ts';
import type { Classified } from './fate.ts';
import { asOtherFile, asText, underAnotherName } from './hidden-code.ts';
import { isPrecise, type ReadFiles, treesOf, withFiles } from './sides.ts';
import { whyUncalled } from './uncalled.ts';

export interface ResolvedOptions {
  /** What head reports: code that a scanner still sees is not out of its sight. */
  readonly reported?: readonly Finding[];
  /** Settings of scanners in head that did not change. */
  readonly settings?: readonly SourceText[];
}

/**
 * Says of each finding of base that head no longer has what became of it. Takes all changed texts, code or not. JavaScript, TypeScript and
 * Python are followed by their trees; of other languages only what still stands out of sight is told. Throws only where a grammar cannot be
 * loaded.
 */
export async function classifyResolved(
  resolved: readonly Finding[],
  pairs: readonly FilePair[],
  syntax: Syntax,
  options: ResolvedOptions = {},
): Promise<readonly Classified[]> {
  if (resolved.length === 0) return [];
  const silenced = await judgeSuppressions(pairs, syntax, options);
  return withFiles(pairs, syntax, (files) => {
    const change: Change = { files, silenced, resolved, reported: options.reported ?? [] };
    return Promise.resolve(resolved.map((finding) => classify(finding, change)));
  });
}

interface Change {
  readonly files: readonly ReadFiles[];
  /** What head silences that base did not. */
  readonly silenced: readonly Suppression[];
  readonly resolved: readonly Finding[];
  readonly reported: readonly Finding[];
}

function classify(finding: Finding, change: Change): Classified {
  const file = change.files.find(({ base }) => base?.source.file === finding.location.file);
  if (file?.base === undefined) return inUnchangedFile(finding, change);
  const tree = file.base.tree;
  const danger = tree && isPrecise(tree) ? dangerOf(finding, tree) : undefined;
  return danger === undefined ? byText(finding, file, change) : byTree(finding, danger, file, change);
}

function inUnchangedFile(finding: Finding, { silenced }: Change): Classified {
  const by = silenced.find((one) => one.scope === 'file' && isAbout(one, finding));
  return by
    ? { finding, fate: 'hidden', why: `is as it was, and ${by.location.file} silences it now`, at: finding.location }
    : { finding, fate: 'fixed', why: 'is as it was, and what leads to it changed elsewhere', at: undefined };
}

function isAbout({ rules, code }: Suppression, { rule, location }: Finding): boolean {
  const named = rules.some(
    (one) => one === rule || rule.endsWith(`/${one}`) || rule.endsWith(`.${one}`) || one.endsWith(`/${rule}`),
  );
  return (
    (rules.length === 0 && code === '') ||
    (named && (code === '' || matchesPattern(code, location.file))) ||
    (rules.length === 0 && matchesPattern(code, location.file))
  );
}

function byTree(finding: Finding, danger: Danger, file: ReadFiles, change: Change): Classified {
  const standing = standingIn(finding, danger, file, change);
  if (standing === undefined) return notStanding(finding, danger, file, change);
  const { node, side } = standing;
  const at = placeOf(node, side.source.file);
  const heads = change.files.flatMap(({ head }) => head?.source.text ?? []);
  const bases = change.files.flatMap(({ base }) => base?.source.text ?? []);
  const dead =
    (whyDead(danger.node, bases) === undefined ? whyDead(node, heads) : undefined) ??
    whySwitchedOff(node, conditionsAround(danger.node)) ??
    whyUncalled(danger.node, node, { base: treesOf(change.files, 'base'), head: treesOf(change.files, 'head') });
  if (dead !== undefined) return { finding, fate: 'unreachable', why: `still stands, and ${dead}`, at };
  const unseen = whyUnseen(finding, standing, change);
  if (unseen !== undefined) return { finding, fate: 'hidden', why: `still stands, and ${unseen}`, at };
  return { finding, fate: 'fixed', why: 'still stands, and what leads to it changed', at: undefined };
}

interface Standing {
  readonly node: SyntaxNode;
  readonly side: NonNullable<ReadFiles['head']>;
}

/** The same code in head that is not there for another finding: where it was, else where it moved. */
function standingIn(finding: Finding, { code, node }: Danger, file: ReadFiles, change: Change): Standing | undefined {
  const all = (which: 'base' | 'head'): readonly Standing[] =>
    change.files.flatMap((each) => {
      const side = each[which];
      return side?.tree && isPrecise(side.tree)
        ? occurrences(code, node.kind, side.tree).map((found) => ({ node: found, side }))
        : [];
    });
  const [before, after] = [all('base'), all('head')];
  const gone = change.resolved.filter((one) => one.rule === finding.rule && isOn(one, before)).length;
  const seen = change.reported.filter((one) => one.rule === finding.rule);
  const unseen = after.filter((one) => !seen.some((other) => isOn(other, [one])));
  if (unseen.length === 0 || after.length <= before.length - gone) return undefined;
  const symbol = symbolOf(node);
  const inFile = unseen.filter(({ side }) => side === file.head);
  return (
    inFile.find((one) => symbolOf(one.node) === symbol) ??
    inFile[0] ??
    unseen.find((one) => symbolOf(one.node) === symbol) ??
    unseen[0]
  );
}

function isOn({ location }: Finding, places: readonly Standing[]): boolean {
  return places.some(
    ({ node, side }) =>
      side.source.file === location.file &&
      node.start.line <= (location.endLine ?? location.line) &&
      location.line <= node.end.line,
  );
}

/** Why a scanner does not look where some code stands. */
function whyUnseen(finding: Finding, { node, side }: Standing, { silenced, files }: Change): string | undefined {
  const { file } = side.source;
  const moved = silenced.find((one) => one.tool === 'out-of-sight' && one.location.file === file);
  const wasHidden = files.some(
    ({ base }) => base?.source.file === finding.location.file && hiddenAs(base.source, []) !== undefined,
  );
  const hidden = moved?.text ?? (wasHidden ? undefined : hiddenAs(side.source, [])?.why);
  if (hidden !== undefined) return hidden;
  const beside = side.suppressions.find((silencing) => {
    const { suppression } = silencing;
    const isNew = silenced.some((one) => one.location.file === file && one.location.line === suppression.location.line);
    const range = linesOf(silencing) ?? { first: suppression.location.line, last: suppression.location.line + 2 };
    return isNew && range.first <= node.end.line && node.start.line <= range.last;
  });
  if (beside) return `a comment for ${beside.suppression.tool} is beside it`;
  const settings = silenced.find(
    (one) =>
      one.scope === 'file' &&
      one.location.file !== file &&
      isAbout(one, { ...finding, location: { ...finding.location, file } }),
  );
  return settings && `${settings.location.file} silences it now`;
}

/** The code as such is gone: into a text, under another name, with its feature, or for good. */
function notStanding(finding: Finding, { code, node }: Danger, file: ReadFiles, change: Change): Classified {
  for (const { base, head } of change.files) {
    if (head === undefined) continue;
    const text = head.tree && asText(code, head.tree, base?.tree);
    if (text)
      return {
        finding,
        fate: 'hidden',
        why: 'is a text now, which no scanner reads as code',
        at: placeOf(text, head.source.file),
      };
    const line = head.tree ? undefined : asOtherFile(code, head.source, base?.source);
    if (line !== undefined)
      return {
        finding,
        fate: 'hidden',
        why: 'stands in a file now that no scanner reads as code',
        at: { file: head.source.file, line, symbol: '' },
      };
  }
  const renamed = file.head?.tree && underAnotherName(node, file.head.tree);
  if (renamed && file.head)
    return {
      finding,
      fate: 'hidden',
      why: `goes by another name now (${renamed.said})`,
      at: { file: file.head.source.file, line: renamed.line, symbol: symbolOf(node) },
    };
  const symbol = symbolOf(node);
  const isGone = file.head?.tree === undefined || (symbol !== '' && !hasSymbol(file.head.tree.root, symbol));
  return isGone
    ? { finding, fate: 'removed', why: 'is gone with what it was for', at: undefined }
    : { finding, fate: 'fixed', why: 'is no longer there', at: undefined };
}

function hasSymbol(root: SyntaxNode, symbol: string): boolean {
  const { functions, classes } = root.tree.profile;
  return root.find([...functions, ...classes]).some((node) => symbolOf(node) === symbol);
}

/** Of other languages it is asked whether the same line still stands, where nobody looks. */
function byText(finding: Finding, { base, head }: ReadFiles, change: Change): Classified {
  const code = dangerousText(finding, base?.source.text ?? '');
  const count = (text: string | undefined): number =>
    text === undefined || code.length < 8 ? 0 : normaliseCode(text).split(code).length - 1;
  for (const file of change.files) {
    const now = file.head;
    if (
      now === undefined ||
      count(now.source.text) === 0 ||
      count(now.source.text) < count(file === undefined ? '' : file.base?.source.text)
    )
      continue;
    if (now !== head && count(file.base?.source.text) >= count(now.source.text)) continue;
    const line = lineOf(now.source.text, code);
    const at = { file: now.source.file, line, symbol: '' };
    const moved = change.silenced.find((one) => one.tool === 'out-of-sight' && one.location.file === at.file);
    const beside = change.silenced.find(
      (one) => one.location.file === at.file && (one.scope !== 'line' || Math.abs(one.location.line - line) <= 2),
    );
    const unread = now !== head && now.tree === undefined && base?.tree !== undefined;
    const why =
      moved?.text ??
      (beside && `a comment for ${beside.tool} is beside it`) ??
      (unread ? 'no scanner reads its file as code' : undefined);
    if (why !== undefined) return { finding, fate: 'hidden', why: `still stands, and ${why}`, at };
  }
  return { finding, fate: 'fixed', why: 'is no longer reported', at: undefined };
}

function lineOf(text: string, code: string): number {
  const word = /[\p{L}_$][\p{L}\p{N}_$]*/u.exec(code)?.[0] ?? '';
  const lines = text.split('\n');
  const exact = lines.findIndex((line) => normaliseCode(line).includes(code));
  return (exact === -1 ? lines.findIndex((line) => line.includes(word)) : exact) + 1;
}

function placeOf(
  node: SyntaxNode,
  file: string,
): { readonly file: string; readonly line: number; readonly symbol: string } {
  return { file, line: node.start.line, symbol: symbolOf(node) };
}
