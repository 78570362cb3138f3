import type { Alphabet } from './alphabet.ts';
import { type Automaton, found } from './automaton.ts';
import type { Budget } from './budget.ts';
import { always, anyOf, both, type Clause, type Formula, literal, never, not } from './formula.ts';

/** What lies behind a place in a text, as far as look-behinds ask. */
export interface Behind {
  /** Of each look-behind: whether it holds here. */
  readonly holds: readonly boolean[];
  /** Of each look-behind: the states that it may be reading from. */
  readonly runs: readonly (readonly number[])[];
  readonly key: string;
}

export interface Reader {
  readonly start: Behind;
  readonly advance: (behind: Behind, character: number) => Behind;
  /** What must come for a match that is at this state. */
  readonly ask: (state: number, behind: Behind) => Formula;
  /** What a formula becomes by one character, where `behind` is what lies behind after it. */
  readonly read: (formula: Formula, character: number, behind: Behind) => Formula;
}

export function readerOf({ states, behinds }: Automaton, { classesOf }: Alphabet, budget: Budget): Reader {
  const target = (state: number, character: number): number | undefined => {
    const at = states[state];
    return at?.kind === 'read' && classesOf.get(state)?.has(character) ? at.next : undefined;
  };

  const settle = (entered: readonly (readonly number[])[]): Behind => {
    const holds: boolean[] = [];
    // In this order, because a look-behind may ask about those before it.
    const runs = entered.map((from) => {
      const reached = spread(from, holds);
      holds.push(reached.has(found));
      return [...reached].filter((id) => states[id]?.kind === 'read').sort((a, b) => a - b);
    });
    return { holds, runs, key: `${holds.map(Number).join('')} ${runs.map(String).join(' ')}` };
  };

  const spread = (from: readonly number[], holds: readonly boolean[]): ReadonlySet<number> => {
    const reached = new Set(from);
    for (const id of reached) {
      budget.spend(1);
      const at = states[id];
      if (at?.kind === 'fork') for (const to of at.to) reached.add(to);
      if (at?.kind === 'behind' && holds[at.behind] !== at.negate) reached.add(at.next);
    }
    return reached;
  };

  const advance = ({ runs }: Behind, character: number): Behind =>
    settle(runs.map((run, i) => [behinds[i] as number, ...run.flatMap((id) => target(id, character) ?? [])]));

  const asked = new Map<string, Formula>();
  const ask = (state: number, behind: Behind): Formula => {
    const key = `${state} ${behind.holds.map(Number).join('')}`;
    const known = asked.get(key) ?? explore(state, behind);
    asked.set(key, known);
    return known;
  };

  const explore = (state: number, behind: Behind): Formula => {
    const ways: Formula[] = [];
    const seen = new Set<string>();
    const open: [number, Formula][] = [[state, always]];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const [id, condition] = next;
      const key = `${id} ${condition.key}`;
      budget.spend(1);
      if (seen.has(key) || condition === never) continue;
      seen.add(key);
      const at = states[id];
      if (at?.kind === 'found') ways.push(condition);
      else if (at?.kind === 'read') ways.push(both(condition, literal(id), budget));
      else if (at?.kind === 'fork') open.push(...at.to.map((to): [number, Formula] => [to, condition]));
      else if (at?.kind === 'behind' && behind.holds[at.behind] !== at.negate) open.push([at.next, condition]);
      else if (at?.kind === 'ahead') {
        const body = ask(at.body, behind);
        open.push([at.next, both(condition, at.negate ? not(body, budget) : body, budget)]);
      }
    }
    return anyOf(ways, budget);
  };

  const read = ({ clauses }: Formula, character: number, behind: Behind): Formula => {
    const one = (wanted: number): Formula => {
      budget.spend(1);
      const to = target(Math.abs(wanted), character);
      const then = to === undefined ? never : ask(to, behind);
      return wanted > 0 ? then : not(then, budget);
    };
    const all = (clause: Clause): Formula => clause.reduce((sum, wanted) => both(sum, one(wanted), budget), always);
    return anyOf(
      clauses.map(all).filter((formula) => formula !== never),
      budget,
    );
  };

  return { start: settle(behinds.map((start) => [start])), advance, ask, read };
}
