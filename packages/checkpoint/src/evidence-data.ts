import type { Delta } from '@pawl/baseline';
import { type Finding, type InvariantFinding, SEVERITIES, type Suppression } from '@pawl/findings';
import type { ComparedCoverage, Drift, Evidence, GateChange, TestEvidence } from '@pawl/verdict';
import { isCoverage } from './is-coverage.ts';
import { hasTexts, isCount, isListOf, isRecord, isText } from './plain-data.ts';

type Data = Omit<Evidence, 'coverage'> & {
  readonly coverage: Omit<ComparedCoverage, 'renames' | 'deleted'> & {
    readonly renames: readonly (readonly [string, string])[];
    readonly deleted: readonly string[];
  };
};

/** As plain JSON data. */
export function writeEvidence({ coverage, ...evidence }: Evidence): Data {
  return { ...evidence, coverage: { ...coverage, renames: [...coverage.renames], deleted: [...coverage.deleted] } };
}

/** `undefined` for anything that is no evidence: half of it would be half of a verdict. */
export function readEvidence(value: unknown): Evidence | undefined {
  if (!isData(value)) return undefined;
  const { coverage, ...evidence } = value;
  return {
    ...evidence,
    coverage: { ...coverage, renames: new Map(coverage.renames), deleted: new Set(coverage.deleted) },
  };
}

function isData(value: unknown): value is Data {
  if (!isRecord<Data>(value)) return false;
  const { delta, invariants, suppressions, tests, gateChanges, faults, drift, latch, coverage } = value;
  return (
    isAbsentOr(delta, isDelta) &&
    isAbsentOr(invariants, (list) => isListOf(list, isInvariantFinding)) &&
    isAbsentOr(suppressions, (list) => isListOf(list, isSuppression)) &&
    isAbsentOr(tests, isTestEvidence) &&
    isAbsentOr(gateChanges, (list) => isListOf(list, isGateChange)) &&
    isListOf(faults, (fault) => hasTexts(fault, ['code', 'message'])) &&
    isAbsentOr(drift, isDrift) &&
    latch === undefined &&
    isComparedCoverage(coverage)
  );
}

function isAbsentOr(value: unknown, is: (value: unknown) => boolean): boolean {
  return value === undefined || is(value);
}

function isDelta(value: unknown): boolean {
  if (!isRecord<Delta>(value)) return false;
  const { introduced, worsened, resolved, persisting, moved } = value;
  return (
    [introduced, resolved].every((list) => isListOf(list, isFinding)) &&
    [worsened, persisting, moved].every((list) => isListOf(list, isPair))
  );
}

function isPair(value: unknown): boolean {
  return isRecord<Delta['moved'][number]>(value) && isFinding(value.base) && isFinding(value.head);
}

function isFinding(value: unknown): boolean {
  if (!isRecord<Finding>(value) || !hasTexts(value, ['tool', 'rule', 'message', 'snippet', 'fingerprint']))
    return false;
  const { severity, cwe, location } = value;
  return SEVERITIES.some((known) => known === severity) && isListOf(cwe, isText) && isLocation(location);
}

function isInvariantFinding(value: unknown): boolean {
  return isFinding(value) && isRecord<InvariantFinding>(value) && isText(value.kind);
}

function isTestEvidence(value: unknown): boolean {
  if (!isRecord<TestEvidence>(value)) return false;
  return isListOf(value.findings, isInvariantFinding) && typeof value.ran === 'boolean';
}

function isSuppression(value: unknown): boolean {
  if (!isRecord<Suppression>(value) || !hasTexts(value, ['tool', 'scope', 'code', 'text'])) return false;
  return isListOf(value.rules, isText) && isLocation(value.location);
}

function isLocation(value: unknown): boolean {
  return isRecord<Finding['location']>(value) && hasTexts(value, ['file', 'symbol']) && isCount(value.line);
}

function isGateChange(value: unknown): boolean {
  if (!isRecord<GateChange>(value) || !hasTexts(value, ['file', 'change', 'protects'])) return false;
  return isAbsentOr(value.rule, isText) && isAbsentOr(value.what, isText);
}

function isDrift(value: unknown): boolean {
  if (!isRecord<Drift>(value)) return false;
  return [value.weight, value.limit].every((count) => Number.isSafeInteger(count) && Number(count) >= 0);
}

function isComparedCoverage(value: unknown): boolean {
  if (!isRecord<Data['coverage']>(value)) return false;
  const { base, head, renames, deleted } = value;
  return (
    isCoverage(base) &&
    isCoverage(head) &&
    isListOf(renames, (pair) => isListOf(pair, isText) && (pair as readonly string[]).length === 2) &&
    isListOf(deleted, isText)
  );
}
