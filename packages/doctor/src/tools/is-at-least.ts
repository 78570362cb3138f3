/** Whether a version of numbers and dots is not older than another one. */
export function isAtLeast(version: string, least: string): boolean {
  const [here, wanted] = [version, least].map((text) => text.split('.').map((part) => Number.parseInt(part, 10)));
  for (const [at, number] of (wanted ?? []).entries()) {
    const mine = here?.[at] ?? 0;
    // Whatever is no number is not known to be recent enough.
    if (!(mine >= number)) return false;
    if (mine > number) return true;
  }
  return true;
}
