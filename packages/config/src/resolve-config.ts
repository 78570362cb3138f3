import { DEFAULT_POLICY } from '@pawl/verdict';
import type { Config, Limits, SarifSettings, Scanners, SecurityTests } from './config.ts';
import { deepFreeze } from './deep-freeze.ts';
import type { WrittenConfig } from './written-config.ts';

const DEFAULT_LIMITS: Limits = {
  maxFileBytes: 1_048_576,
  timeoutMs: 60_000,
  toolTimeoutMs: 600_000,
  toolMemoryBytes: 4 * 1024 ** 3,
};

/** Fills in every default; `undefined` where the repository has no file. */
export function resolveConfig(written: WrittenConfig = {}): Config {
  const { people = 'report', sensitivity = 'default', introduced, worsened, ...rulings } = written.policy ?? {};
  return deepFreeze({
    target: written.target ?? 'main',
    exclude: asSet(written.exclude ?? []),
    acceptUnexamined: asSet(written.acceptUnexamined ?? []),
    protect: asSet(written.protect ?? []),
    limits: { ...DEFAULT_LIMITS, ...written.limits },
    lock: { expiresAfterDays: null, ...written.lock },
    drift: { limit: 20, ...written.drift },
    waivers: { max: 20, ...written.waivers },
    reviewers: asSet(written.reviewers ?? []),
    people,
    sensitivity,
    policy: {
      ...DEFAULT_POLICY,
      ...rulings,
      introduced: { ...DEFAULT_POLICY.introduced, ...introduced },
      worsened: { ...DEFAULT_POLICY.worsened, ...worsened },
    },
    scanners: scannersOf(written.scanners ?? {}),
    securityTests: securityTestsOf(written.securityTests ?? {}),
    ...(written.notify && { notify: structuredClone(written.notify) }),
  });
}

function scannersOf({ semgrep = false, codeql = false, sarif = {}, ...others }: Partial<Scanners>): Scanners {
  return {
    javascript: true,
    python: true,
    secrets: true,
    bandit: false,
    ...others,
    semgrep: semgrep && { rules: asSet(semgrep.rules) },
    codeql: codeql && { ...codeql, languages: asSet(codeql.languages) },
    sarif: Object.fromEntries(
      Object.entries(sarif)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, tool]) => [name, withSets(tool)]),
    ),
  };
}

function securityTestsOf({ find = true, suites = [] }: Partial<SecurityTests>): SecurityTests {
  const inOrder = suites.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return {
    find,
    suites: inOrder.map(({ link, ...suite }) => ({
      ...suite,
      files: asSet(suite.files),
      ...(link && { link: asSet(link) }),
    })),
  };
}

function withSets({ rules, files, okStatus, ...tool }: SarifSettings): SarifSettings {
  return {
    ...tool,
    ...(rules && { rules: asSet(rules) }),
    ...(files && { files: asSet(files) }),
    ...(okStatus && { okStatus: [...new Set(okStatus)].toSorted((a, b) => a - b) }),
  };
}

function asSet(items: readonly string[]): readonly string[] {
  return [...new Set(items)].toSorted();
}
