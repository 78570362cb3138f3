import { callParts, codeChildren, partOf, type SyntaxNode, symbolOf } from '@pawl/syntax';
import { type Change, isTestCode, type Side, touched } from '../change.ts';
import { exitOf, statementsOf } from '../guard/exit-of.ts';
import { plainCode, words } from '../plain-code.ts';
import { LONGEST_ELEMENT } from './element.ts';

/** A check, and the statements of its block that use what it asks about. Two checks may come in any order: they are no use. */
export interface PlacedCheck {
  readonly kind: 'guard' | 'call';
  readonly side: Side;
  readonly node: SyntaxNode;
  readonly text: string;
  readonly symbol: string;
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
}

/** Checks of one version that the other has only after something that they came before. */
export function lateChecks({ pairs }: Change, which: Side['which']): readonly PlacedCheck[] {
  return pairs.flatMap((pair) => {
    const [here, there] = which === 'base' ? [pair.base, pair.head] : [pair.head, pair.base];
    const isMove = pair.hunks.some(({ lines }) => lines.base > 0) && pair.hunks.some(({ lines }) => lines.head > 0);
    if (!here || !there || !isMove || isTestCode(pair)) return [];
    const checks = checksIn(here);
    if (checks.length === 0) return [];
    const others = new Map(checksIn(there).map((check) => [keyOf(check), check]));
    return checks.filter((check) => isLater(check, others.get(keyOf(check))));
  });
}

function keyOf({ symbol, text }: PlacedCheck): string {
  return `${symbol}\0${text}`;
}

function isLater({ before, after }: PlacedCheck, now: PlacedCheck | undefined): boolean {
  if (now === undefined) return false;
  return [...after].some((use) => !before.has(use) && now.before.has(use) && !now.after.has(use));
}

/** A block with more statements is data or generated, and is not compared one by one. */
const MOST_STATEMENTS = 200;

function checksIn(side: Side): readonly PlacedCheck[] {
  return touched(side, side.tree.profile.blocks).flatMap((block) => {
    const statements = statementsOf(block);
    if (statements.length > MOST_STATEMENTS) return [];
    const checks = statements.map(checkOf);
    return checks.flatMap((check, at) => {
      if (check === undefined || check.about.size === 0) return [];
      const usesIn = (from: number, to: number): ReadonlySet<string> =>
        new Set(
          statements.slice(from, to).flatMap((each, place) => (checks[from + place] ? [] : useOf(each, check.about))),
        );
      const node = statements[at] as SyntaxNode;
      const { kind, text } = check;
      const [before, after] = [usesIn(0, at), usesIn(at + 1, statements.length)];
      return [{ kind, side, node, text, symbol: symbolOf(node), before, after }];
    });
  });
}

interface Check {
  readonly kind: PlacedCheck['kind'];
  readonly text: string;
  /** The names that it asks about. */
  readonly about: ReadonlySet<string>;
}

function checkOf(statement: SyntaxNode): Check | undefined {
  const { branches, assertions, expressionStatements } = statement.tree.profile;
  const branch = branches.find(({ kind }) => kind === statement.kind);
  const asserted = assertions.find(({ kind }) => kind === statement.kind);
  if (branch !== undefined) return guardOf(statement, branch);
  if (asserted !== undefined) return checking('guard', partOf(statement, asserted.condition));
  return expressionStatements.includes(statement.kind) ? callOf(statement) : undefined;
}

function guardOf(statement: SyntaxNode, shape: SyntaxNode['tree']['profile']['branches'][number]): Check | undefined {
  const way = partOf(statement, shape.consequence);
  const exit = way && partOf(statement, shape.alternative) === undefined ? exitOf(way) : undefined;
  return exit === 'throw' || exit === 'return' ? checking('guard', partOf(statement, shape.condition)) : undefined;
}

/** A call whose result nobody uses is there for what it refuses, if its name says so. */
const CHECKING =
  /(?:^|\.)_*(?:check|validate|verify|ensure|assert|require|authori[sz]e|authenticate|guard|enforce|sanitize|protect|(?:reject|deny|forbid)(?=[A-Z_]))\w*$/u;

function callOf(statement: SyntaxNode): Check | undefined {
  const inner = codeChildren(statement)[0];
  const call = inner && (callParts(inner) ? inner : codeChildren(inner)[0]);
  const parts = call && callParts(call);
  return parts && CHECKING.test(parts.callee) ? checking('call', call) : undefined;
}

function checking(kind: Check['kind'], node: SyntaxNode | undefined): Check | undefined {
  if (node === undefined || node.endOffset - node.startOffset > LONGEST_ELEMENT) return undefined;
  const text = plainCode(node);
  // What is called is not what is asked about; what it is called on is.
  const asked = kind === 'call' ? text.replace(/[\p{L}\p{N}_$]+\(/u, '(') : text;
  return { kind, text, about: new Set(words(asked).filter((word) => !IDLE.test(word))) };
}

const IDLE =
  /^(?:\d.*|this|self|cls|await|not|and|or|is|in|None|null|undefined|true|false|True|False|typeof|instanceof|isinstance|len|length|new|string|number|str|int|bytes|dict|list)$/u;

/** A statement that is longer is a part of the program, not a use. */
const LONGEST_USE = 3_000;

function useOf(statement: SyntaxNode, about: ReadonlySet<string>): readonly string[] {
  const { functions, classes, logCall } = statement.tree.profile;
  const { kind, startOffset, endOffset } = statement;
  if (endOffset - startOffset > LONGEST_USE || functions.includes(kind) || classes.includes(kind)) return [];
  const text = plainCode(statement);
  return !logCall.test(text) && words(text).some((word) => about.has(word)) ? [text] : [];
}
