/** How far a lock can be trusted, weakest first. */
export const ASSURANCES = ['unsigned', 'advisory', 'locked'] as const;

/**
 * `unsigned`: no signature. `advisory`: signed with a key that an agent may be able to use, because it is on this machine, or that
 * nobody outside the repository vouches for. `locked`: signed with a key that the agent cannot use.
 */
export type Assurance = (typeof ASSURANCES)[number];

/** Whether one assurance is weaker than the other. */
export function isLess(one: Assurance, other: Assurance): boolean {
  return ASSURANCES.indexOf(one) < ASSURANCES.indexOf(other);
}

export function higher(one: Assurance, other: Assurance): Assurance {
  return isLess(one, other) ? other : one;
}
