import { type Coverage, type InvariantFinding, joinCoverage, type Suppression } from '@pawl/findings';
import type { Syntax } from '@pawl/syntax';
import { type Change, type ChangedPair, reversed, type Side } from './change.ts';
import { DEFENCES } from './defences.ts';
import { disguisedCode } from './disguise/disguised-code.ts';
import { type Drift, driftFacts, driftOf } from './drift/drift-of.ts';
import type { RulesFound } from './drift/evidence-of.ts';
import { type Model, scoreOf } from './drift/model.ts';
import { MODEL } from './drift/weights.ts';
import type { Features } from './drift/tally.ts';
import { type Sensitivity, THRESHOLDS } from './drift/thresholds.ts';
import { isSwitchedOff } from './guard/switched-off.ts';
import { type Hunk, lineHunks } from './line-hunks.ts';
import { comesTooLate } from './order/late-guard.ts';
import { type ReadSide, readSide, uncompared } from './read-side.ts';
import type { FilePair } from './source-text.ts';
import { introducedInCode, type SilencedText } from './suppression/introduced-in-code.ts';
import { MOST_TOUCHED, touchesTooMuch } from './too-large.ts';
import { withinWork, WorkError } from './work.ts';

export interface InvariantResult {
  readonly findings: readonly InvariantFinding[];
  /** How likely the change takes defences away, as log-odds over the cases that the weights were fitted on. */
  readonly score: number;
  /** Suppressions that head has more of, over the whole change; one that moved is not new. */
  readonly introducedSuppressions: readonly Suppression[];
  readonly baseCoverage: Coverage;
  readonly headCoverage: Coverage;
}

interface ReadPair {
  readonly base: ReadSide | undefined;
  readonly head: ReadSide | undefined;
}

export interface JudgeOptions {
  /** From how strong a suspicion on a change is a finding. */
  readonly sensitivity?: Sensitivity;
  /** Whether of head only what changed is parsed, as a commit wants it: the tree is the same but for where a few comments hang. */
  readonly isQuick?: boolean;
  /** What features are worth, and the score that stops: only a benchmark brings others than ours. */
  readonly model?: Model;
  readonly threshold?: number;
}

/**
 * Compares base and head of a change, all its files at once, and says what security was taken away. Adding a defence is
 * never a finding. Throws only where a grammar cannot be loaded; what cannot be parsed is in the coverage.
 */
export async function judgeInvariants(
  pairs: readonly FilePair[],
  syntax: Syntax,
  { sensitivity = 'default', isQuick = false, model = MODEL, threshold = THRESHOLDS[sensitivity] }: JudgeOptions = {},
): Promise<InvariantResult> {
  return withChange(pairs, syntax, { isQuick }, async (change, all) => {
    const { drift, rules, beyondDoubt, read } = await compared(change, all, model);
    return {
      findings: [...disguisedCode(read), ...(drift.score < threshold ? beyondDoubt : findingsOf(rules, drift))],
      score: drift.score,
      introducedSuppressions: introducedInCode(read.map(toSilenced)),
      baseCoverage: joinCoverage(sides(read, 'base').map(({ coverage }) => coverage)),
      headCoverage: joinCoverage(sides(read, 'head').map(({ coverage }) => coverage)),
    };
  });
}

interface Compared {
  readonly drift: Drift;
  readonly rules: readonly InvariantFinding[];
  /** Those that no score can make good. */
  readonly beyondDoubt: readonly InvariantFinding[];
  readonly read: readonly ReadPair[];
}

/** What takes too much work to compare was not examined: neither version is at fault, and neither is clean. */
async function compared(change: Change, read: readonly ReadPair[], model: Model): Promise<Compared> {
  const result = await withinWork(async () => {
    const rules = rulesBothWays(change);
    const beyondDoubt = rules.forth.filter(
      (finding) => isSwitchedOff(finding, change) || comesTooLate(finding, change),
    );
    return { drift: await driftOf(change, rules, model), rules: rules.forth, beyondDoubt, read };
  });
  if (!(result instanceof WorkError)) return result;
  const { score } = scoreOf(() => 0, model);
  const unread = read.map((pair) => (isComparable(pair) ? withoutTrees(pair, result.message) : pair));
  return { drift: { score, findings: [] }, rules: [], beyondDoubt: [], read: unread };
}

/** The numbers that a score is made of, for the change and for the change undone: what weights are fitted on. */
export interface DriftFeatures {
  readonly forth: Readonly<Record<string, number>>;
  readonly back: Readonly<Record<string, number>>;
  /** The words that there are fewer of after the change, and those that there are more of. */
  readonly wording: { readonly lost: readonly string[]; readonly gained: readonly string[] };
  /** Whether a rule needs no weighing. */
  readonly certain: boolean;
}

export async function driftFeatures(pairs: readonly FilePair[], syntax: Syntax): Promise<DriftFeatures> {
  return withChange(pairs, syntax, { isQuick: false }, async (change) => {
    const facts = await withinWork(() => driftFacts(change, rulesBothWays(change)));
    if (facts instanceof WorkError) return { forth: {}, back: {}, wording: { lost: [], gained: [] }, certain: false };
    const { lost, gained } = facts.wording;
    return {
      forth: numbersIn(facts.forth),
      back: numbersIn(facts.back),
      wording: { lost: [...lost], gained: [...gained] },
      certain: facts.certain,
    };
  });
}

function numbersIn(features: Features): Readonly<Record<string, number>> {
  return Object.fromEntries([...features].flatMap(([name, { value }]) => (value === 0 ? [] : [[name, value]])));
}

async function withChange<Result>(
  pairs: readonly FilePair[],
  syntax: Syntax,
  { isQuick }: Required<Pick<JudgeOptions, 'isQuick'>>,
  ask: (change: Change, read: readonly ReadPair[]) => Promise<Result>,
): Promise<Result> {
  const read: ReadPair[] = [];
  try {
    for (const pair of pairs) {
      const base = pair.base && (await readSide(pair.base, syntax));
      read.push({ base, head: pair.head && (await readSide(pair.head, syntax, isQuick ? base : undefined)) });
    }
    const told = read.map(comparedWithin);
    return await ask({ pairs: told.filter(isComparable).map(toChangedPair) }, told);
  } finally {
    for (const { base, head } of read) [base, head].forEach((side) => side?.tree?.release());
  }
}

function rulesBothWays(change: Change): RulesFound {
  return { forth: rulesFound(change), back: rulesFound(reversed(change)) };
}

function rulesFound(change: Change): readonly InvariantFinding[] {
  return Object.values(DEFENCES).flatMap((defence) => defence.judge(change));
}

/**
 * What is told over the threshold; under it nothing was lost that a person would stop for. A rule that found something grave says
 * it best; where none did, the places that speak for a loss are told beside what the rules found.
 */
function findingsOf(rules: readonly InvariantFinding[], drift: Drift): readonly InvariantFinding[] {
  if (rules.some(({ severity }) => severity === 'high' || severity === 'critical')) return rules;
  const named = new Set(rules.map(placeOf));
  return [...rules, ...drift.findings.filter((finding) => !named.has(placeOf(finding)))];
}

function placeOf({ location }: InvariantFinding): string {
  return `${location.file}\0${location.symbol}`;
}

function sides(read: readonly ReadPair[], which: Side['which']): readonly ReadSide[] {
  return read.flatMap((pair) => pair[which] ?? []);
}

function toSilenced({ base, head }: ReadPair): Record<Side['which'], SilencedText | undefined> {
  const silenced = (side: ReadSide | undefined): SilencedText | undefined =>
    side && { text: side.source.text, silencings: side.suppressions, under: side.under };
  return { base: silenced(base), head: silenced(head) };
}

/**
 * Text that is equal has lost nothing. A head that broke where base parsed cannot be compared: what the parser made of it
 * would say that anything was lost. Its coverage says so instead.
 */
function isComparable({ base, head }: ReadPair): boolean {
  if (base && head && base.source.text === head.source.text) return false;
  return !(head?.tree?.hasErrors && base?.tree && !base.tree.hasErrors);
}

function toChangedPair({ base, head }: ReadPair): ChangedPair {
  const hunks = hunksOf(base?.source.text, head?.source.text);
  const pair: { base: Side | undefined; head: Side | undefined; readonly hunks: readonly Hunk[] } = {
    base: undefined,
    head: undefined,
    hunks,
  };
  pair.base = base?.tree && { which: 'base', source: base.source, tree: base.tree, pair };
  pair.head = head?.tree && { which: 'head', source: head.source, tree: head.tree, pair };
  return pair;
}

/** A pair of which a change touches too much is read, and not compared. */
function comparedWithin(pair: ReadPair): ReadPair {
  const { base, head } = pair;
  const texts = [base?.source.text ?? '', head?.source.text ?? ''] as const;
  if (texts.every(({ length }) => length <= MOST_TOUCHED) || !isComparable(pair)) return pair;
  const hunks = hunksOf(...texts);
  const whyOf = (which: Side['which']): string | undefined =>
    touchesTooMuch(
      pair[which]?.source.text ?? '',
      hunks.map((hunk) => hunk[which]),
    );
  const why = whyOf('base') ?? whyOf('head');
  return why === undefined ? pair : withoutTrees(pair, why);
}

function withoutTrees({ base, head }: ReadPair, why: string): ReadPair {
  return { base: base && uncompared(base, why), head: head && uncompared(head, why) };
}

/** All of a file that was added or deleted is one hunk. */
function hunksOf(base: string | undefined, head: string | undefined): readonly Hunk[] {
  return lineHunks(base ?? '', head ?? '');
}
