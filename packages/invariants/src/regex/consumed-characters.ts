import { CharSet, type Concatenation, type Element } from 'refa';

/** Every character that some class of the expression reads. What assertions look at is not read. */
export function consumedCharacters(alternatives: readonly Concatenation[]): CharSet {
  const sets = setsOf(alternatives);
  const maximum = Math.max(0xffff, ...sets.map((set) => set.maximum));
  return CharSet.empty(maximum).union(...sets.map(({ ranges }) => ranges));
}

function setsOf(alternatives: readonly Concatenation[]): readonly CharSet[] {
  return alternatives.flatMap(({ elements }) => elements.flatMap(setsOfElement));
}

function setsOfElement(element: Element): readonly CharSet[] {
  if (element.type === 'CharacterClass') return [element.characters];
  return element.type === 'Assertion' || element.type === 'Unknown' ? [] : setsOf(element.alternatives);
}

/** Those of `a` that are not in `b`, as ranges to show: `/`, `\r`, `a-z`. The first of them, if there are very many. */
export function charactersWithout(a: CharSet, b: CharSet): readonly string[] {
  const maximum = Math.max(a.maximum, b.maximum);
  const wide = (set: CharSet): CharSet => CharSet.empty(maximum).union(set.ranges);
  const { ranges } = wide(a).without(wide(b));
  const shown = ranges.slice(0, most).map(({ min, max }) => (min === max ? show(min) : `${show(min)}-${show(max)}`));
  return ranges.length > most ? [...shown, '…'] : shown;
}

const most = 12;

const names: Readonly<Record<number, string>> = { 9: '\\t', 10: '\\n', 13: '\\r' };

function show(code: number): string {
  const name = names[code];
  if (name !== undefined) return name;
  if (code > 0x20 && code < 0x7f) return String.fromCharCode(code);
  return code <= 0xff ? `\\x${hex(code, 2)}` : code <= 0xffff ? `\\u${hex(code, 4)}` : `\\u{${hex(code, 0)}}`;
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}
