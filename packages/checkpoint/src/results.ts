import type { Cache } from '@pawl/cache';
import { type RawFinding, SEVERITIES } from '@pawl/findings';
import type { Scanner, ScanResult } from '@pawl/scanner';
import { ENGINE_VERSION } from './engine-version.ts';
import { isCoverage } from './is-coverage.ts';
import { hasTexts, isCount, isListOf, isRecord, isText } from './plain-data.ts';

/** Results that were found before, for the same content by the same scanner. Without them a verdict is the same and comes later. */
export interface Results {
  recall(scanner: Scanner, content: readonly string[]): Promise<ScanResult | undefined>;
  keep(scanner: Scanner, content: readonly string[], result: ScanResult): Promise<void>;
}

/** For the fast tier: to read back what it finds costs as much as finding it again. */
export const NO_RESULTS: Results = { recall: () => Promise.resolve(undefined), keep: () => Promise.resolve() };

/** Results by content. `content` names all that the scanner was given. */
export function resultsIn(cache: Cache): Results {
  const keyOf = ({ name, scope, version, rulesDigest }: Scanner, content: readonly string[]): readonly string[] => [
    ENGINE_VERSION,
    name,
    scope,
    version,
    rulesDigest,
    ...content,
  ];
  return {
    recall: async (scanner, content) => {
      const value = await cache.get(keyOf(scanner, content));
      return isScanResult(value) ? value : undefined;
    },
    keep: (scanner, content, result) => cache.put(keyOf(scanner, content), result),
  };
}

/** What is in a cache may be anything: half of an entry would be half of a verdict. */
function isScanResult(value: unknown): value is ScanResult {
  return isRecord<ScanResult>(value) && isListOf(value.findings, isRawFinding) && isCoverage(value.coverage);
}

function isRawFinding(value: unknown): boolean {
  if (!isRecord<RawFinding>(value) || !hasTexts(value, ['tool', 'rule', 'message', 'file'])) return false;
  const { severity, cwe, line, column, endLine, endColumn, suppressed } = value;
  return (
    SEVERITIES.some((known) => known === severity) &&
    isListOf(cwe, isText) &&
    isCount(line) &&
    [column, endLine, endColumn].every((count) => count === undefined || isCount(count)) &&
    (suppressed === undefined || typeof suppressed === 'boolean')
  );
}
