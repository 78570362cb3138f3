import { DEFAULT_POLICY } from '@pawl/verdict';
import type { Config } from './config.ts';
import { deepFreeze } from './deep-freeze.ts';
import type { WrittenConfig } from './written-config.ts';

/** Fills in every default; `undefined` where the repository has no file. */
export function resolveConfig(written: WrittenConfig = {}): Config {
  const { people = 'report', sensitivity = 'default', introduced, worsened, ...rulings } = written.policy ?? {};
  return deepFreeze({
    target: written.target ?? 'main',
    exclude: asSet(written.exclude ?? []),
    acceptUnexamined: asSet(written.acceptUnexamined ?? []),
    limits: { maxFileBytes: 1_048_576, timeoutMs: 60_000, ...written.limits },
    people,
    sensitivity,
    policy: {
      ...DEFAULT_POLICY,
      ...rulings,
      introduced: { ...DEFAULT_POLICY.introduced, ...introduced },
      worsened: { ...DEFAULT_POLICY.worsened, ...worsened },
    },
    scanners: { javascript: true, python: true, secrets: true, ...written.scanners },
  });
}

function asSet(globs: readonly string[]): readonly string[] {
  return [...new Set(globs)].toSorted();
}
