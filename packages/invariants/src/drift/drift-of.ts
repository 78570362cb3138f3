import type { InvariantFinding } from '@pawl/findings';
import { type Change, withoutTests } from '../change.ts';
import { hasTwin } from '../guard/twin.ts';
import type { Evidence, Sign } from './evidence.ts';
import { evidenceOf, type RulesFound } from './evidence-of.ts';
import { explainDrift } from './explain-drift.ts';
import { featuresOf } from './features.ts';
import { linesLostAndGained } from './code-lines.ts';
import { type Model, scoreOf } from './model.ts';
import type { Features } from './tally.ts';
import { wordScore } from './word-model.ts';
import { isPureLoss } from './pure-loss.ts';
import { isRemovedWhole } from './removed-whole.ts';
import { undone, type Wording, wordingOf } from './wording.ts';

/** How likely a change takes defences away, and by what that shows. */
export interface Drift {
  readonly score: number;
  /** Where it shows most, strongest first. */
  readonly findings: readonly InvariantFinding[];
}

/** All that a score is made of: the features of a change, those of the change undone, its words, and whether it is beyond doubt. */
export interface DriftFacts {
  readonly forth: Features;
  readonly back: Features;
  readonly wording: Wording;
  readonly certain: boolean;
}

/** What a feature is; 0 where a change has none of it. */
type Values = (feature: string) => number;

/** How much it counts against a suspicion that the change undone would be suspicious too: then it is an edit, not a loss. */
const UNDONE = 0.4;

/** A change undone cannot clear a change by more than this. */
const LEAST_UNDONE = -2;

/** How much words count beside features, which see what the words are about. */
const WORDS = 0.7;

/** What is beyond doubt needs no weighing: it is as good as a score that no policy lets pass. */
const CERTAIN = 4;

/** Lower than any policy asks for: nothing here can be weighed. */
const NOTHING = -100;

const NO_WORDS: Wording = { lost: new Set(), gained: new Set() };

export async function driftOf(change: Change, rules: RulesFound, model: Model): Promise<Drift> {
  const { forth, back, ...facts } = await driftFacts(change, rules);
  const [there, again] = [valuesOf(forth), valuesOf(back)];
  const score =
    weighedPart(change).pairs.length === 0
      ? unweighed(facts.certain)
      : changeScore({ ...facts, forth: there, back: again }, model);
  return { score, findings: explainDrift(forth, scoreOf(there, model).parts) };
}

function unweighed(certain: boolean): number {
  return certain ? CERTAIN : NOTHING;
}

/** What is written in languages that the weights were fitted on. In the others the rules decide alone. */
function weighedPart({ pairs }: Change): Change {
  return { pairs: pairs.filter(({ base, head }) => (base ?? head)?.tree.profile.idioms !== undefined) };
}

function valuesOf(features: Features): Values {
  return (name) => features.get(name)?.value ?? 0;
}

export async function driftFacts(change: Change, rules: RulesFound): Promise<DriftFacts> {
  const weighed = weighedPart(change);
  const evidence = await evidenceOf(weighed, rules);
  const { lost, gained, files } = evidence;
  const counted = withoutTests(weighed);
  const lines = linesLostAndGained(counted);
  const forth = featuresOf({ lost, gained, files });
  return {
    forth,
    back: featuresOf({ lost: gained, gained: lost, files }),
    wording: isRemovedWhole(lines.lost, lost) ? NO_WORDS : wordingOf(lines),
    certain:
      isPureLoss(forth, counted) ||
      lost.signs.some(isDecoyed) ||
      rules.forth.some((finding) => isCertain(finding, change, evidence)),
  };
}

/** A copy of what surrounded a lost check adds as much as one likes against it, so that no score weighs a loss that has a twin. */
function isDecoyed({ twin, stays }: Sign): boolean {
  return twin === true && stays;
}

/** One score from the change, the change undone, and whether a rule is certain. */
export function changeScore(
  facts: { readonly forth: Values; readonly back: Values; readonly wording: Wording; readonly certain: boolean },
  model: Model,
): number {
  const forth = oneWay(facts.forth, facts.wording, model);
  const back = oneWay(facts.back, undone(facts.wording), model);
  const score = forth - UNDONE * Math.max(LEAST_UNDONE, back);
  return facts.certain ? Math.max(CERTAIN, score) : score;
}

function oneWay(values: Values, wording: Wording, model: Model): number {
  const words = model.words === undefined ? 0 : wordScore(wording, model.words);
  return scoreOf(values, model).score + WORDS * words;
}

/**
 * What needs no weighing: request data that reaches a new dangerous call; a guard that was lost here while its twin came elsewhere; a lost guard that was itself a careful idiom beyond doubt, such as
 * one that keeps a path inside a folder, however much else the change brings; in a language that no weights were fitted on, any rule.
 */
function isCertain(finding: InvariantFinding, change: Change, evidence: Evidence): boolean {
  const { rule, severity, location } = finding;
  if (rule === 'dangerous-call' && severity === 'critical') return true;
  if (severity !== 'low' && hasTwin(finding, change)) return true;
  if (rule === 'lost-guard' && severity === 'high' && isCarefulGuardLost(location.symbol, evidence)) return true;
  const sides = change.pairs.flatMap(({ base, head }) => [base, head].filter((side) => side !== undefined));
  const side = sides.find(({ source }) => source.file === location.file);
  return side !== undefined && side.tree.profile.idioms === undefined;
}

/** Unless something as careful came in its function, or about the same thing anywhere: then the two have to be weighed. */
function isCarefulGuardLost(symbol: string, { lost, gained }: Evidence): boolean {
  const guards = lost.signs.filter((sign) => sign.kind === 'guard' && sign.symbol === symbol);
  const classes = new Set(guards.flatMap(carefulClasses));
  const isRegained = gained.signs.some((sign) =>
    carefulClasses(sign).some((name) => sign.symbol === symbol || classes.has(name)),
  );
  return classes.size > 0 && !isRegained;
}

function carefulClasses({ idioms }: Sign): readonly string[] {
  return idioms.flatMap((idiom) => (idiom.side === 'careful' && idiom.strength === 3 ? [idiom.class] : []));
}
