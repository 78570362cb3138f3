import type { InvariantFinding } from '@pawl/findings';
import type { Change } from '../change.ts';
import type { Evidence, Sign } from './evidence.ts';
import { evidenceOf, type RulesFound } from './evidence-of.ts';
import { explainDrift } from './explain-drift.ts';
import { featuresOf } from './features.ts';
import { type Model, type Score, scoreOf } from './model.ts';
import type { Features } from './tally.ts';

/** How likely a change takes defences away, and by what that shows. */
export interface Drift {
  readonly score: number;
  /** Where it shows most, strongest first. */
  readonly findings: readonly InvariantFinding[];
}

/** All that a score is made of: the features of a change, those of the change undone, and whether a rule needs no weighing. */
export interface DriftFacts {
  readonly forth: Features;
  readonly back: Features;
  readonly certain: boolean;
}

/** How much it counts against a suspicion that the change undone would be suspicious too: then it is an edit, not a loss. */
const UNDONE = 0.3;

/** A change undone cannot clear a change by more than this. */
const LEAST_UNDONE = -1;

/** What a rule says beyond doubt needs no weighing: it is as good as a score that no policy lets pass. */
const CERTAIN = 4;

export async function driftOf(change: Change, rules: RulesFound, model: Model): Promise<Drift> {
  const { forth, back, certain } = await driftFacts(change, rules);
  const there = scoreFeatures(forth, model);
  const again = scoreFeatures(back, model);
  return { score: wholeScore(there.score, again.score, certain), findings: explainDrift(forth, there.parts) };
}

export async function driftFacts(change: Change, rules: RulesFound): Promise<DriftFacts> {
  const evidence = await evidenceOf(change, rules);
  const { lost, gained, files } = evidence;
  return {
    forth: featuresOf({ lost, gained, files }),
    back: featuresOf({ lost: gained, gained: lost, files }),
    certain: rules.forth.some((finding) => isCertain(finding, change, evidence)),
  };
}

/** One score from that of the change, that of the change undone, and whether a rule is certain. */
export function wholeScore(forth: number, back: number, certain: boolean): number {
  const score = forth - UNDONE * Math.max(LEAST_UNDONE, back);
  return certain ? Math.max(CERTAIN, score) : score;
}

/**
 * What needs no weighing: request data that reaches a new dangerous call; a lost guard that was itself a careful idiom beyond doubt, such as
 * one that keeps a path inside a folder, however much else the change brings; in a language that no weights were fitted on, any rule.
 */
function isCertain(finding: InvariantFinding, { pairs }: Change, evidence: Evidence): boolean {
  const { rule, severity, location } = finding;
  if (rule === 'dangerous-call' && severity === 'critical') return true;
  if (rule === 'lost-guard' && severity === 'high' && isCarefulGuardLost(location.symbol, evidence)) return true;
  const sides = pairs.flatMap(({ base, head }) => [base, head].filter((side) => side !== undefined));
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

function scoreFeatures(features: Features, model: Model): Score {
  return scoreOf((name) => features.get(name)?.value ?? 0, model);
}
