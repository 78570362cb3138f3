import { DEPLOYMENT } from './deployment-files.ts';
import { SCANNER_SETTINGS, scannerSections } from './scanner-settings.ts';

/**
 * What a protected file decides: what the gate does (`gate`), what a scanner would look at and say (`scanner`: it has no
 * effect on ours, and whoever touches it wants one elsewhere), or how code is run (`deployment`).
 */
export type Protection = 'gate' | 'scanner' | 'deployment';

/** The gate's own files: whoever changes one of them changes the judge, which is a person's decision. */
const GATE: readonly RegExp[] = [
  /^pawl\.config\.jsonc$/u,
  /^\.husky\/[^_/][^/]*$/u,
  /(?:^|\/)\.lintstagedrc(?:\.[a-z]+)?$/u,
  /(?:^|\/)lint-staged\.config\.[a-z]+$/u,
];

/** Whether a file is protected as a whole, by its path from the repository's root. A configuration adds to these and takes none away. */
export function protectionOf(file: string): Protection | undefined {
  const known = (patterns: readonly RegExp[]): boolean => patterns.some((pattern) => pattern.test(file));
  if (known(GATE)) return 'gate';
  if (known(SCANNER_SETTINGS)) return 'scanner';
  return known(DEPLOYMENT) ? 'deployment' : undefined;
}

/** The part of any other file that is protected: settings among much else. Parts that read the same were not changed. */
export interface ProtectedPart {
  readonly protects: Protection;
  readonly part: string;
}

export function protectedPart(file: string, text: string): ProtectedPart | undefined {
  const settings = scannerSections(file, text);
  if (settings !== '') return { protects: 'scanner', part: settings };
  return isManifest(file, text) ? { protects: 'deployment', part: text } : undefined;
}

/** A manifest of Kubernetes says what it is, in whatever folder it lies. */
function isManifest(file: string, text: string): boolean {
  return /\.ya?ml$/iu.test(file) && /^apiVersion:[ \t]*\S/mu.test(text) && /^kind:[ \t]*\S/mu.test(text);
}
