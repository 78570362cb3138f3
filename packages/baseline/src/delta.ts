import { type Finding, isWorse } from '@pawl/findings';
import { compareFinding } from './order.ts';
import { type Pairing, pairWithin } from './pair.ts';
import { pairNotWorse, rankOf } from './pair-not-worse.ts';

export interface Pair {
  readonly base: Finding;
  readonly head: Finding;
}

/** What became of the findings of base. Each finding of either side is in exactly one list. */
export interface Delta {
  readonly introduced: readonly Finding[];
  /** Same fingerprint, worse severity; wherever it is now. */
  readonly worsened: readonly Pair[];
  readonly resolved: readonly Finding[];
  /** Still in the same file, on whatever line. */
  readonly persisting: readonly Pair[];
  /** Now in another file. */
  readonly moved: readonly Pair[];
}

/**
 * Compares two sets of findings as multisets of fingerprints: ten copies are ten, and fixing one while adding another is
 * one introduced. Of equal copies, those of equal severity are paired first, so that a move alone worsens nothing; then
 * those in the same file, nearest line first; then those that got no worse. Every list is sorted by file, line and rule, whatever the order of the input.
 */
export function delta(base: readonly Finding[], head: readonly Finding[]): Delta {
  const { pairs, base: resolved, head: introduced } = pairUp(base, head);
  const sorted = pairs.toSorted((a, b) => compareFinding(a.head, b.head));
  const worsened = sorted.filter(hasWorsened);
  const others = sorted.filter((pair) => !hasWorsened(pair));
  return {
    introduced: introduced.toSorted(compareFinding),
    worsened,
    resolved: resolved.toSorted(compareFinding),
    persisting: others.filter(isInTheSameFile),
    moved: others.filter((pair) => !isInTheSameFile(pair)),
  };
}

interface Pass {
  readonly keyOf: (finding: Finding) => readonly unknown[];
  readonly positionOf: (finding: Finding) => number;
}

const lineOf = ({ location }: Finding): number => location.line;

/** Each pass pairs what the stricter one before it left over. */
const EQUAL_SEVERITY: readonly Pass[] = [
  {
    keyOf: ({ fingerprint, severity, location: { file, line } }) => [fingerprint, severity, file, line],
    positionOf: lineOf,
  },
  { keyOf: ({ fingerprint, severity, location: { file } }) => [fingerprint, severity, file], positionOf: lineOf },
  { keyOf: ({ fingerprint, severity }) => [fingerprint, severity], positionOf: lineOf },
];

/** What is left then has become worse. */
const WHATEVER_IS_LEFT: Pass = { keyOf: ({ fingerprint }) => [fingerprint], positionOf: rankOf };

function pairUp(base: readonly Finding[], head: readonly Finding[]): Pairing<Finding> {
  const start: Pairing<Finding> = { pairs: [], base: copies(base), head: copies(head) };
  return pairBy(pairNotWorse(EQUAL_SEVERITY.reduce(pairBy, start)), WHATEVER_IS_LEFT);
}

function pairBy(pairing: Pairing<Finding>, { keyOf, positionOf }: Pass): Pairing<Finding> {
  return pairWithin(pairing, (finding) => JSON.stringify(keyOf(finding)), positionOf);
}

/** One object for each finding, so that the same object given twice counts twice. */
function copies(findings: readonly Finding[]): readonly Finding[] {
  return findings.map((finding) => ({ ...finding })).sort(compareFinding);
}

function hasWorsened({ base, head }: Pair): boolean {
  return isWorse(head.severity, base.severity);
}

function isInTheSameFile({ base, head }: Pair): boolean {
  return base.location.file === head.location.file;
}
