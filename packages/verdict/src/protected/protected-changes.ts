import { isManifest, protectionOf } from '../protected-files.ts';
import { isScannerSetting, scannerSections } from '../scanner-settings.ts';
import { canonical, entriesOf, type Data } from './data.ts';
import { EDITOR_AGENT_KEYS, EDITOR_SETTINGS, gateRuleOf } from './gate-paths.ts';
import { lockFileChanges } from './lock-file-change.ts';
import { dataOf, meansTheSame } from './meaning-of.ts';
import { packageJsonChanges, pinChanges } from './package-json-change.ts';
import { PRE_COMMIT, preCommitChanges } from './pre-commit-change.ts';
import { PIPELINE, pipelineChanges } from './pipeline/pipeline-changes.ts';
import { OTHER_MANIFEST, otherManifestChanges } from './other-manifests.ts';
import type { ProtectedChange, Protection } from './protected-change.ts';
import { pythonChanges } from './python-change.ts';
import { PYTHON_MANIFEST } from './python-wanted.ts';
import { REGISTRY_SETTINGS, registryChanges } from './registry-settings.ts';
import { targetChanges } from './target-change.ts';
import { UPDATE_SETTINGS, updateChanges } from './update-settings.ts';

/** What is known of a file beside its path. */
export interface ProtectedOptions {
  /** A person named it in the configuration. */
  readonly isNamed?: boolean;
  /** Pawl compares what it says to scanners elsewhere, rule by rule. */
  readonly isRuleFile?: boolean;
  /** Something else took its place: see {@link isReplaced}. */
  readonly isReplaced?: boolean;
}

/**
 * What a change does to what is protected in one file: nothing for most. A side is absent where the file is. Comments and
 * formatting say nothing where they are known to; a file that cannot be read is compared as a text.
 */
export function protectedChanges(
  file: string,
  before: string | undefined,
  after: string | undefined,
  { isNamed = false, isRuleFile = false, isReplaced = false }: ProtectedOptions = {},
): readonly ProtectedChange[] {
  if (before === after) return [];
  const whole = wholeChange(file, before, after, isNamed);
  if (whole !== undefined) return whole;
  return [
    ...(isRuleFile ? [] : scannerChanges(file, before, after)),
    ...(PIPELINE.test(file) ? pipelineChanges(file, before, after) : []),
    ...(UPDATE_SETTINGS.test(file) ? updateChanges(file, before, after) : []),
    ...(isReplaced ? [] : dependencyChanges(file, before, after)),
    ...partChanges(file, before, after),
  ];
}

/** Files that decide as a whole. */
function wholeChange(
  file: string,
  before: string | undefined,
  after: string | undefined,
  isNamed: boolean,
): readonly ProtectedChange[] | undefined {
  const rule = gateRuleOf(file);
  const protects = protectionOf(file);
  if (PRE_COMMIT.test(file) && after !== undefined) {
    const [was, is] = [before === undefined ? {} : dataOf(file, before), dataOf(file, after)];
    if (was !== undefined && is !== undefined) return preCommitChanges(was, is);
  }
  if (rule !== undefined && protects !== undefined)
    return meansTheSame(file, before, after) ? [] : [{ rule, protects }];
  const isManifestHere = [before, after].some((text) => text !== undefined && isManifest(file, text));
  if (protects !== 'deployment' && !isNamed && !isManifestHere) return undefined;
  return meansTheSame(file, before, after) ? [] : [{ rule: 'deployment-file', protects: 'deployment' }];
}

/**
 * What is said to scanners (C02, C03). Whoever weighs the entries of such a file one by one, as suppressions, leaves these
 * changes out: they are all told by the rule `scanner-settings`.
 */
function scannerChanges(
  file: string,
  before: string | undefined,
  after: string | undefined,
): readonly ProtectedChange[] {
  if (isScannerSetting(file))
    return meansTheSame(file, before, after) ? [] : [{ rule: 'scanner-settings', protects: 'scanner' }];
  const [was, is] = [before, after].map((text) => (text === undefined ? '' : scannerSections(file, text)));
  if (was === is) return [];
  return [{ rule: 'scanner-settings', protects: 'scanner' }];
}

function dependencyChanges(
  file: string,
  before: string | undefined,
  after: string | undefined,
): readonly ProtectedChange[] {
  if (REGISTRY_SETTINGS.test(file)) return registryChanges(file, before, after);
  if (PYTHON_MANIFEST.test(file)) return pythonChanges(file, before, after);
  if (OTHER_MANIFEST.test(file)) return otherManifestChanges(before, after);
  return lockFileChanges(file, before, after);
}

function partChanges(file: string, before: string | undefined, after: string | undefined): readonly ProtectedChange[] {
  const read = (text: string | undefined): Data => (text === undefined ? undefined : dataOf(file, text));
  if (/(?:^|\/)package\.json$/u.test(file))
    return readable(file, before, after, 'dependency', () => packageJsonChanges(read(before), read(after)));
  if (/(?:^|\/)(?:nx|project|workspace)\.json$/u.test(file)) return targetChanges(file, read(before), read(after));
  if (/(?:^|\/)pnpm-workspace\.ya?ml$/u.test(file) && before !== undefined && after !== undefined)
    return pinChanges(read(before), read(after));
  if (!EDITOR_SETTINGS.test(file)) return [];
  const [was, is] = [before, after].map((text) => agentKeys(read(text)));
  return was === is
    ? []
    : [{ rule: 'harness-settings', protects: 'harness', what: 'What the editor lets an agent do was changed.' }];
}

function agentKeys(data: Data): string {
  const settings = entriesOf(data).flatMap(([key, value]) =>
    key === 'settings' ? entriesOf(value) : [[key, value] as const],
  );
  return canonical(Object.fromEntries(settings.filter(([key]) => EDITOR_AGENT_KEYS.test(key))));
}

/** What can no longer be read says anything. */
function readable(
  file: string,
  before: string | undefined,
  after: string | undefined,
  protects: Protection,
  then: () => readonly ProtectedChange[],
): readonly ProtectedChange[] {
  const isBroken = (text: string | undefined): boolean => text !== undefined && dataOf(file, text) === undefined;
  if (!isBroken(after)) return isBroken(before) ? [] : then();
  return isBroken(before)
    ? []
    : [{ rule: 'dependency-source', protects, what: `\`${file}\` cannot be read any more.` }];
}
