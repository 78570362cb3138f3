import { createHash } from 'node:crypto';
import type { Cache, Key } from '@pawl/cache';
import type { Lock } from '@pawl/baseline';
import { SEVERITIES, type Suppression } from '@pawl/findings';
import { CATEGORIES } from '@pawl/security-tests';
import { ENGINE_VERSION } from '../engine-version.ts';
import { ENGINES } from '../engines.ts';
import { isCoverage } from '../is-coverage.ts';
import { hasTexts, isListOf, isRecord, isText } from '../plain-data.ts';
import type { TreeChange } from './tree-state.ts';

/** A change that was measured before, by everything that it depends on; it is measured and kept where it was not. */
export async function keptChange(
  cache: Cache | undefined,
  {
    lock,
    from,
    to,
  }: { readonly lock: Pick<Lock, 'configuration' | 'tools'>; readonly from: string; readonly to: string },
  measure: () => Promise<TreeChange>,
): Promise<TreeChange> {
  const key: Key = ['report-change', ENGINE_VERSION, digestOf([ENGINES, lock.configuration, lock.tools]), from, to];
  const known = await cache?.get(key);
  if (isChange(known)) return known;
  const change = await measure();
  // A tool that was missing today may be there tomorrow.
  if (change.without.length === 0) await cache?.put(key, change);
  return change;
}

/** What is in a cache may be anything. */
function isChange(value: unknown): value is TreeChange {
  if (!isRecord<TreeChange>(value)) return false;
  const { findings, introduced, resolved, lost, weakened, defences, tests, before, after, without } = value;
  return (
    hasNumbers(findings, SEVERITIES) &&
    [introduced, resolved, lost, weakened].every(Number.isSafeInteger) &&
    hasNumbers(defences, ['gone', 'come']) &&
    isTests(tests) &&
    isListOf(before, isText) &&
    isAfter(after) &&
    Array.isArray(without) &&
    without.length === 0
  );
}

function isTests(value: unknown): boolean {
  if (!isRecord<TreeChange['tests']>(value)) return false;
  return Number.isSafeInteger(value.all) && hasNumbers(value.of, CATEGORIES);
}

function isAfter(value: unknown): boolean {
  if (!isRecord<TreeChange['after']>(value)) return false;
  const { suppressions, examined, notExamined } = value;
  return (
    isListOf(suppressions, isSuppression) && isListOf(examined, isText) && isCoverage({ examined: [], notExamined })
  );
}

function isSuppression(value: unknown): boolean {
  if (!isRecord<Suppression>(value) || !hasTexts(value, ['tool', 'scope', 'code', 'text'])) return false;
  const { rules, location } = value;
  return isListOf(rules, isText) && isRecord<Suppression['location']>(location) && isText(location.file);
}

function hasNumbers(value: unknown, names: readonly string[]): boolean {
  return isRecord<Record<string, number>>(value) && names.every((name) => Number.isSafeInteger(value[name]));
}

export function digestOf(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(value) ?? '')
    .digest('hex');
}
