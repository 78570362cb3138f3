import type { CharSet, Concatenation, Element, Quantifier } from 'refa';
import type { Budget } from './budget.ts';
import { RegexError } from './regex-error.ts';

export type State =
  | { readonly kind: 'found' }
  | { readonly kind: 'read'; readonly characters: CharSet; readonly next: number }
  | { readonly kind: 'fork'; readonly to: readonly number[] }
  | { readonly kind: 'ahead'; readonly negate: boolean; readonly body: number; readonly next: number }
  | { readonly kind: 'behind'; readonly negate: boolean; readonly behind: number; readonly next: number };

/** The state in which a match, or what an assertion asks for, has been found. Zero is no state: it has no negation. */
export const found = 1;

/**
 * Several regular expressions as one automaton. Equal continuations are one state, whatever they were written as: what a
 * change left alone is shared by both versions, so that comparing them has only the changed part to walk through.
 */
export interface Automaton {
  readonly states: readonly State[];
  /** Where each look-behind starts to read. One that lies in another comes before it. */
  readonly behinds: readonly number[];
  /** @returns the state to start from. @throws RegexError */
  add(alternatives: readonly Concatenation[]): number;
}

export function automaton(budget: Budget): Automaton {
  const states: State[] = [{ kind: 'found' }, { kind: 'found' }];
  const behinds: number[] = [];
  const known = new Map<string, number>();
  const shapes = new Map<string, number>();
  const shapeAt = new Map<readonly Concatenation[], number>();
  let depthBehind = 0;

  const numbered = (numbers: Map<string, number>, key: string, make: () => number): number => {
    budget.spend(1);
    const before = numbers.get(key);
    if (before !== undefined) return before;
    const made = make();
    numbers.set(key, made);
    return made;
  };
  const state = (key: string, made: State): number => numbered(known, key, () => states.push(made) - 1);

  const shapeOf = (alternatives: readonly Concatenation[]): number => {
    const seen = shapeAt.get(alternatives);
    if (seen !== undefined) return seen;
    const texts = alternatives.map(({ elements }) => elements.map(shapeOfElement).join());
    const shape = numbered(shapes, texts.join('|'), () => shapes.size);
    shapeAt.set(alternatives, shape);
    return shape;
  };
  const shapeOfElement = (element: Element): string => {
    if (element.type === 'CharacterClass') return `c${characters(element.characters)}`;
    if (element.type === 'Unknown') throw beyondRegular(element.id);
    const shape = shapeOf(element.alternatives);
    if (element.type === 'Quantifier') return `q${shape}{${element.min},${element.max}}`;
    return element.type === 'Assertion' ? `${element.kind}${element.negate}${shape}` : `g${shape}`;
  };
  const characters = (set: CharSet): number =>
    numbered(shapes, `${set.maximum}:${set.ranges.map(({ min, max }) => `${min}-${max}`).join()}`, () => shapes.size);

  const anyOf = (alternatives: readonly Concatenation[], next: number): number => {
    const to = [...new Set(alternatives.map(({ elements }) => elements.reduceRight(before, next)))].sort(ascending);
    return to.length === 1 ? (to[0] as number) : state(`|${to.join()}`, { kind: 'fork', to });
  };

  const before = (next: number, element: Element): number => {
    switch (element.type) {
      case 'CharacterClass':
        return state(`${characters(element.characters)}>${next}`, {
          kind: 'read',
          characters: element.characters,
          next,
        });
      case 'Alternation':
        return anyOf(element.alternatives, next);
      case 'Quantifier':
        return repeat(element, next);
      case 'Unknown':
        throw beyondRegular(element.id);
      case 'Assertion': {
        const { kind, negate } = element;
        if (kind === 'behind') {
          const behind = lookBehind(element.alternatives);
          return state(`<${negate}${behind}>${next}`, { kind, negate, behind, next });
        }
        if (depthBehind > 0) throw new RegexError('unsupported', 'A look-ahead inside a look-behind is not followed.');
        const body = anyOf(element.alternatives, found);
        return state(`=${negate}${body}>${next}`, { kind, negate, body, next });
      }
    }
  };

  const lookBehind = (alternatives: readonly Concatenation[]): number => {
    depthBehind += 1;
    const start = anyOf(alternatives, found);
    depthBehind -= 1;
    return numbered(known, `behind ${start}`, () => behinds.push(start) - 1);
  };

  const repeat = ({ alternatives, min, max }: Quantifier, next: number): number => {
    let first = max === Infinity ? loop(alternatives, next) : next;
    const optional = max === Infinity ? 0 : max - min;
    for (let i = 0; i < optional; i += 1) first = fork(anyOf(alternatives, first), next);
    for (let i = 0; i < min; i += 1) first = anyOf(alternatives, first);
    return first;
  };
  const fork = (a: number, b: number): number => {
    const to = [a, b].sort(ascending);
    return a === b ? a : state(`|${to.join()}`, { kind: 'fork', to });
  };
  const loop = (alternatives: readonly Concatenation[], next: number): number =>
    numbered(known, `*${shapeOf(alternatives)}>${next}`, () => {
      const here = states.push({ kind: 'found' }) - 1;
      states[here] = { kind: 'fork', to: [anyOf(alternatives, here), next] };
      return here;
    });

  return { states, behinds, add: (alternatives) => anyOf(alternatives, found) };
}

function beyondRegular(what: string): RegexError {
  return new RegexError('unsupported', `No automaton can follow ${what}.`);
}

function ascending(a: number, b: number): number {
  return a - b;
}
