import type { Budget } from './budget.ts';

/**
 * What must hold for the text that is still to come, as a disjunction of conjunctions. A literal `n` says "what comes can be
 * read from state n", `-n` that it cannot. States are numbered from 1, so that every state has a negation.
 */
export interface Formula {
  readonly clauses: readonly Clause[];
  /** Equal keys mean equal formulas. */
  readonly key: string;
}

/** Literals in ascending order, each once. */
export type Clause = readonly number[];

export const never: Formula = { clauses: [], key: '' };
export const always: Formula = { clauses: [[]], key: 'always' };

export function literal(state: number): Formula {
  return { clauses: [[state]], key: String(state) };
}

export function anyOf(formulas: readonly Formula[], budget: Budget): Formula {
  const [first, ...rest] = formulas;
  if (first === undefined) return never;
  return rest.length === 0
    ? first
    : simplify(
        formulas.flatMap(({ clauses }) => clauses),
        budget,
      );
}

export function both(a: Formula, b: Formula, budget: Budget): Formula {
  if (a === always || b === never) return b;
  if (b === always || a === never) return a;
  budget.spend(a.clauses.length * b.clauses.length);
  return simplify(
    a.clauses.flatMap((left) => b.clauses.flatMap((right) => join(left, right) ?? [])),
    budget,
  );
}

export function not(formula: Formula, budget: Budget): Formula {
  return formula.clauses.reduce((sum, clause) => {
    const denied = simplify(
      clause.map((one) => [-one]),
      budget,
    );
    return both(sum, denied, budget);
  }, always);
}

/** Whether the formula holds when nothing more comes: then nothing can be read from any state. */
export function holdsAtEnd({ clauses }: Formula): boolean {
  return clauses.some((clause) => clause.every((one) => one < 0));
}

/** Whether each way to satisfy `a` is one of those of `b`: then `a` implies `b`. The converse is not tested. */
export function isPartOf(a: Formula, b: Formula): boolean {
  if (b === always) return true;
  const ways = new Set(b.clauses.map(String));
  return a.clauses.every((clause) => ways.has(String(clause)));
}

/** As a list in a list, for `flatMap`; undefined where the two contradict each other. */
function join(a: Clause, b: Clause): Clause[] | undefined {
  const all = new Set([...a, ...b]);
  for (const one of all) if (all.has(-one)) return undefined;
  return [[...all].sort((x, y) => x - y)];
}

/** Above this many, a clause that another makes superfluous is kept: finding it takes the square of their number. */
const absorbedUpTo = 64;

function simplify(clauses: readonly Clause[], budget: Budget): Formula {
  const unique = new Map<string, Clause>();
  for (const clause of clauses) {
    budget.spend(1 + clause.length);
    if (clause.length === 0) return always;
    unique.set(String(clause), clause);
  }
  if (unique.size <= absorbedUpTo) budget.spend(unique.size * unique.size);
  const kept = [...unique].filter(([, clause]) => clause.length === 1 || !isAbsorbed(clause, unique));
  if (kept.length === 0) return never;
  kept.sort(([a], [b]) => (a < b ? -1 : 1));
  return { clauses: kept.map(([, clause]) => clause), key: kept.map(([key]) => key).join(' ') };
}

function isAbsorbed(clause: Clause, all: ReadonlyMap<string, Clause>): boolean {
  if (clause.some((one) => all.has(String(one)))) return true;
  if (all.size > absorbedUpTo) return false;
  return [...all.values()].some((other) => other.length < clause.length && other.every((one) => clause.includes(one)));
}
