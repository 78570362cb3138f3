import { callParts, codeChildren } from '@pawl/syntax';
import { isIdle, isSecurity, meaningOf } from './concepts.ts';
import { countEdits } from './edits.ts';
import type { Evidence, Sign, Way } from './evidence.ts';
import { regexFeatures } from './regex-features.ts';
import { subwords } from './subwords.ts';
import { type Feature, type Features, Tally } from './tally.ts';

/**
 * What is known about a change as numbers with names. `lost` and `gained` speak of functions that both versions have, `gone`
 * and `new` of those that one has: a feature removed whole takes its guards with it.
 */
export function featuresOf(evidence: Evidence): Features {
  const tally = new Tally();
  const { lost, gained } = evidence;
  countSigns(tally, lost, 'lost', 'gone');
  countSigns(tally, gained, 'gained', 'new');
  countWords(tally, lost, gained, 'lost');
  countWords(tally, gained, lost, 'gained');
  countWrappers(tally, lost, 'lost');
  countWrappers(tally, gained, 'gained');
  countIdioms(tally, lost, gained);
  countPlain(tally, lost, 'worse');
  countPlain(tally, gained, 'better');
  countRules(tally, lost, 'rule', 'plainly worse');
  countRules(tally, gained, 'rule back', 'plainly better');
  regexFeatures(tally, lost.regexes);
  countEdits(tally, lost, gained);
  countPlaces(tally, evidence);
  const features = tally.damped();
  addShares(features, tally, lost, gained);
  addSizes(features, evidence);
  return features;
}

function countSigns(tally: Tally, { signs }: Way, staying: string, leaving: string): void {
  for (const sign of signs) {
    const way = sign.stays ? staying : leaving;
    tally.add(`${way} ${sign.kind}`, sign);
    if (sign.detail !== '') tally.add(`${way} ${sign.kind} ${sign.detail}`, sign);
    if (isSecurity(sign.words)) tally.add(`${way} ${sign.kind} of security`, sign);
  }
}

const SPEAKING = new Set(['identifier', 'call', 'string', 'guard', 'throw', 'decorator', 'option', 'import']);

function wordsOf({ signs }: Way): ReadonlyMap<string, Sign> {
  const words = new Map<string, Sign>();
  for (const sign of signs) {
    if (!sign.stays || !SPEAKING.has(sign.kind)) continue;
    for (const word of sign.words) if (!words.has(word)) words.set(word, sign);
  }
  return words;
}

/** Words that are on one side only. */
function countWords(tally: Tally, here: Way, there: Way, way: string): void {
  const others = wordsOf(there);
  for (const [word, sign] of wordsOf(here)) {
    if (others.has(word)) continue;
    const meaning = meaningOf(word);
    if (meaning) {
      tally.add(`${way} words of grade ${meaning.grade}`, sign);
      tally.add(`${way} words of ${meaning.concept}`, sign, meaning.grade);
    } else if (isIdle(word)) tally.add(`${way} idle words`, sign);
  }
}

function countWrappers(tally: Tally, { peeled }: Way, way: string): void {
  for (const sign of peeled) {
    tally.add(`${way} wrapper`, sign);
    const callee = sign.text.slice(0, Math.max(0, sign.text.indexOf('(')));
    if (isSecurity(subwords(callee))) tally.add(`${way} wrapper of security`, sign);
  }
}

/** Checks that come late, and handlers that take errors for nothing. */
function countPlain(tally: Tally, { late, handlers }: Way, how: string): void {
  for (const sign of [...late, ...handlers]) {
    tally.add(`${how} ${sign.late ? 'order' : 'handler'}`, sign);
    tally.add(`plainly ${how}`, sign);
  }
}

/** The careful ways that went and the careless ones that came, net for each idiom. */
function countIdioms(tally: Tally, lost: Way, gained: Way): void {
  const net = new Map<Sign['idioms'][number], { worse: number; from: Sign }>();
  const count = (way: Way, bad: 'careful' | 'careless'): void => {
    for (const sign of way.signs) {
      if (!sign.stays) continue;
      for (const idiom of sign.idioms) {
        const known = net.get(idiom) ?? { worse: 0, from: sign };
        known.worse += idiom.side === bad ? 1 : -1;
        net.set(idiom, known);
      }
    }
  };
  count(lost, 'careful');
  count(gained, 'careless');
  for (const [idiom, { worse, from }] of net) {
    if (worse === 0) continue;
    const how = worse > 0 ? 'worse' : 'better';
    tally.add(`${how} idiom of ${idiom.class}`, from, idiom.strength);
    tally.add(`${how} ${idiom.side} idiom of strength ${idiom.strength}`, from);
    if (idiom.strength === 3 && idiom.side === 'careless' && !isConstantRun(idiom.class, from)) {
      tally.add(`plainly ${how}`, from);
    }
  }
}

/** A program or code that is written down where it is run: nobody outside has a say in it. */
function isConstantRun(idiom: string, { node }: Sign): boolean {
  if (idiom !== 'exec' && idiom !== 'code') return false;
  const call = callParts(node) ?? (node.parent?.parent && callParts(node.parent.parent));
  const first = call && codeChildren(call.list)[0];
  const { strings, interpolations } = node.tree.profile;
  return first !== undefined && strings.includes(first.kind) && first.find(interpolations).length === 0;
}

/** What no guess is needed for: a guard that refuses less, an error that is swallowed, a new dangerous call, a check that comes too late. */
const PLAIN = /^(?:weakened-guard high|weakened-handler (?:high|medium)|dangerous-call \w+|late-guard \w+)$/u;

function countRules(tally: Tally, { rules }: Way, name: string, plainly: string): void {
  for (const rule of rules) {
    tally.add(`${name} ${rule}`, undefined);
    if (PLAIN.test(rule)) tally.add(plainly, undefined);
  }
}

/** What the places of a change are about: the names of its files and functions. */
function countPlaces(tally: Tally, { lost, files }: Evidence): void {
  const symbols = new Set(lost.signs.filter(({ stays }) => stays).map(({ symbol }) => symbol));
  if (isSecurity(files.flatMap((file) => [...subwords(file)]))) tally.add('file of security', undefined);
  if (isSecurity([...symbols].flatMap((symbol) => [...subwords(symbol)]))) tally.add('function of security', undefined);
  tally.add('functions', undefined, symbols.size);
}

/** Kinds whose share of a change says more than their number. */
const SHARED = ['guard', 'call', 'regex', 'string', 'option', 'throw', 'identifier'];

function addShares(features: Map<string, Feature>, tally: Tally, lost: Way, gained: Way): void {
  const [all, allGained] = [3 + lost.signs.length, 3 + gained.signs.length];
  for (const kind of SHARED) {
    const [went, came] = [tally.of(`lost ${kind}`), tally.of(`gained ${kind}`)];
    const from = features.get(`lost ${kind}`)?.from ?? [];
    features.set(`share of lost ${kind}`, { value: went / all, from });
    features.set(`share of gained ${kind}`, { value: came / allGained, from: [] });
    features.set(`net share of ${kind}`, { value: (went - came) / (all + allGained), from });
  }
  for (const grade of [2, 3]) {
    const name = `words of grade ${grade}`;
    const from = features.get(`lost ${name}`)?.from ?? [];
    features.set(`share of lost ${name}`, { value: tally.of(`lost ${name}`) / all, from });
  }
}

function addSizes(features: Map<string, Feature>, { lost, gained, files }: Evidence): void {
  const set = (name: string, value: number): void => void features.set(name, { value: Math.log1p(value), from: [] });
  set('lines lost', lost.lines);
  set('lines gained', gained.lines);
  set('lines', lost.lines + gained.lines);
  set('more lines lost', Math.max(0, lost.lines - gained.lines));
  set('more lines gained', Math.max(0, gained.lines - lost.lines));
  set('files', files.length);
}
