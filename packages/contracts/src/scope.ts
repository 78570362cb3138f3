import { languageIn } from './ast/language.ts';
import type { Contract, Contracts } from './contract.ts';
import type { FileEvaluation } from './file-evaluation.ts';

/** Which files must be evaluated to judge a change. */
export interface Scope {
  /** What differs and some contract speaks of. */
  readonly changed: readonly string[];
  /** The other files of contracts that are about the whole: a flow goes through files that did not change, and what must stay may stand elsewhere. */
  readonly unchanged: readonly string[];
}

/**
 * The files that decide. `files` are all files of both sides. Contracts that speak of each match alone need no more than what changed: what
 * did not is the same on both sides.
 */
export function scopeOf({ contracts }: Contracts, changed: Iterable<string>, files: Iterable<string>): Scope {
  const differing = [...new Set(changed)].filter((file) => contracts.some((contract) => speaksOf(contract, file)));
  const whole = contracts.filter((contract) => isWhole(contract) && differing.some((file) => speaksOf(contract, file)));
  return { changed: differing.sort(), unchanged: others(whole, files, new Set(differing)) };
}

/**
 * The files that are still missing after the ones of {@link scopeOf} were evaluated: where all that a contract speaks of is gone from what
 * changed, the rest tells whether there is more. Empty for almost every change.
 */
export function stillNeeded(
  { contracts }: Contracts,
  base: readonly FileEvaluation[],
  head: readonly FileEvaluation[],
  files: Iterable<string>,
): readonly string[] {
  const lost = contracts.filter(({ id }) => subjects(base, id) > 0 && subjects(head, id) === 0);
  return others(lost, files, new Set([...base, ...head].map(({ file }) => file)));
}

function others(
  contracts: readonly Contract[],
  files: Iterable<string>,
  known: ReadonlySet<string>,
): readonly string[] {
  if (contracts.length === 0) return [];
  return [...new Set(files)]
    .filter((file) => !known.has(file) && contracts.some((contract) => speaksOf(contract, file)))
    .sort();
}

function isWhole({ promise: { kind } }: Contract): boolean {
  return kind === 'flow' || kind === 'mustStay';
}

function speaksOf(contract: Contract, file: string): boolean {
  return languageIn(contract, file) !== undefined;
}

function subjects(files: readonly FileEvaluation[], id: string): number {
  return files.flatMap(({ contracts }) => contracts).reduce((sum, one) => sum + (one.id === id ? one.subjects : 0), 0);
}
