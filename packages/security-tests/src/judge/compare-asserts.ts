import type { Assertion } from '../floor/file-floor.ts';
import { isReversed } from './reversal.ts';
import { telling } from './side.ts';

/** What became of one assertion for the worse. */
export type Loss =
  | { readonly kind: 'removed'; readonly base: Assertion }
  | {
      readonly kind: 'vacuous' | 'looser' | 'reversed' | 'conditional';
      readonly base: Assertion;
      readonly head: Assertion;
    };

type Same = (base: Assertion, head: Assertion) => boolean;

const exactly: Same = (a, b) =>
  a.subject === b.subject &&
  a.matcher === b.matcher &&
  a.expected === b.expected &&
  a.strength === b.strength &&
  a.conditional === b.conditional;
const sameSubject: Same = (a, b) => a.subject === b.subject;
const sameClaim: Same = (a, b) => a.matcher === b.matcher && a.expected === b.expected && b.strength > 0;
const sameMatcher: Same = (a, b) => a.matcher === b.matcher && b.strength > 0;

/**
 * What the assertions of a test lost: identical ones first, then those on the same thing, then those that claim the same of something that has
 * another name. What remains is held against the strongest that head has left.
 */
export function compareAsserts(base: readonly Assertion[], head: readonly Assertion[]): readonly Loss[] {
  const losses: Loss[] = [];
  let left = { base: [...telling(base)], head: [...head] };
  for (const same of [exactly, sameSubject, sameClaim, sameMatcher]) left = paired(left, same, losses);
  if (left.head.some(({ matcher }) => matcher === 'helper')) return losses;
  const strongest = telling(left.head).toSorted((a, b) => b.strength - a.strength);
  for (const each of left.base.toSorted((a, b) => b.strength - a.strength))
    losses.push(...lossOf(each, strongest.shift()));
  return losses;
}

interface Left {
  readonly base: Assertion[];
  readonly head: Assertion[];
}

function paired({ base, head }: Left, same: Same, losses: Loss[]): Left {
  const rest: Assertion[] = [];
  const others = [...head];
  for (const each of base) {
    const fitting = others.filter((other) => same(each, other)).toSorted((a, b) => b.strength - a.strength);
    const best =
      fitting.find((other) => other.matcher === each.matcher && other.expected === each.expected) ?? fitting[0];
    if (best === undefined) {
      rest.push(each);
      continue;
    }
    others.splice(others.indexOf(best), 1);
    losses.push(...lossOf(each, best));
  }
  return { base: rest, head: others };
}

function lossOf(base: Assertion, head: Assertion | undefined): readonly Loss[] {
  if (head === undefined) return [{ kind: 'removed', base }];
  if (head.strength === 0) return [{ kind: 'vacuous', base, head }];
  if (isReversed(base, head)) return [{ kind: 'reversed', base, head }];
  if (head.strength < base.strength) return [{ kind: 'looser', base, head }];
  if (head.conditional === true && base.conditional !== true) return [{ kind: 'conditional', base, head }];
  return [];
}
