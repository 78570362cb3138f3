import { isPlainSource } from '@pawl/findings';
import { DEPLOYMENT } from './deployment-files.ts';
import { gateRuleOf } from './protected/gate-paths.ts';
import type { GateRule } from './protected/gate-rules.ts';
import type { Protection } from './protected/protected-change.ts';
import { isScannerSetting } from './scanner-settings.ts';

const PROTECTS: Readonly<Partial<Record<GateRule, Protection>>> = {
  'harness-settings': 'harness',
  'code-owners': 'pipeline',
};

/** Whether a file is protected as a whole, by its path from the repository's root. A configuration adds to these and takes none away. */
export function protectionOf(file: string): Protection | undefined {
  if (isPlainSource(file)) return undefined;
  const rule = gateRuleOf(file);
  if (rule !== undefined) return PROTECTS[rule] ?? 'gate';
  if (isScannerSetting(file)) return 'scanner';
  return DEPLOYMENT.some((pattern) => pattern.test(file)) ? 'deployment' : undefined;
}

/** A manifest of Kubernetes says what it is, in whatever folder it lies. */
export function isManifest(file: string, text: string): boolean {
  return /\.ya?ml$/iu.test(file) && /^apiVersion:[ \t]*\S/mu.test(text) && /^kind:[ \t]*\S/mu.test(text);
}
