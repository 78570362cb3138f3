import type { Found } from './check-up.ts';

/** Check and level of each, which is all that most of the specs ask for. */
export function told(found: readonly Found[]): readonly string[] {
  return found.map(({ check, level }) => `${check} ${level}`);
}

export function only(found: readonly Found[], check: Found['check']): Found {
  const [one, ...more] = found.filter((each) => each.check === check);
  if (one === undefined || more.length > 0) throw new Error(`${found.length} found, not one ${check}`);
  return one;
}
