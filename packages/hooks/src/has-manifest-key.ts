/** Whether a package.json has a key. */
export function hasManifestKey(manifest: string | undefined, key: string): boolean {
  if (manifest === undefined) return false;
  try {
    const value: unknown = JSON.parse(manifest);
    return typeof value === 'object' && value !== null && key in value;
  } catch {
    // Nothing is judged by this: npm itself, and the tools that keep their settings there, cannot read such a file either, and
    // the plan says so.
    return false;
  }
}
