import { type InvariantFinding, type Severity, toFinding } from '@pawl/findings';
import type { SyntaxTree } from '@pawl/syntax';
import type { Change, Side } from './change.ts';
import { sidesOf } from './change.ts';

export const INVARIANTS = 'invariants';

/** A change to a defence, ready to be told. */
export interface Explained {
  readonly kind: InvariantFinding['kind'];
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly cwe: string;
  readonly at: { readonly file: string; readonly line: number; readonly column?: number };
  readonly symbol: string;
  readonly snippet: string;
}

/**
 * One kind of defence, in three steps: what one version of a file has, what a change took away, and how to say it.
 * `compare` sees the facts of the whole change at once, because what reappears in another file is moved, not lost.
 */
export interface DefenceParts<Fact extends { readonly side: Side }, Loss> {
  /** Rule → what it means, for documentation. */
  readonly rules: Readonly<Record<string, string>>;
  facts(side: Side): readonly Fact[];
  compare(base: readonly Fact[], head: readonly Fact[], change: Change): readonly Loss[];
  explain(loss: Loss): Explained;
}

export interface DefenceKind {
  readonly rules: Readonly<Record<string, string>>;
  judge(change: Change): readonly InvariantFinding[];
}

export function defenceKind<Fact extends { readonly side: Side }, Loss>(parts: DefenceParts<Fact, Loss>): DefenceKind {
  const known = new WeakMap<SyntaxTree, readonly Fact[]>();
  // A change and the change undone have the same versions: what is in them is looked for once.
  const factsIn = (side: Side): readonly Fact[] => {
    const found = known.get(side.tree);
    if (found) return found.map((fact) => ({ ...fact, side }));
    const facts = parts.facts(side);
    known.set(side.tree, facts);
    return facts;
  };
  const factsOf = (change: Change, which: Side['which']): readonly Fact[] => sidesOf(change, which).flatMap(factsIn);
  return {
    rules: parts.rules,
    judge(change) {
      const losses = parts.compare(factsOf(change, 'base'), factsOf(change, 'head'), change);
      return losses.map((loss) => toInvariantFinding(parts.explain(loss)));
    },
  };
}

export function toInvariantFinding({ kind, at, cwe, symbol, snippet, ...said }: Explained): InvariantFinding {
  return { ...toFinding({ tool: INVARIANTS, ...said, ...at, cwe: [cwe] }, { symbol, snippet }), kind };
}
