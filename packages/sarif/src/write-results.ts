import type { Result } from 'sarif';
import type { BaselineState, SarifResultInput } from './sarif-input.ts';
import { SCALE } from './severity.ts';
import { type Files, writeLocation } from './write-location.ts';
import { taxaOf, type Weaknesses } from './write-taxonomy.ts';

/** Where in the log the things stand that results refer to. */
export interface References {
  readonly rules: ReadonlyMap<string, number>;
  readonly files: Files;
  readonly weaknesses: Weaknesses;
}

export function writeResults(results: readonly SarifResultInput[], references: References): Result[] {
  const occurrences = occurrencesOf(results);
  // SARIF 3.27.23: either every result says whether it is suppressed, or none does.
  const saysSuppressed = results.some(({ suppressed }) => suppressed === true);
  return results.map((result) => ({
    ...writeResult(result, references),
    ...writeFingerprints(result.fingerprint, occurrences.get(result)),
    ...(result.baselineState === undefined ? {} : { baselineState: result.baselineState }),
    ...(saysSuppressed ? { suppressions: result.suppressed === true ? [{ kind: 'inSource' }] : [] } : {}),
  }));
}

function writeResult(result: SarifResultInput, { rules, files, weaknesses }: References): Result {
  const { level, score } = SCALE[result.severity];
  const ruleIndex = rules.get(result.rule);
  const taxa = taxaOf(result.cwe, weaknesses);
  return {
    ruleId: result.rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    // SARIF 3.27.10: a level of "none" belongs to a kind other than "fail".
    ...(level === 'none' ? { kind: 'informational' } : {}),
    level,
    message: { text: result.message },
    locations: [{ physicalLocation: writeLocation(result, files) }],
    ...(taxa.length === 0 ? {} : { taxa }),
    properties: { ...result.properties, cwe: [...result.cwe], 'security-severity': score },
  };
}

/** The second key tells copies apart. It holds the first, because a reader may take any equal key for the same result. */
function writeFingerprints(
  fingerprint: string | undefined,
  occurrence: number | undefined,
): Pick<Result, 'partialFingerprints'> {
  if (fingerprint === undefined || occurrence === undefined) return {};
  return { partialFingerprints: { 'pawl/v1': fingerprint, 'pawl/occurrence/v1': `${fingerprint}:${occurrence}` } };
}

const OLDEST_FIRST: readonly (BaselineState | undefined)[] = ['unchanged', 'updated', 'absent', 'new', undefined];

/** Copies of one finding count from 1, those of the baseline first, so that one more copy renames none that was there. */
function occurrencesOf(results: readonly SarifResultInput[]): ReadonlyMap<SarifResultInput, number> {
  const rank = ({ baselineState }: SarifResultInput): number => OLDEST_FIRST.indexOf(baselineState);
  const counts = new Map<string, number>();
  const occurrences = new Map<SarifResultInput, number>();
  for (const result of results.toSorted((a, b) => rank(a) - rank(b))) {
    if (result.fingerprint === undefined) continue;
    const count = (counts.get(result.fingerprint) ?? 0) + 1;
    counts.set(result.fingerprint, count);
    occurrences.set(result, count);
  }
  return occurrences;
}
