import type { Cache } from '@pawl/cache';
import { type Coverage, type RawFinding, SEVERITIES } from '@pawl/findings';
import type { Scanner, ScanResult } from '@pawl/scanner';
import { ENGINE_VERSION } from './engine-version.ts';

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

type Unknown<T> = { readonly [Key in keyof T]?: unknown };

/** What is in a cache may be anything: half of an entry would be half of a verdict. */
function isScanResult(value: unknown): value is ScanResult {
  if (!isRecord<ScanResult>(value) || !isRecord<Coverage>(value.coverage)) return false;
  const { examined, notExamined } = value.coverage;
  return (
    isListOf(value.findings, isRawFinding) &&
    isListOf(examined, (record) => hasTexts(record, ['file', 'blob', 'by'])) &&
    isListOf(notExamined, (record) => hasTexts(record, ['file', 'blob', 'by', 'code', 'why']))
  );
}

function isRawFinding(value: unknown): boolean {
  if (!isRecord<RawFinding>(value) || !hasTexts(value, ['tool', 'rule', 'message', 'file'])) return false;
  const { severity, cwe, line, column, endLine, endColumn, suppressed } = value;
  return (
    SEVERITIES.some((known) => known === severity) &&
    isListOf(cwe, (item) => typeof item === 'string') &&
    isCount(line) &&
    [column, endLine, endColumn].every((count) => count === undefined || isCount(count)) &&
    (suppressed === undefined || typeof suppressed === 'boolean')
  );
}

function isRecord<T>(value: unknown): value is Unknown<T> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOf(value: unknown, is: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(is);
}

function hasTexts(value: unknown, keys: readonly string[]): boolean {
  return isRecord<Record<string, string>>(value) && keys.every((key) => typeof value[key] === 'string');
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 1;
}
