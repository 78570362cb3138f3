import type { InvariantFinding } from '@pawl/findings';
import type { Contract, Contracts } from '../contract.ts';
import type { ContractEvaluation, FileEvaluation } from '../file-evaluation.ts';
import { RULE_OF } from '../rules.ts';
import { type FlowPlaces, flowPlaces } from './flow-places.ts';
import { judgeStay } from './judge-stay.ts';
import { newPlaces, type Place } from './place.ts';
import { quoted, tell, where } from './tell.ts';

export interface JudgeOptions {
  /**
   * Whether the evaluations are those of all files that contracts speak of, as they are by default. Where they are not, no contract is said to
   * match nothing, and {@link scopeOf} tells which files must be there all the same.
   */
  readonly whole?: boolean;
  /** The files that differ: only flows that touch them are followed, since the rest is the same on both sides. */
  readonly changed?: Iterable<string>;
}

export interface ContractWarning {
  readonly contract: string;
  readonly message: string;
}

export interface ContractJudgement {
  readonly findings: readonly InvariantFinding[];
  readonly warnings: readonly ContractWarning[];
  /** Of head, beside what the evaluations say: flows that could not be followed to the end. */
  readonly notExamined: FlowPlaces['notExamined'];
}

/** What one contract says of a whole side. */
export interface Side {
  readonly subjects: number;
  readonly evaluations: readonly (ContractEvaluation & { readonly file: string })[];
}

/**
 * What a change breaks that base kept. What was broken at base never stops, and neither does anything that makes more matches hold. It
 * depends on the evaluations alone, in whatever order they come.
 */
export function judgeContracts(
  { contracts }: Contracts,
  base: readonly FileEvaluation[],
  head: readonly FileEvaluation[],
  { whole = true, changed }: JudgeOptions = {},
): ContractJudgement {
  const before = sidesOf(base);
  const after = sidesOf(head);
  const only = changed === undefined ? undefined : [...changed];
  const judged = contracts.map((contract) => {
    const sides = { base: before(contract.id), head: after(contract.id) };
    return { ...judge(contract, sides, only), warnings: whole ? warn(contract, sides) : [] };
  });
  return {
    findings: judged.flatMap(({ findings }) => findings),
    warnings: judged.flatMap(({ warnings }) => warnings),
    notExamined: judged.flatMap(({ notExamined }) => notExamined),
  };
}

interface Sides {
  readonly base: Side;
  readonly head: Side;
}

function sidesOf(files: readonly FileEvaluation[]): (id: string) => Side {
  const byId = new Map<string, (ContractEvaluation & { readonly file: string })[]>();
  for (const { file, contracts } of files.toSorted((a, b) => (a.file < b.file ? -1 : 1)))
    for (const evaluation of contracts) {
      const list = byId.get(evaluation.id);
      if (list === undefined) byId.set(evaluation.id, [{ ...evaluation, file }]);
      else list.push({ ...evaluation, file });
    }
  return (id) => {
    const evaluations = byId.get(id) ?? [];
    return { evaluations, subjects: evaluations.reduce((sum, { subjects }) => sum + subjects, 0) };
  };
}

function judge(
  contract: Contract,
  { base, head }: Sides,
  changed: readonly string[] | undefined,
): Pick<ContractJudgement, 'findings' | 'notExamined'> {
  const { promise } = contract;
  const rule = RULE_OF[promise.kind];
  const { places, notExamined } = placesOf(contract, head, changed);
  const broken = newPlaces(placesOf(contract, base, changed).places, places).map((place) =>
    tell({ contract, rule, place, what: whatBroke(contract, place) }),
  );
  const gone =
    promise.kind === 'mustStay' ? judgeStay(contract, promise, base, head) : lostSubject(contract, base, head);
  return { findings: [...gone, ...broken], notExamined };
}

function placesOf(contract: Contract, side: Side, changed: readonly string[] | undefined): FlowPlaces {
  if (contract.promise.kind === 'flow') return flowPlaces(side, changed);
  const places = side.evaluations.flatMap(({ file, matches }) =>
    matches.filter(({ held }) => !held).map((match) => ({ ...match, file })),
  );
  return { places, notExamined: [] };
}

function whatBroke({ promise }: Contract, { symbol, code, why }: Place): string {
  switch (promise.kind) {
    case 'flow':
      return `${why}.`;
    case 'mustHave':
      return `${quoted(code)}${where(symbol)} ${why}.`;
    case 'mustNot':
      return why.startsWith('imports') ? `This file ${why}.` : `${quoted(code)}${where(symbol)} ${why}.`;
    case 'mustStay':
      return `The order is broken: ${why}.`;
  }
}

/**
 * What held everywhere now holds nowhere. Whether a feature went or was rewritten so that the contract no longer sees it, nobody can tell from here, so it
 * counts as broken. Where something never was to appear, there is only less to look at, and a person is asked.
 */
function lostSubject(contract: Contract, base: Side, head: Side): readonly InvariantFinding[] {
  if (base.subjects === 0 || head.subjects > 0) return [];
  const last = base.evaluations.find(({ subjects }) => subjects > 0);
  const match = last?.matches[0];
  const file = last?.file ?? '';
  const place: Place = {
    file,
    line: match?.line ?? 1,
    symbol: match?.symbol ?? '',
    code: `subject of ${contract.id}`,
    key: '',
    why: '',
  };
  const what = `Nothing is left that the contract speaks of; the last of it was in \`${file}\`, and the contract now guards nothing.`;
  const weight = contract.promise.kind === 'mustNot' ? ({ severity: 'medium' } as const) : {};
  return [tell({ contract, rule: 'contract-lost-its-subject', place, what, ...weight })];
}

function warn(contract: Contract, { base, head }: Sides): readonly ContractWarning[] {
  if (base.subjects + head.subjects > 0) return [];
  return [
    {
      contract: contract.id,
      message: `The contract "${contract.id}" speaks of nothing in this project, before or now: look at its patterns and globs.`,
    },
  ];
}
