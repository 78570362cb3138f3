/** The files in which lint-staged looks for its configuration. */
const CONFIG_FILE = /^(?:\.lintstagedrc(?:\.(?:json|ya?ml|[cm]?[jt]s))?|lint-staged\.config\.[cm]?[jt]s)$/u;

/** Whether a project has set lint-staged up: by a file at its top, or by a key of its package.json. */
export function usesLintStaged(namesAtTop: readonly string[], manifest: string | undefined): boolean {
  return namesAtTop.some((name) => CONFIG_FILE.test(name)) || (manifest !== undefined && hasKey(manifest));
}

function hasKey(manifest: string): boolean {
  try {
    const value: unknown = JSON.parse(manifest);
    return typeof value === 'object' && value !== null && 'lint-staged' in value;
  } catch {
    // Nothing is judged by this: npm itself, and lint-staged, cannot read such a file either, and the plan says so.
    return false;
  }
}
