import { CharSet, type Concatenation, type Element } from 'refa';

export type Edge = 'start' | 'end';

/**
 * Where a match must begin or end, from weak to strong: anywhere, at any line's edge, at the text's end or before a line break
 * that ends it (`$` of Python), at the text's edge.
 */
export type Hold = 'nowhere' | 'line' | 'last-line' | 'text';

const strength: readonly Hold[] = ['nowhere', 'line', 'last-line', 'text'];

export function isWeaker(a: Hold, b: Hold): boolean {
  return strength.indexOf(a) < strength.indexOf(b);
}

/** What every match is held by: that of the alternative that is held least. `^a|b$` is held nowhere. */
export function holdOf(alternatives: readonly Concatenation[], edge: Edge): Hold {
  const holds = alternatives.map(({ elements }) =>
    holdOfElements(edge === 'start' ? elements : elements.toReversed(), edge),
  );
  return holds.reduce((least, hold) => (isWeaker(hold, least) ? hold : least), holds[0] ?? 'nowhere');
}

/** Assertions stand beside each other and the strongest counts; what reads a character is the end of the edge. */
function holdOfElements(elements: readonly Element[], edge: Edge): Hold {
  let best: Hold = 'nowhere';
  for (const element of elements) {
    const hold = holdOfElement(element, edge);
    if (isWeaker(best, hold)) best = hold;
    if (!readsNothing(element)) return best;
  }
  return best;
}

function holdOfElement(element: Element, edge: Edge): Hold {
  if (element.type === 'Assertion')
    return element.kind === (edge === 'start' ? 'behind' : 'ahead') && element.negate
      ? holdOfDenied(element.alternatives)
      : 'nowhere';
  if (element.type === 'Alternation' || (element.type === 'Quantifier' && element.min > 0)) {
    return holdOf(element.alternatives, edge);
  }
  return 'nowhere';
}

/** `^` and `$` are negated assertions: no character, or none but a line break, may lie beyond. */
function holdOfDenied(alternatives: readonly Concatenation[]): Hold {
  const classes = alternatives.map(({ elements }) =>
    elements.map((one) => (one.type === 'CharacterClass' ? one.characters : undefined)),
  );
  const single = classes.flatMap(([only, more]) => (only && !more ? [only] : []));
  const [first] = single;
  if (first === undefined) return 'nowhere';
  const allowed = CharSet.empty(first.maximum)
    .union(...single)
    .negate();
  if (allowed.isEmpty) return 'text';
  if (!allowed.isSubsetOf(CharSet.empty(first.maximum).union(lineBreaks))) return 'nowhere';
  const endsThere = classes.some(([one, two]) => two?.isAll && one && allowed.isSubsetOf(one));
  return endsThere ? 'last-line' : 'line';
}

const lineBreaks = [
  { min: 0x0a, max: 0x0a },
  { min: 0x0d, max: 0x0d },
  { min: 0x2028, max: 0x2029 },
];

function readsNothing(element: Element): boolean {
  if (element.type === 'Assertion') return true;
  if (element.type === 'CharacterClass' || element.type === 'Unknown') return false;
  return element.alternatives.every(({ elements }) => elements.every(readsNothing));
}
