// @ts-check

/**
 * Whether the gate stops the loop over this: the engine tells a finding only where its score reaches the threshold.
 * @param {import('@pawl/invariants').InvariantResult} result
 */
export function isStopped({ findings, introducedSuppressions }) {
  return introducedSuppressions.length > 0 || findings.length > 0;
}
