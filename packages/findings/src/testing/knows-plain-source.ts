import { DFA, isDisjointWith, JS, NFA } from 'refa';
import { PLAIN_SOURCE } from '../is-plain-source.ts';

type Elements = JS.ParseResult['expression']['alternatives'][number]['elements'];
type Assertion = Extract<Elements[number], { readonly type: 'Assertion' }>;

/** Whether a pattern matches any path at all that is plain source: decided by automata, not by examples. */
export function knowsPlainSource(pattern: RegExp): boolean {
  const both = NFA.fromIntersection(languageOf(pattern), languageOf(PLAIN_SOURCE.plain));
  const ordinary = DFA.fromFA(languageOf(PLAIN_SOURCE.special));
  ordinary.complement();
  return !isDisjointWith(both, ordinary);
}

/** Everything in which the pattern finds something. What it asks of the text around is left out, so that it is more and never less. */
function languageOf({ source, flags }: RegExp): NFA {
  const fromAnyFolder = source.replaceAll(/\(\?:\^\|\\?\/\)/gu, '(?:[^]*\\/)?');
  const { expression, maxCharacter } = JS.Parser.fromLiteral({ source: fromAnyFolder, flags }).parse({
    assertions: 'parse',
  });
  const anything = JS.Parser.fromLiteral({ source: '[^]*', flags }).parse().expression.alternatives[0]?.elements ?? [];
  const alternatives = expression.alternatives.map(({ elements }) => ({
    type: 'Concatenation' as const,
    elements: [
      ...(isEdge(elements[0], 'behind') ? [] : anything),
      ...elements,
      ...(isEdge(elements.at(-1), 'ahead') ? [] : anything),
    ],
  }));
  return NFA.fromRegex({ type: 'Expression', alternatives }, { maxCharacter }, { assertions: 'ignore' });
}

/** `^` is that nothing stands before, and `$` that nothing follows. */
function isEdge(element: Elements[number] | undefined, kind: Assertion['kind']): boolean {
  return element?.type === 'Assertion' && element.negate && element.kind === kind;
}
