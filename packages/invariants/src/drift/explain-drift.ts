import type { InvariantFinding, Severity } from '@pawl/findings';
import type { ElementKind } from '@pawl/syntax';
import { lineInHead } from '../change.ts';
import { type Explained, toInvariantFinding } from '../defence-kind.ts';
import { quoted } from '../plain-code.ts';
import type { Sign } from './evidence.ts';
import type { Features } from './tally.ts';

/** A stop is explained by so many places at most: a reviewer wants the strongest. */
const MOST_PLACES = 3;

/** A place that has less than this share of the strongest one's part says nothing that a person would stop for. */
const WORTH_TELLING = 0.5;

/** What a lost element is called, and how its loss is said. */
const LOSSES: Readonly<Partial<Record<ElementKind, readonly [rule: string, says: string]>>> = {
  guard: ['lost-guard', 'no longer rejects'],
  branch: ['lost-condition', 'no longer asks'],
  call: ['lost-call', 'no longer calls'],
  option: ['lost-option', 'no longer sets'],
  decorator: ['lost-decorator', 'no longer has'],
  heritage: ['lost-decorator', 'no longer has'],
  throw: ['lost-refusal', 'no longer fails with'],
  regex: ['changed-regex', 'no longer matches by'],
  comparison: ['lost-condition', 'no longer compares'],
  negation: ['lost-condition', 'no longer asks'],
  import: ['lost-call', 'no longer imports'],
  string: ['lost-constant', 'no longer has'],
  number: ['lost-constant', 'no longer has'],
  bool: ['lost-constant', 'no longer has'],
};

/** Rule → what it means, for documentation. */
export const DRIFT_RULES: Readonly<Record<string, string>> = {
  'lost-condition': 'A condition that code depended on is gone.',
  'lost-call': 'A call that checked, escaped, limited or authorised something is gone.',
  'lost-option': 'An option that made something safer is gone or has another value.',
  'lost-decorator': 'A decorator or a base class that protected something is gone.',
  'lost-refusal': 'An error that refused something is no longer raised.',
  'changed-regex': 'A regular expression lets more through, finds less, or takes much longer than it did.',
  'lost-constant': 'A limit, a name on a list or another fixed value that protected something is gone.',
  'careless-code': 'Code was written in a way that reviewers know as careless.',
  'lost-code': 'Code that speaks of a defence is gone.',
};

interface Place {
  readonly symbol: string;
  readonly signs: Map<Sign, number>;
  weight: number;
}

/** Says where a change lost most of what it lost, by the elements behind the features that raised its score. */
export function explainDrift(features: Features, parts: ReadonlyMap<string, number>): readonly InvariantFinding[] {
  // A score over the threshold must not stay silent: where only sizes speak for a loss, what is plainly worse, or what went, or else all
  // that differs, is shown.
  const shown = [parts, ...[/^plainly worse$/u, /^(?:lost|gone) /u, /^/u].map((name) => partsNamed(features, name))];
  const told = shown.map((each) => placesOf(features, each)).find(({ size }) => size > 0) ?? new Map<string, Place>();
  const places = [...told.values()].sort((a, b) => b.weight - a.weight);
  const strongest = places[0]?.weight ?? 0;
  return places
    .filter(({ weight }) => weight >= WORTH_TELLING * strongest)
    .slice(0, MOST_PLACES)
    .flatMap((place) => {
      const sign = strongestIn(place);
      return sign ? [toInvariantFinding(explained(sign))] : [];
    });
}

function partsNamed(features: Features, name: RegExp): ReadonlyMap<string, number> {
  return new Map([...features.keys()].flatMap((each) => (name.test(each) ? [[each, 1] as const] : [])));
}

/** Shares each feature's part out among the elements that it was counted from. */
function placesOf(features: Features, parts: ReadonlyMap<string, number>): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const [name, part] of parts) {
    const from = features.get(name)?.from ?? [];
    if (part <= 0) continue;
    for (const sign of from) {
      const key = `${sign.side.source.file}\0${sign.symbol}`;
      const place = places.get(key) ?? { symbol: sign.symbol, signs: new Map<Sign, number>(), weight: 0 };
      place.weight += part / from.length;
      place.signs.set(sign, (place.signs.get(sign) ?? 0) + part / from.length);
      places.set(key, place);
    }
  }
  return places;
}

function strongestIn({ signs }: Place): Sign | undefined {
  return [...signs].sort(([a, x], [b, y]) => y - x || a.node.startOffset - b.node.startOffset)[0]?.[0];
}

function explained(sign: Sign): Explained {
  const { side, symbol, node, text } = sign;
  const isLost = side.which === 'base';
  const [rule, says] = sign.late
    ? (['late-guard', 'only afterwards checks'] as const)
    : isLost
      ? (LOSSES[sign.kind] ?? (['lost-code', 'no longer has'] as const))
      : (['careless-code', 'now has'] as const);
  const place = symbol === '' ? 'The module code' : quoted(symbol);
  const line = node.start.line;
  const file = (side.pair.head ?? side).source.file;
  const where = isLost ? ` (${rule.replaceAll('-', ' ')}, line ${line} of the locked version)` : '';
  const severity: Severity = 'high';
  return {
    kind: isLost && !sign.late ? 'lost-defence' : 'weakened-defence',
    rule,
    severity,
    message: `${place} ${says} ${quoted(text)}${where}`,
    cwe: 'CWE-693',
    at: { file, line: isLost && side.pair.head ? lineInHead(side.pair, line) : line },
    symbol,
    snippet: node.text,
  };
}
