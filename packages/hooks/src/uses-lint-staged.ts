import { hasManifestKey } from './has-manifest-key.ts';

/** The files in which lint-staged looks for its configuration. */
const CONFIG_FILE = /^(?:\.lintstagedrc(?:\.(?:json|ya?ml|[cm]?[jt]s))?|lint-staged\.config\.[cm]?[jt]s)$/u;

/** Whether a project has set lint-staged up: by a file at its top, or by a key of its package.json. */
export function usesLintStaged(namesAtTop: readonly string[], manifest: string | undefined): boolean {
  return namesAtTop.some((name) => CONFIG_FILE.test(name)) || hasManifestKey(manifest, 'lint-staged');
}
