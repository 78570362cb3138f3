import type { InvariantFinding } from '@pawl/findings';

/** A dangerous call is told once: that data from outside reaches it says more than that it is there. */
export function withoutPathsSeen(
  findings: readonly InvariantFinding[],
  paths: readonly InvariantFinding[],
): readonly InvariantFinding[] {
  const seen = new Set(paths.map(placeOf));
  return findings.filter((finding) => finding.rule !== 'dangerous-call' || !seen.has(placeOf(finding)));
}

function placeOf({ location: { file, line } }: InvariantFinding): string {
  return `${line} ${file}`;
}
