import { type SarifFailure, type SarifRuleInput, writeSarif } from '@pawl/sarif';
import type { AgentVerdict, Evidence, Reason, Verdict } from '@pawl/verdict';
import { GATE, ruleTextOf } from './rule-text-of.ts';
import { artifactsOf } from './sarif-artifacts.ts';
import { resultsOf, type Told } from './sarif-results.ts';
import { shown, shownPath } from './shown.ts';

const TOOL = { name: GATE, version: '0.1.0' };

export interface SarifContext {
  /** What the verdict was made from: with it the log has identities, and what stayed and what went. */
  readonly evidence?: Evidence | undefined;
  /** The address of the repository as git has it. */
  readonly remote?: string | undefined;
}

/**
 * One run of Pawl, whatever scanners were behind it: code scanning takes one run for a tool and a category, and the rules
 * of a scanner are told apart by its name before theirs. What could not be told makes the run a failed one, so that no
 * reader takes few results for few problems.
 */
export function humanSarif(verdict: Verdict, { evidence, remote }: SarifContext): string {
  const { base, head, tier, outcome, assurance, reasons } = verdict;
  const told = resultsOf(reasons, evidence ?? {});
  return writeSarif({
    tool: TOOL,
    results: told.map(({ result }) => result),
    rules: rulesOf(told),
    failures: reasons.filter(isBlindness).map(failureOf),
    artifacts: evidence ? artifactsOf(evidence.coverage) : [],
    automationId: `${GATE}/${tier}/${base}..${head}`,
    ...(remote === undefined ? {} : { provenance: { remote, revision: head } }),
    properties: { outcome, base, head, tier, assurance },
  });
}

/** One text for each rule, about every weakness that its results are about. */
function rulesOf(told: readonly Told[]): readonly SarifRuleInput[] {
  const rules = new Map<string, Told['named']>();
  for (const { named, result } of told) {
    const other = rules.get(result.rule);
    rules.set(result.rule, { ...named, cwe: [...(other?.cwe ?? []), ...named.cwe] });
  }
  return [...rules.values()].map(ruleTextOf);
}

/** A file that nobody reads any more is a regression and a blind spot. */
function isBlindness({ kind, outcome }: Reason): boolean {
  return outcome === 'inconclusive' || kind === 'lost-coverage';
}

function failureOf({ kind, rule, file, message }: Reason): SarifFailure {
  return { text: shown(message), id: shown(rule ?? kind), ...(file === null ? {} : { file: shownPath(file) }) };
}

/** No file, rule, base or head: an agent learns that it is stopped. */
export function agentSarif(answer: AgentVerdict): string {
  switch (answer.outcome) {
    case 'clean':
      return writeSarif({ tool: TOOL, results: [] });
    case 'stopped':
      return writeSarif({
        tool: TOOL,
        results: [],
        failures: [{ text: `stopped, case ${answer.case}. ${answer.message}` }],
      });
    case 'inconclusive':
      return writeSarif({ tool: TOOL, results: [], failures: answer.faults.map((fault) => ({ text: shown(fault) })) });
  }
}
