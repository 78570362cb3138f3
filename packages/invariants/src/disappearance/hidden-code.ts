import { normaliseCode } from '@pawl/findings';
import { callParts, type SyntaxNode, type SyntaxTree } from '@pawl/syntax';
import { plainCode, quoted } from '../plain-code.ts';
import type { SourceText } from '../source-text.ts';

/** Shorter code is in any text by chance. */
const TELLING = 6;

/** Files that people read and nobody runs. */
const PROSE = /\.(?:md|mdx|rst|adoc|txt|log|csv|svg|map|lock|po|snap)$|(?:^|\/)(?:CHANGELOG|README|LICENSE)[^/]*$/iu;

/** A string of head that holds code which was code before. */
export function asText(code: string, tree: SyntaxTree, before: SyntaxTree | undefined): SyntaxNode | undefined {
  if (code.length < TELLING) return undefined;
  const holding = (each: SyntaxTree): readonly SyntaxNode[] => {
    const word = /[\p{L}_$][\p{L}\p{N}_$]*/u.exec(code)?.[0] ?? '';
    return each.text.includes(word)
      ? each.root.find(each.profile.strings).filter(({ text }) => inText(code, text))
      : [];
  };
  const found = holding(tree);
  return found.length > (before ? holding(before).length : 0) ? found[0] : undefined;
}

function inText(code: string, text: string): boolean {
  return normaliseCode(text.replace(/\\(["'`])/gu, '$1')).includes(code);
}

/** The line of a file that no scanner reads as code and that holds the code now; undefined where there is none. */
export function asOtherFile(code: string, head: SourceText, base: SourceText | undefined): number | undefined {
  if (code.length < TELLING || PROSE.test(head.file) || !inText(code, head.text) || (base && inText(code, base.text)))
    return undefined;
  const word = code.split(/[^\p{L}\p{N}_$]/u)[0] ?? '';
  return head.text.slice(0, Math.max(0, head.text.indexOf(word))).split('\n').length;
}

/** How head calls by another name what base called by its own: the place, and the name. */
export function underAnotherName(
  call: SyntaxNode,
  head: SyntaxTree,
): { readonly line: number; readonly said: string } | undefined {
  const parts = callParts(call);
  const name = parts?.callee.split(/[.?]/u).at(-1)?.trim();
  if (!parts || name === undefined || !/^[\w$]{3,}$/u.test(name)) return undefined;
  // What it is given has to be given to something still.
  const given = plainCode(parts.list).slice(1, -1);
  if (given.length < 1 || !normaliseCode(head.text).includes(given)) return undefined;
  const word = name.replace(/\$/gu, String.raw`\$`);
  const pattern = new RegExp(
    String.raw`\[\s*["'\x60]${word}["'\x60]\s*\]|\bgetattr\([^()\n]*,\s*["']${word}["']|(?:=|=>|return)\s*(?:[\w$]+\.)*${word}\s*(?:[;,\n]|$)|\b${word}\s+as\s+\w+|\b${word}\s*:\s*[\w$]+\s*[,}]|\b${word}\.(?:call|apply|bind)\(|\(\s*0\s*,\s*(?:[\w$]+\.)*${word}\s*\)\s*\(|\bReflect\.apply\(\s*(?:[\w$]+\.)*${word}\b`,
    'gu',
  );
  const found: readonly string[] = head.text.match(pattern) ?? [];
  const before: readonly string[] = call.tree.text.match(pattern) ?? [];
  if (found.length <= before.length) return undefined;
  const at = head.text.indexOf(found.find((one) => !before.includes(one)) ?? found[0] ?? '');
  return { line: head.text.slice(0, at).split('\n').length, said: quoted(found[0] ?? name) };
}
