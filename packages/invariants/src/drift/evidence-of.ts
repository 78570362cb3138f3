import type { InvariantFinding } from '@pawl/findings';
import { type SyntaxNode, symbolOf } from '@pawl/syntax';
import { type Change, type Side, sidesOf, withoutTests } from '../change.ts';
import type { HandlerFact } from '../handler/handler-facts.ts';
import { type Evidence, idiomsOf, type Sign, type Way } from './evidence.ts';
import { lateChecks, type PlacedCheck } from './late-checks.ts';
import { type LostAndGained, lostAndGained, type Trace } from './lost-and-gained.ts';
import { peeled } from './peeled.ts';
import { regexChanges } from './regex-changes.ts';
import { subwords } from './subwords.ts';
import { weakerHandlers } from './weaker-handlers.ts';

/** What the structural rules found in a change, and in the change undone. */
export interface RulesFound {
  readonly forth: readonly InvariantFinding[];
  readonly back: readonly InvariantFinding[];
}

/** Collects all that is known about a change, both ways. Test code is no defence, however much of it there is. */
export async function evidenceOf(whole: Change, rules: RulesFound): Promise<Evidence> {
  const change = withoutTests(whole);
  const { lost, gained } = lostAndGained(change);
  return {
    lost: await wayOf({ lost, gained }, change, 'base', rules.forth),
    gained: await wayOf({ lost: gained, gained: lost }, change, 'head', rules.back),
    files: change.pairs.flatMap(({ base, head }) => (base ?? head)?.source.file ?? []),
  };
}

async function wayOf(
  { lost, gained }: LostAndGained,
  change: Change,
  which: Side['which'],
  found: readonly InvariantFinding[],
): Promise<Way> {
  const signs = new Map(lost.map((trace) => [trace, signOf(trace)]));
  const signAt = (trace: Trace): Sign => signs.get(trace) ?? signOf(trace);
  const regexes = await regexChanges({ lost, gained });
  return {
    signs: [...signs.values()],
    peeled: peeled(lost, change, which === 'base' ? 'head' : 'base').map(signAt),
    regexes: regexes.map(({ before, use, comparison }) => ({ use, comparison, sign: signAt(before) })),
    late: lateChecks(change, which).map(lateSign),
    handlers: weakerHandlers(change, which).map(handlerSign),
    rules: found.map(({ rule, severity }) => `${rule} ${severity}`),
    lines: linesOf(change, which),
  };
}

function signOf(trace: Trace): Sign {
  const { kind, text, side, stays, node } = trace;
  return { ...trace, idioms: stays && !isJoined(node) ? idiomsOf(kind, text, side.tree.profile) : [] };
}

/** Conditions that are joined are elements of their own: what they say must not count again whenever one more is joined to them. */
function isJoined(node: SyntaxNode): boolean {
  const { binary, and, or } = node.tree.profile;
  const operator = binary.kinds.includes(node.kind) ? node.field(binary.operator)?.text : undefined;
  return operator !== undefined && (and.includes(operator) || or.includes(operator));
}

function lateSign({ kind, text, side, node, symbol }: PlacedCheck): Sign {
  return { kind, text, side, node, symbol, detail: '', stays: true, words: subwords(text), idioms: [], late: true };
}

function handlerSign({ side, node, types }: HandlerFact): Sign {
  const text = types.join(',');
  return {
    kind: 'handler',
    text,
    side,
    node,
    symbol: symbolOf(node),
    detail: '',
    stays: true,
    words: subwords(text),
    idioms: [],
  };
}

function linesOf(change: Change, which: Side['which']): number {
  const hunks = sidesOf(change, which).flatMap(({ pair }) => pair.hunks);
  return hunks.reduce((sum, { lines }) => sum + lines[which], 0);
}
