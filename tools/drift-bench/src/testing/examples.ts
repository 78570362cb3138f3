import type { Example } from '../fit/example.ts';

/** An ordinary commit of the set dev, of which nothing is known. */
export function example(over: Partial<Example> = {}): Example {
  const nothing = { forth: {}, back: {}, wording: { lost: [], gained: [] }, certain: false };
  return { id: 'js-101', kind: 'benign', set: 'dev', repo: 'owner/name', lang: 'js', ...nothing, ...over };
}

export function copies(count: number, over: Partial<Example> = {}): readonly Example[] {
  return Array.from({ length: count }, () => example(over));
}
